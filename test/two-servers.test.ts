import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DatabaseServer, mysqlServer, postgresServer } from './database-server.ts'
import { otherPortrait, portrait } from './portraits.ts'
import { startServer } from './server-process.ts'
import { asWhoMay } from './admin.ts'
import { withConsent } from './set-up.ts'

/** TWO_SERVERS_ROUNDS=1000 takes minutes. */
const rounds = Number(process.env['TWO_SERVERS_ROUNDS'] ?? 25)
/** A face that was forgotten at one server is gone from all others by then. */
const withinMs = 5000

type Body = {
  outcome: string
  code: string
  employees: number
  employee: { id: string; name: string }
  record: { id: string; kind: string }
  records: { id: string; kind: string }[]
  next: string | null
}
type Answer = { readonly status: number; readonly body: Body }

async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, headers: { ...asWhoMay(url), ...init?.headers } })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body }
}

function post(
  url: string,
  photo: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  key: string = randomUUID(),
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(withConsent(url, fields))) body.append(name, value)
  body.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg')
  return ask(url, { method: 'POST', body, headers: { 'idempotency-key': key } })
}

/** Waits until a server says that it knows so many faces; gives how long that took. */
async function untilKnown(origin: string, employees: number): Promise<number> {
  const start = performance.now()
  while ((await ask(`${origin}/decision`)).body.employees !== employees) {
    assert.ok(performance.now() - start < withinMs, `${origin} does not know of ${employees} faces`)
    await sleep(50)
  }
  return performance.now() - start
}

/** Files of their own, in place of a server's databases. */
function sqliteFiles(): Pick<DatabaseServer, 'create' | 'drop'> {
  return {
    create: async () =>
      `sqlite:${join(await mkdtemp(join(tmpdir(), 'pointeuse-two-')), 'pointeuse.db')}`,
    drop: (url) => rm(dirname(url.slice('sqlite:'.length)), { recursive: true }),
  }
}

/** Databases that servers can share; those of a server are tried by `npm run test:databases`. */
const kinds: Record<string, Pick<DatabaseServer, 'create' | 'drop'> | undefined> = {
  SQLite: sqliteFiles(),
  MySQL: served('TEST_MYSQL_URL', mysqlServer),
  MariaDB: served('TEST_MARIADB_URL', mysqlServer),
  PostgreSQL: served('TEST_POSTGRES_URL', postgresServer),
}

function served(variable: string, at: (url: string) => DatabaseServer) {
  const url = process.env[variable]
  return url === undefined ? undefined : at(url)
}

for (const [name, database] of Object.entries(kinds)) {
  const skip = database ? false : 'needs a server: npm run test:databases'
  test(
    `${name}: two servers on one database are as one`,
    { skip, timeout: 1_800_000 },
    async (t) => {
      if (database) await areAsOne(t, database)
    },
  )
}

async function areAsOne(t: TestContext, { create, drop }: Pick<DatabaseServer, 'create' | 'drop'>) {
  const url = await create()
  const data = await mkdtemp(join(tmpdir(), 'pointeuse-two-keys-'))
  t.after(() => rm(data, { recursive: true }))
  const env = { DATABASE_URL: url, DATA_DIR: data, LOG_LEVEL: 'warn' }
  const servers = await Promise.all([startServer(env), startServer(env)])
  t.after(async () => {
    await Promise.all(servers.map((server) => server.end('SIGTERM')))
    await drop(url)
  })
  const [a, b] = servers.map(({ origin }) => origin) as [string, string]
  const both = <Result>(work: (origin: string) => Promise<Result>) =>
    Promise.all([work(a), work(b)])
  const [ana, anaAgain, bo] = [
    await portrait('ana'),
    await otherPortrait('ana'),
    await portrait('bo'),
  ]

  await t.test('one face under two names at once is enrolled under one', async () => {
    const names: Record<string, string> = { [a]: 'Ana', [b]: 'Anne' }
    const answers = await both((to) => post(`${to}/register`, ana, { name: names[to] ?? '' }))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'already-enrolled')
    await both((to) => untilKnown(to, 1))
  })

  await t.test('a photo shown to both at once is one arrival, and is not a departure', async () => {
    const answers = await both((to) => post(`${to}/clock_in`, anaAgain))
    const outcomes = answers.map(({ body }) => `${body.outcome} ${body.record.kind}`)
    assert.deepEqual(outcomes.sort(), ['already-recorded in', 'recorded in'])
    assert.equal(answers[0].body.record.id, answers[1].body.record.id)
  })

  await t.test(
    'one request that comes to both at once is done once, and answered alike',
    async (t) => {
      const start = performance.now()
      const made = new Set<string>()
      for (let round = 0; round < rounds; round++) {
        const key = randomUUID()
        // Not what the last record asks for, so that each request is a record of its own.
        const kind = round % 2 === 0 ? 'out' : 'in'
        const [one, other] = await both((to) => post(`${to}/clock_in`, anaAgain, { kind }, key))
        assert.deepEqual([one.status, one.body.record.kind], [201, kind])
        assert.deepEqual(other, one)
        made.add(one.body.record.id)
      }
      const seconds = (performance.now() - start) / 1000
      t.diagnostic(`${rounds} rounds in ${seconds.toFixed(1)} s`)
      const records = new Set<string>()
      for (let next: string | null = ''; next !== null;) {
        const page: Body = (await ask(`${a}/attendance?limit=100${next && `&after=${next}`}`)).body
        for (const { id } of page.records) records.add(id)
        next = page.next
      }
      // And the arrival before.
      assert.deepEqual([made.size, records.size], [rounds, rounds + 1])
    },
  )

  await t.test(
    'whoever is enrolled at one is known to the other, until they are forgotten',
    async (t) => {
      const { body } = await post(`${a}/register`, bo, { name: 'Bo' })
      const known = await untilKnown(b, 2)
      const seen = await post(`${b}/clock_in`, bo)
      assert.deepEqual([seen.status, seen.body.employee.id], [201, body.employee.id])
      const gone = await ask(`${a}/employees/${body.employee.id}?records=erase`, {
        method: 'DELETE',
      })
      assert.equal(gone.status, 204)
      const forgotten = await untilKnown(b, 1)
      assert.equal((await post(`${b}/clock_in`, bo)).body.code, 'unknown')
      t.diagnostic(`known after ${known.toFixed(0)} ms, forgotten after ${forgotten.toFixed(0)} ms`)
    },
  )

  assert.deepEqual(
    servers.map((server) => server.log().replace(/^.*confirm-key-copy.*\n/m, '')),
    ['', ''],
  )
}
