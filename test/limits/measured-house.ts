import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { asAdmin } from '../admin.ts'
import type { Company } from './company.ts'
import type { FromThread, ToThread } from './house-thread.ts'

/** What one request took of the server's thread. */
export type Taken = {
  readonly status: number
  readonly bytes: number
  /** The last of them, as text. */
  readonly end: string
  /** The longest turn of the event loop in processor time. */
  readonly longestMs: number
  readonly heapMegabytes: number
}

export type MeasuredHouse = {
  readonly company: Company
  ask(path: string, init?: RequestInit): Promise<Taken>
}

/**
 * A house with a large company, of whose people so many have records of a year, in a thread whose heap may grow no
 * further than a small server's.
 */
export async function openMeasuredHouse(
  t: { readonly after: (work: () => unknown) => void },
  withRecords: number,
): Promise<MeasuredHouse> {
  const thread = new Worker(new URL('house-thread.ts', import.meta.url), {
    workerData: { withRecords },
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24 },
  })
  const failed = once(thread, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => undefined) // heard of by whoever waits for the next word
  const say = (message: ToThread) => thread.postMessage(message)
  const hear = async <About extends FromThread['about']>(about: About) => {
    const [message] = (await Promise.race([once(thread, 'message'), failed])) as [FromThread]
    if (message.about !== about) throw new Error(`The thread says ${message.about}`)
    return message as Extract<FromThread, { about: About }>
  }
  t.after(async () => {
    const ended = once(thread, 'exit')
    say('close')
    await ended
  })
  const { origin, company } = await hear('ready')
  return {
    company,
    async ask(path, init = {}) {
      say('begin')
      await hear('begun')
      const headers = { ...asAdmin, ...init.headers }
      const response = await fetch(`${origin}${path}`, { ...init, headers })
      let bytes = 0
      let end = ''
      // Let go of at once: what is measured is not how much this thread can hold.
      for await (const chunk of response.body ?? []) {
        const { length } = chunk as Uint8Array
        bytes += length
        end = Buffer.from(chunk as Uint8Array).toString('latin1', Math.max(0, length - 200))
      }
      say('end')
      const { longestMs, heapMegabytes: heap } = await hear('ended')
      return { status: response.status, bytes, end, longestMs, heapMegabytes: heap }
    },
  }
}
