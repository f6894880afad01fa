import { setTimeout as sleep } from 'node:timers/promises'
import { portrait, type Person } from '../portraits.ts'
import type { Ledger, Receipt } from './ledger.ts'
import type { Random } from './random.ts'
import { post, type Interruption } from './post.ts'

/** Somebody who was enrolled, and a photo of them. */
export type Enrolled = { readonly id: string; readonly photo: Uint8Array }

/** What the clients have seen so far. */
export type Tally = {
  /** Answers "recorded" that arrived as a whole. */
  answered: number
  /** Requests sent again because nobody knew what had become of them. */
  retried: number
  /** Requests sent twice or three times at the same moment. */
  doubled: number
  /** Answers that must never be given: neither a record nor an honest "not now". */
  wrong: string[]
}

export const people = ['ana', 'bo', 'cy'] as const satisfies readonly Person[]

/** Enrols the people of the sample photos. */
export async function enrolPeople(origin: string): Promise<Enrolled[]> {
  return Promise.all(
    people.map(async (person) => {
      const photo = await portrait(person)
      const answer = await post(origin, '/register', { photo, fields: { name: person } })
      const { employee } = (answer?.body ?? {}) as { employee?: { id: string } }
      if (answer?.status !== 201 || !employee) {
        throw new Error(`${person} could not be enrolled: ${JSON.stringify(answer?.body)}`)
      }
      return { id: employee.id, photo }
    }),
  )
}

export type Client = {
  /** Clocks people in, one after the other, until told to stop, and until the last one has an answer. */
  run(stopped: () => boolean): Promise<void>
}

export type ClientDeps = {
  readonly random: Random
  readonly ledger: Ledger
  readonly enrolled: readonly Enrolled[]
  readonly tally: Tally
  /** Where the server is at the moment. */
  readonly origin: () => string
  /** How often a client's own connection breaks. */
  readonly interruptions: () => number
}

const pauseBeforeRetryMs = 100
/** After so many tries something is wrong that no retry mends. */
const maxTries = 2000

/** A client as a kiosk should be: what was not answered is asked again with the same key. */
export function createClient(deps: ClientDeps): Client {
  const { random, ledger, enrolled, tally, origin, interruptions } = deps

  return {
    async run(stopped) {
      while (!stopped() && tally.wrong.length === 0) {
        const [first, ...others] = enrolled
        if (!first) throw new Error('Nobody is enrolled')
        const key = random.id()
        const { id, photo } = random.pick([first, ...others])
        ledger.write({ said: 'intent', key, employee: id })
        await resolve(key, photo)
      }
    },
  }

  /** Sends until there is an answer, through whatever happens to the server. */
  async function resolve(key: string, photo: Uint8Array): Promise<void> {
    for (let tries = 0; tries < maxTries && tally.wrong.length === 0; tries++) {
      if (tries > 0) {
        tally.retried++
        await sleep(pauseBeforeRetryMs)
      }
      const copies = random() < 0.2 ? random.whole(2, 3) : 1
      if (copies > 1) tally.doubled++
      const answers = await Promise.all(
        Array.from({ length: copies }, () =>
          post(origin(), '/clock_in', { photo, key, interruption: interruption() }),
        ),
      )
      const receipts = answers.map((answer) => answer && receiptOf(answer))
      for (const receipt of receipts) {
        if (!receipt) continue
        ledger.write({ said: 'answered', key, receipt })
        tally.answered++
      }
      if (receipts.some((receipt) => receipt !== undefined)) return
    }
    if (tally.wrong.length === 0) tally.wrong.push(`${key} was never answered`)
  }

  function interruption(): Interruption {
    if (random() >= interruptions()) return 'none'
    return random.pick(['in-the-body', 'before-the-answer', 'in-the-answer'])
  }

  function receiptOf({ status, body }: { status: number; body: unknown }): Receipt | undefined {
    if (status === 201) return (body as { record: Receipt }).record
    // Overloaded, shutting down, database away, or the same request is being answered: ask again.
    if (status >= 500 || status === 409 || status === 408) return undefined
    tally.wrong.push(`${status} ${(body as { code?: string }).code ?? ''}`)
    return undefined
  }
}
