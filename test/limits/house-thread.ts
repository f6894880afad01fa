import { parentPort, workerData } from 'node:worker_threads'
import type { TestContext } from 'node:test'
import { type FaceEngine, recogniserNamed } from '../../src/face/index.ts'
import { openHouse } from '../house.ts'
import { fill } from './company.ts'

// A house in a thread of its own: what it takes of the processor is the server's alone, and its memory has a limit.

export type ToThread = 'begin' | 'end' | 'close'
export type FromThread =
  | {
      readonly about: 'ready'
      readonly origin: string
      readonly company: Awaited<ReturnType<typeof fill>>
    }
  | { readonly about: 'begun' }
  | { readonly about: 'ended'; readonly longestMs: number; readonly heapMegabytes: number }

const { withRecords } = workerData as { readonly withRecords: number }
const say = (message: FromThread) => parentPort?.postMessage(message)
const closing: (() => unknown)[] = []
const context = { after: (work: () => unknown) => closing.push(work) } as unknown as TestContext

let longest = 0
let heap = 0
let isMeasuring = false
let last = process.threadCpuUsage()

/** One turn of the event loop after the other, in processor time: that of the clock is also other programs'. */
function turn(): void {
  const { user, system } = process.threadCpuUsage(last)
  longest = Math.max(longest, (user + system) / 1000)
  heap = Math.max(heap, process.memoryUsage().heapUsed)
  last = process.threadCpuUsage()
  if (isMeasuring) setImmediate(turn)
}

parentPort?.on('message', (message: ToThread) => {
  if (message === 'begin') {
    longest = heap = 0
    isMeasuring = true
    last = process.threadCpuUsage()
    setImmediate(turn)
    say({ about: 'begun' })
  } else if (message === 'end') {
    isMeasuring = false
    say({ about: 'ended', longestMs: longest, heapMegabytes: heap / 1e6 })
  } else {
    void (async () => {
      for (const close of closing) await close()
      parentPort?.close()
    })()
  }
})

/** Photos are looked at in processes of their own, which is not the server's time; this one finds none readable. */
const engine: FaceEngine = {
  model: recogniserNamed('builtin').recipe,
  look: () => Promise.resolve({ readable: false, reason: 'damaged' }),
  close: () => Promise.resolve(),
}
const house = await openHouse(context, engine)
say({ about: 'ready', origin: house.origin, company: await fill(house, withRecords) })
