import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it, type TestContext } from 'node:test'
import mysql from 'mysql2/promise'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { createImportOlder, type OlderProgram } from '../src/attendance/import/older-import.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import { instantOfMicros } from '../src/time/instant.ts'
import { openOlderProgram } from '../src/store/attendance/older-program.ts'
import { createStore } from '../src/store/store.ts'
import { withServers } from './needs.ts'
import { testMasterKey } from './master-key.ts'
import { mysqlServer, postgresServer } from './database-server.ts'
import { createTestClock } from './house.ts'

/** A database server, or none: where databases are made, and the types that the older program used there. */
type Kind = {
  makeUrl(t: TestContext): Promise<string>
  run(url: string, statements: readonly string[]): Promise<void>
  /** The URL as SQLAlchemy writes it. */
  asInSettings(url: string): string
  types: { embedding: string; naive: string; exact: string; id: string }
  /** What an exact column makes of an instant in UTC. */
  exactText(local: string): string
}

const sqlite: Kind = {
  async makeUrl(t) {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-older-'))
    t.after(() => rm(directory, { recursive: true }))
    return `sqlite:${join(directory, 'app.db')}`
  },
  async run(url, statements) {
    const database = new DatabaseSync(url.replace('sqlite:', ''))
    for (const statement of statements) database.exec(statement)
    database.close()
  },
  asInSettings: (url) => url.replace('sqlite:', 'sqlite:///'),
  types: { id: 'integer primary key', embedding: 'blob', naive: 'datetime', exact: 'datetime' },
  exactText: (local) => `${local}+00:00`,
}

const served = (server: ReturnType<typeof mysqlServer>) => async (t: TestContext) => {
  const url = await server.create()
  t.after(() => server.drop(url))
  return url
}

const onMysql = (address: string): Kind => ({
  makeUrl: served(mysqlServer(address)),
  async run(url, statements) {
    const connection = await mysql.createConnection(url)
    await connection.query("set session time_zone = '+00:00'")
    for (const statement of statements) await connection.query(statement)
    await connection.end()
  },
  asInSettings: (url) => url.replace('mysql:', 'mysql+pymysql:'),
  types: {
    id: 'int not null auto_increment primary key',
    embedding: 'blob',
    naive: 'datetime(6)',
    exact: 'timestamp(6) null',
  },
  exactText: (local) => local,
})

const onPostgres = (address: string): Kind => ({
  makeUrl: served(postgresServer(address)),
  async run(url, statements) {
    const client = new pg.Client(url)
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  },
  asInSettings: (url) => url.replace('postgres:', 'postgresql+psycopg2:'),
  types: {
    id: 'serial primary key',
    embedding: 'bytea',
    naive: 'timestamp',
    exact: 'timestamp with time zone',
  },
  exactText: (local) => `${local}+00`,
})

const mysqlUrl = process.env['TEST_MYSQL_URL']
const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds: Record<string, Kind | undefined> = {
  SQLite: sqlite,
  MySQL: mysqlUrl === undefined ? undefined : onMysql(mysqlUrl),
  PostgreSQL: postgresUrl === undefined ? undefined : onPostgres(postgresUrl),
}

const record = (id: number, employee: number, time: string) =>
  `insert into attendance_record (id, employee_id, timestamp) values (${id}, ${employee}, ${time === 'null' ? time : `'${time}'`})`

/** The tables as the older program left them, with what goes wrong in such tables. */
async function makeOlder(kind: Kind, t: TestContext, time: 'naive' | 'exact' = 'naive') {
  const url = await kind.makeUrl(t)
  const { id, embedding } = kind.types
  const text = (local: string) => (time === 'naive' ? local : kind.exactText(local))
  await kind.run(url, [
    `create table employee (id ${id}, name varchar(100), embedding ${embedding})`,
    `create table attendance_record (id ${id}, employee_id integer, timestamp ${kind.types[time]})`,
    "insert into employee (id, name, embedding) values (1, 'Amina', 'x'), (2, 'Zoë', null), (3, '', null)",
    record(1, 1, text('2024-03-30 22:00:00.123456')),
    record(2, 1, text('2024-03-31 06:00:00')),
    record(3, 1, text('2024-03-31 06:00:20')),
    record(4, 2, text('2024-03-31 02:30:00')),
    record(5, 2, 'null'),
    record(6, 9, text('2024-04-02 08:00:00')),
  ])
  return url
}

/** Where the older program is taken over into: a database of the same kind. */
async function openTarget(kind: Kind, t: TestContext) {
  const store = await createStore(await kind.makeUrl(t), testMasterKey)
  t.after(() => store.close())
  const clock = createTestClock('2026-03-02T08:00:00Z')
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const importOlder = createImportOlder({ store, clock, newId })
  const take = async (older: OlderProgram, isDryRun = false) => {
    const options = { zone: 'Europe/Paris', debounceSeconds: 60, isDryRun }
    const result = await importOlder(older, options)
    assert.ok(result.ok)
    return result.value
  }
  return { store, newId, take }
}

async function recordsIn(store: Store): Promise<string[]> {
  const people = await store.hours.people({ limit: 10, since: 0 })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const records = await store.hours.of([...names.keys()], { from: 0, to: 4e15 })
  return records.map(
    ({ employeeId, kind, at, duplicateOf }) =>
      `${names.get(employeeId)} ${kind} ${instantOfMicros(at).toString()}${duplicateOf === undefined ? '' : ' again'}`,
  )
}

const taken = [
  'Amina in 2024-03-30T21:00:00.123456Z',
  'Amina out 2024-03-31T04:00:00Z',
  'Amina out 2024-03-31T04:00:20Z again',
  'Zoë in 2024-03-31T01:30:00Z',
]

for (const [name, kind] of Object.entries(kinds)) {
  describe(`the older program on ${name}`, { skip: withServers(Boolean(kind)) }, () => {
    if (!kind) return

    it('is taken over once, whatever runs again, and what came since is added', async (t) => {
      const url = await makeOlder(kind, t)
      const { store, take } = await openTarget(kind, t)
      const older = await openOlderProgram(kind.asInSettings(url))
      t.after(() => older.close())

      const dry = await take(older, true)
      assert.deepEqual(await recordsIn(store), [])
      const first = await take(older)
      assert.deepEqual({ ...dry, isImported: true }, first)
      assert.deepEqual(await recordsIn(store), taken)
      assert.deepEqual(
        [first.employees, first.records, first.duplicates, first.ambiguous],
        [2, 4, 1, 1],
      )
      assert.deepEqual(
        first.refused.map(({ table, legacyId, problem }) => `${table} ${legacyId} ${problem.code}`),
        ['attendance_record 5 not-a-timestamp', 'employee 3 missing-value', 'attendance_record 6 unknown-employee'],
      ) // prettier-ignore
      assert.deepEqual(
        first.enrolAgain.map(({ name, enrolAgainFrom }) => [name, enrolAgainFrom]),
        [['Amina', 'camera'], ['Zoë', 'camera']],
      ) // prettier-ignore

      const second = await take(older)
      assert.deepEqual([second.employees, second.known, second.records], [0, 2, 0])
      assert.deepEqual(await recordsIn(store), taken)

      await kind.run(url, [
        record(7, 1, '2024-04-01 08:00:00'),
        record(8, 1, '2024-03-30 12:00:00'),
        record(9, 2, '2024-03-31 03:30:30'),
      ])
      const third = await take(older)
      assert.deepEqual([third.records, third.duplicates], [2, 1])
      assert.deepEqual(third.refused[0]?.problem.code, 'before-the-last')
      assert.deepEqual(await recordsIn(store), [
        ...taken.slice(0, 3),
        'Amina in 2024-04-01T06:00:00Z',
        ...taken.slice(3),
        'Zoë in 2024-03-31T01:30:30Z again',
      ])
      assert.equal((await take(older)).records, 0)
    })

    it('goes on where it was cut off', async (t) => {
      const url = await makeOlder(kind, t)
      const { store, take } = await openTarget(kind, t)
      const older = await openOlderProgram(url)
      t.after(() => older.close())
      const cutOff: OlderProgram = {
        ...older,
        recordsOf: (id, after) =>
          id === 2 ? Promise.reject(new Error('gone')) : older.recordsOf(id, after),
      }
      await assert.rejects(take(cutOff), /gone/)
      assert.deepEqual(await recordsIn(store), taken.slice(0, 3))
      const rest = await take(older)
      assert.deepEqual([rest.employees, rest.known, rest.records], [1, 1, 1])
      assert.deepEqual(await recordsIn(store), taken)
    })

    it('leaves whoever is here already, and whoever left, as they are', async (t) => {
      const url = await makeOlder(kind, t)
      const { store, newId, take } = await openTarget(kind, t)
      const older = await openOlderProgram(url)
      t.after(() => older.close())
      const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
      await store.employees.create({ id: newId(), name: 'Zoë', createdAt }, [])
      const first = await take(older)
      assert.deepEqual(
        [first.employees, first.passedOver.map(({ legacyId }) => legacyId)],
        [1, [2]],
      )
      const amina = (await store.hours.takenFrom(older.source))[0]
      assert.ok(amina)
      await store.employees.forget(amina.employeeId, 'keep', createdAt)
      await kind.run(url, [record(7, 1, '2024-04-01 08:00:00')])
      const second = await take(older)
      assert.deepEqual([second.records, second.passedOver.length], [0, 2])
    })

    it('has instants of its own where its column says so', async (t) => {
      const url = await makeOlder(kind, t, 'exact')
      const { store, take } = await openTarget(kind, t)
      const older = await openOlderProgram(url)
      t.after(() => older.close())
      await take(older)
      assert.equal((await recordsIn(store))[0], 'Amina in 2024-03-30T22:00:00.123456Z')
    })
  })
}

describe('a URL that is none of the older program', () => {
  it('is refused in words, without its password', async (t) => {
    const place = (await sqlite.makeUrl(t)).replace('app.db', 'other.db')
    await sqlite.run(place, ['create table employee (id integer)'])
    const wrong: [string, RegExp][] = [
      [place, /no table attendance_record/],
      [`${place}.gone`, /URL must be/],
      ['oracle://scott:tiger@db/orcl', /URL must be/],
      ['nonsense', /URL must be/],
      ['sqlite:', /URL must be/],
    ]
    for (const [url, message] of wrong) {
      await assert.rejects(openOlderProgram(url), (error: Error) => {
        assert.match(error.message, message)
        assert.doesNotMatch(error.message, /tiger/)
        return true
      })
    }
    await sqlite.run(place, ['create table attendance_record (id integer, timestamp datetime)'])
    await assert.rejects(openOlderProgram(place), /no column attendance_record.employee_id/)
  })
})
