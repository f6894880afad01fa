import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { breaches } from './checks.ts'
import { createClient, enrolPeople, type Enrolled, type Tally } from './clients.ts'
import { openDatabase, type DatabaseName } from './databases.ts'
import { openLedger } from './ledger.ts'
import { post } from './post.ts'
import { createRandom } from './random.ts'
import { start } from './server.ts'
import { asAdmin } from '../admin.ts'

/** What was seen while a database's server was away. */
export type Outage = {
  readonly seconds: number
  /** Requests of every kind that were refused meanwhile, and how long the slowest waited for that. */
  readonly refused: number
  readonly slowestMs: number
  readonly slowest: string
  /** From the database's first answer to the program's first. */
  readonly backAfterMs: number
  /** Clock-ins answered in all, and how often clients asked again. */
  readonly answered: number
  readonly retried: number
  /** Answers that must not be given while the database is away. */
  readonly wrong: readonly string[]
  readonly breaches: readonly string[]
}

const clientCount = 3
/** How long clients may be without an answer before the outage and after it. */
const patienceMs = 60_000

/** Kills a database's server under load, leaves it dead for a while, and starts it again. */
export async function runOutage(
  name: Exclude<DatabaseName, 'sqlite'>,
  seconds: number,
  seed: number,
): Promise<Outage> {
  const database = await openDatabase(name)
  const outside = await mkdtemp(join(tmpdir(), 'pointeuse-outage-'))
  const ledger = openLedger(join(outside, 'ledger'))
  const tally: Tally = { answered: 0, retried: 0, doubled: 0, wrong: [] }
  // No relay, which would take calls that nobody answers.
  const server = await start({ databaseUrl: database.directUrl })
  try {
    const { origin } = server
    const enrolled = await enrolPeople(origin)
    let stopped = false
    const clients = Array.from({ length: clientCount }, (_, i) =>
      createClient({
        random: createRandom(seed + i),
        ledger,
        enrolled,
        tally,
        origin: () => origin,
        interruptions: () => 0,
      }).run(() => stopped),
    )
    const answers = async (count: number, withinMs: number) => {
      const giveUpAt = performance.now() + withinMs
      while (tally.answered < count && tally.wrong.length === 0) {
        if (performance.now() > giveUpAt) return
        await sleep(20)
      }
    }
    await answers(10, patienceMs)

    await database.kill?.()
    const seen = await refusals(origin, enrolled, seconds)
    await database.revive?.()
    const revivedAt = performance.now()
    const before = tally.answered
    await answers(before + 1, patienceMs)
    const backAfterMs = Math.round(performance.now() - revivedAt)

    await answers(before + 10, patienceMs)
    stopped = true
    await Promise.all(clients)
    const found = breaches(ledger.read(), await database.rows())
    found.push(...(await database.faults()))
    return {
      seconds,
      ...seen,
      backAfterMs,
      answered: tally.answered,
      retried: tally.retried,
      wrong: [...seen.wrong, ...tally.wrong],
      breaches: found,
    }
  } finally {
    await server.end('SIGKILL')
    ledger.close()
    await database.remove()
    await rm(outside, { recursive: true })
  }
}

type Ask = () => Promise<{ status: number; body: unknown } | undefined>

/** A request of each kind: reading, writing, with a photo, many rows, and a file. */
function requests(origin: string, { id, photo }: Enrolled): Readonly<Record<string, Ask>> {
  const send = (path: string, init?: RequestInit): Ask => {
    return async () => {
      const answer = await fetch(`${origin}${path}`, {
        ...init,
        headers: { ...asAdmin, ...init?.headers },
      }).catch(() => undefined)
      // An answer that breaks off, or that is no JSON, is as wrong as none.
      const body = await answer?.json().catch(() => undefined)
      return answer && { status: answer.status, body: body as unknown }
    }
  }
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const month = 'from=2026-03-01&to=2026-03-31'
  const correction = {
    employeeId: id,
    action: 'add',
    kind: 'in',
    at: '2026-03-02T08:00:00Z',
    reason: 'No camera',
  }
  return {
    ready: send('/ready'),
    employees: send('/employees'),
    employee: send(`/employees/${id}`),
    rename: send(`/employees/${id}`, json('PATCH', { name: 'ana' })),
    forget: send(`/employees/${id}`, { method: 'DELETE' }),
    attendance: send('/attendance'),
    timesheets: send(`/timesheets?${month}`),
    export: send(`/exports/days.csv?${month}`),
    corrections: send('/corrections'),
    correct: send('/corrections', json('POST', correction)),
    'clock in': () => post(origin, '/clock_in', { photo }),
    'clock in with a key': () => post(origin, '/clock_in', { photo, key: 'once' }),
    enrol: () => post(origin, '/register', { photo, fields: { name: 'twin' } }),
  }
}

async function refusals(origin: string, enrolled: readonly Enrolled[], seconds: number) {
  const until = performance.now() + 1000 * seconds
  const [first] = enrolled
  if (!first) throw new Error('Nobody is enrolled')
  const wrong: string[] = []
  let refused = 0
  let slowestMs = 0
  let slowest = ''
  do {
    for (const [what, ask] of Object.entries(requests(origin, first))) {
      const askedAt = performance.now()
      const answer = await ask()
      const took = Math.round(performance.now() - askedAt)
      const { code } = (answer?.body ?? {}) as { code?: string }
      if (answer?.status === 503 && code !== undefined) refused++
      else wrong.push(`${what}: ${answer?.status} ${code}`)
      if (took > slowestMs) {
        slowestMs = took
        slowest = what
      }
    }
  } while (performance.now() < until)
  return { refused, slowestMs, slowest, wrong }
}
