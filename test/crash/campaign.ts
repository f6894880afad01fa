import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { breaches } from './checks.ts'
import { createClient, enrolPeople, type Tally } from './clients.ts'
import { openDatabase, type DatabaseName } from './databases.ts'
import { faultsFor, slowCommits, strike, type Fault } from './faults.ts'
import { openLedger } from './ledger.ts'
import { createRandom } from './random.ts'
import { start, type Variant } from './server.ts'

export type Campaign = {
  readonly database: DatabaseName
  readonly rounds: number
  readonly seed: number
  /** A variant of the program; none is the program itself. */
  readonly variant?: Variant
  /** Told of each round in a line. */
  readonly log: (line: string) => void
}

export type Outcome = Omit<Tally, 'wrong'> & {
  /** Rounds that were gone through; a breach ends the campaign. */
  readonly rounds: number
  readonly faults: Readonly<Partial<Record<Fault, number>>>
  readonly records: number
  /** Every way in which the promise was broken. */
  readonly breaches: readonly string[]
  readonly seconds: number
}

const clientCount = 6
/** Answers that come in before a fault strikes. */
const answersBefore = { min: 4, max: 30 }
/** Answers that must come in after a fault that the server has to survive. */
const answersAfter = 4
const answersWithinMs = 90_000

/**
 * Rounds of clients that clock people in, a fault in the middle, and a comparison of what was answered
 * with what the database holds.
 */
export async function runCampaign(campaign: Campaign): Promise<Outcome> {
  const { database: name, rounds, seed, variant, log } = campaign
  const startedAt = performance.now()
  const random = createRandom(seed)
  const faults = faultsFor(name, random)
  const struck: Partial<Record<Fault, number>> = {}
  const tally: Tally = { answered: 0, retried: 0, doubled: 0, wrong: [] }
  const found: string[] = []
  const database = await openDatabase(name)
  const outside = await mkdtemp(join(tmpdir(), 'pointeuse-ledger-'))
  const ledger = openLedger(join(outside, 'ledger'))

  const startServer = (slow: boolean) =>
    start({
      databaseUrl: database.url,
      ...(variant && { variant }),
      ...(slow && { strace: slowCommits }),
    })
  let server = await startServer(false)
  let slow = false
  let records = 0
  let round = 0
  let ownFaults = 0

  const restart = async (asSlow: boolean) => {
    await server.end('SIGKILL')
    server = await startServer(asSlow)
    slow = asSlow
  }
  const answers = async (count: number) => {
    const until = tally.answered + count
    const giveUpAt = performance.now() + answersWithinMs
    while (tally.answered < until && tally.wrong.length === 0) {
      if (performance.now() > giveUpAt) throw new Error('The server gives no more answers')
      await sleep(10)
    }
  }

  try {
    const enrolled = await enrolPeople(server.origin)
    // Also a variant that commits late has them now; what is at stake are the records.
    await sleep(500)
    const clients = Array.from({ length: clientCount }, (_, i) =>
      createClient({
        random: createRandom(seed + 7919 * (i + 1)),
        ledger,
        enrolled,
        tally,
        origin: () => server.origin,
        interruptions: () => ownFaults,
      }),
    )
    while (round < rounds && found.length === 0) {
      const fault = faults.next().value
      const needsSlow = name === 'sqlite' && fault === 'kill the server between commit and answer'
      if (needsSlow !== slow) await restart(needsSlow)
      ownFaults = fault === 'reset the clients' ? 0.5 : 0.05
      let stopped = false
      const before = { ...tally }
      const running = clients.map((client) => client.run(() => stopped))
      await answers(random.whole(answersBefore.min, answersBefore.max))
      await sleep(random.whole(0, 150))
      if (await strike(fault, database, server)) await restart(false)
      else await answers(answersAfter)
      stopped = true
      await Promise.all(running)

      const rows = await database.rows()
      records = rows.length
      found.push(...tally.wrong.map((answer) => `wrong answer: ${answer}`))
      found.push(...breaches(ledger.read(), rows))
      found.push(...(await database.faults()).map((fault) => `damaged: ${fault}`))
      round++
      struck[fault] = (struck[fault] ?? 0) + 1
      const answered = tally.answered - before.answered
      const retried = tally.retried - before.retried
      log(`round ${round}: ${fault}; ${answered} answers, ${retried} retries, ${records} records`)
    }
  } finally {
    await server.end('SIGKILL')
    ledger.close()
    await database.remove()
    await rm(outside, { recursive: true })
  }
  const { answered, retried, doubled } = tally
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  return {
    rounds: round,
    answered,
    retried,
    doubled,
    records,
    faults: struck,
    breaches: found,
    seconds,
  }
}
