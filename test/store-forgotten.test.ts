import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import { createStore } from '../src/store/store.ts'
import { withServers } from './needs.ts'
import { mysqlServer, postgresServer, type DatabaseServer } from './database-server.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')

/** The bytes of a template that can be looked for in files; as numbers they are as good as others. */
const marker = 'ThisFaceIsToBeForgottenForGood!!'
const vector = new Float32Array(new Uint8Array(Buffer.from(marker)).buffer)

/** A database with its files. */
type Place = {
  readonly url: string
  /** Brings what the server still holds in memory into its files. */
  flush(): Promise<unknown>
  /** The files that hold the marker, logs of a server apart. */
  holders(): string[]
  remove(): Promise<unknown>
}

/** What a server writes for its own recovery, and overwrites or removes in its own time. */
const logs = /\/(pg_wal|#innodb_redo|ib_logfile0|binlog|#ib_\w+\.dblwr)/

function holders(directory: string, shell: readonly string[]): string[] {
  const [command = '', ...args] = [...shell, 'grep', '-rlaF', marker, directory]
  const { stdout, status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  // 1: found in none. A server removes files while they are looked through.
  const faults = stderr.split('\n').filter((line) => line && !line.includes('No such file'))
  if (faults.length > 0 || status === null || status > 2) throw new Error(stderr)
  return stdout.split('\n').filter((file) => file !== '' && !logs.test(file))
}

async function makeFile(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-forgotten-'))
  return {
    url: `sqlite:${join(directory, 'pointeuse.db')}`,
    flush: async () => undefined,
    holders: () => holders(directory, []),
    remove: () => rm(directory, { recursive: true }),
  }
}

/** A server whose address one variable holds, and another the command that runs others beside it. */
function served(
  kind: string,
  serverAt: (url: string) => DatabaseServer,
  directory: string,
  flush: string,
) {
  const address = process.env[`TEST_${kind}_URL`]
  const shell = process.env[`TEST_${kind}_SHELL`]
  if (address === undefined || shell === undefined) return undefined
  return async (): Promise<Place> => {
    const server = serverAt(address)
    const url = await server.create()
    return {
      url,
      flush: () => server.command(flush),
      holders: () => holders(directory, shell.split(' ')),
      remove: () => server.drop(url),
    }
  }
}

const flushInnodb = 'set global innodb_max_dirty_pages_pct_lwm = 0.001'

const kinds = {
  SQLite: makeFile,
  MySQL: served('MYSQL', mysqlServer, '/var/lib/mysql', flushInnodb),
  MariaDB: served('MARIADB', mysqlServer, '/var/lib/mysql', flushInnodb),
  PostgreSQL: served('POSTGRES', postgresServer, '/var/lib/postgresql/data', 'checkpoint'),
}

for (const [name, make] of Object.entries(kinds)) {
  const skip = withServers(Boolean(make))
  test(
    `${name}: a forgotten template is in no file of the tables any more`,
    { skip },
    async (t) => {
      if (!make) return
      const place = await make()
      const store = await createStore(place.url, 'patient')
      t.after(async () => {
        await store.close()
        await place.remove()
      })
      const ids = ['Ana', 'Bo', 'Cy'].map((person) => ({ id: newId(), person }))
      for (const { id, person } of ids) {
        const embedding = {
          model: 'm',
          vector: person === 'Bo' ? vector : Float32Array.of(0.6, 0.8),
        }
        const template = { id: newId(), employeeId: id, createdAt, embedding }
        await store.employees.create({ id, name: person, createdAt }, [template])
      }
      await place.flush()
      for (let tries = 0; place.holders().length === 0 && tries < 100; tries++) await sleep(200)
      assert.notDeepEqual(place.holders(), [], 'the search finds what is there')

      assert.equal(await store.employees.forget(ids[1]?.id ?? '', 'erase', createdAt), true)
      // A server may still be ending what others had begun to read.
      for (let tries = 0; place.holders().length > 0 && tries < 50; tries++) await sleep(200)
      assert.deepEqual(place.holders(), [])
    },
  )
}
