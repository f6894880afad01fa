import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Kysely } from 'kysely'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import { migrate } from '../src/store/migrate.ts'
import type { Tables } from '../src/store/tables.ts'
import { withServers } from './needs.ts'
import { mysqlServer, postgresServer, type DatabaseServer } from './database-server.ts'
import { contentOf } from './migration/database-content.ts'
import { makeFirstDatabase } from './migration/first-database.ts'

type Places = Pick<DatabaseServer, 'create' | 'drop'>

const files: Places = {
  async create() {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-kills-'))
    return `sqlite:${join(directory, 'pointeuse.db')}`
  },
  drop: (url) => rm(join(url.slice('sqlite:'.length), '..'), { recursive: true }),
}

const served = (variable: string, serverAt: (url: string) => DatabaseServer) => {
  const address = process.env[variable]
  return address && serverAt(address)
}

/**
 * Where all steps are one transaction most changes leave the same behind: every fourth is tried. MariaDB is given the
 * statements of MySQL, which is killed at each.
 */
const kinds = {
  SQLite: { places: files, every: 4 },
  MySQL: { places: served('TEST_MYSQL_URL', mysqlServer), every: 1 },
  MariaDB: { places: served('TEST_MARIADB_URL', mysqlServer), every: 4 },
  PostgreSQL: { places: served('TEST_POSTGRES_URL', postgresServer), every: 4 },
}

/** Databases that are migrated at once; most of the time each waits for a disk or for a new process. */
const atOnce = 4

const script = fileURLToPath(new URL('./migration/migrate-and-die.ts', import.meta.url))

/** Migrates in a process that is killed at a change; gives its signal and what it said. */
async function migrateAndDie(url: string, at: number, moment: 'asked' | 'answered') {
  const child = spawn(process.execPath, [script, url, String(at), moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = text(child.stdout)
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return { code, signal, said: await said }
}

/** Migrates to the end, and gives what is there then. */
async function finish(url: string): Promise<unknown> {
  const dialect = await chooseDialect(url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  try {
    await migrate(db, dialect)
    return await contentOf(url, db as unknown as Kysely<never>)
  } finally {
    await db.destroy()
  }
}

/** Tries each of some changes, from a database of its own that `begin` makes. */
async function tryChanges(
  places: Places,
  begin: (url: string) => Promise<void>,
  every: number,
): Promise<void> {
  const withDatabase = async <Result>(work: (url: string) => Promise<Result>) => {
    const url = await places.create()
    try {
      await begin(url)
      return await work(url)
    } finally {
      await places.drop(url)
    }
  }
  const { changes, expected } = await withDatabase(async (url) => {
    const { said } = await migrateAndDie(url, 0, 'answered')
    return { changes: Number(said), expected: await finish(url) }
  })
  assert.ok(changes > 10, `${changes} changes`)
  // By turns before and after the answer: after one is much like before the next.
  const queue = Array.from({ length: Math.ceil(changes / every) }, (_, i) => ({
    at: 1 + i * every,
    moment: i % 2 === 0 ? ('asked' as const) : ('answered' as const),
  }))
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { at, moment } = next
      await withDatabase(async (url) => {
        const { signal } = await migrateAndDie(url, at, moment)
        assert.equal(signal, 'SIGKILL', `change ${at}`)
        assert.deepEqual(await finish(url), expected, `killed at change ${at}, ${moment}`)
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

for (const [name, { places, every }] of Object.entries(kinds)) {
  describe(`${name}: a migration that is killed`, { skip: withServers(Boolean(places)) }, () => {
    if (!places) return
    test('at any change goes on from the first version, and nothing is missing or twice', () =>
      tryChanges(places, makeFirstDatabase, every))

    test('on an empty database goes on as well', () =>
      tryChanges(places, async () => undefined, 5 * every))
  })
}
