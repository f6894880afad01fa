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
import { keepInPlain, keptOf } from './sealing/plain-database.ts'
import { assertSameEmbedding } from './same-embedding.ts'
import { normalise, vectorLength } from './unit-vectors.ts'
import { testMasterKey } from './master-key.ts'
import { mysqlServer, postgresServer, type DatabaseServer } from './database-server.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')

const vector = normalise(Float32Array.from({ length: vectorLength }, (_, i) => Math.sin(i * i)))

/** A database with its files. */
type Place = {
  readonly url: string
  /** Brings what the server still holds in memory into its files. */
  flush(): Promise<unknown>
  /** The files that hold a part of these bytes, logs of a server apart. */
  holders(bytes: Uint8Array): string[]
  remove(): Promise<unknown>
}

/** What a server writes for its own recovery, and overwrites or removes in its own time. */
const logs = /\/(pg_wal|#innodb_redo|ib_logfile0|binlog|#ib_\w+\.dblwr)/

/**
 * Where MariaDB writes each page before its place, 128 pages of 16 KB in turn, in the file of its system tables:
 * what MySQL has a file of its own for, which is among the logs.
 */
const doublewrite = { file: /\/ibdata1$/, from: 64 * 16_384, to: 192 * 16_384 }

function holders(directory: string, shell: readonly string[], bytes: Uint8Array): string[] {
  const search = (options: string, place: string) => {
    const grep = `printf '${octal(part(bytes))}' | LC_ALL=C grep ${options}aF -f - ${place}`
    const [command = '', ...args] = [...shell, 'sh', '-c', grep]
    const { stdout, status, stderr } = spawnSync(command, args, { encoding: 'latin1' })
    // 1: found in none. A server removes files while they are looked through.
    const faults = stderr.split('\n').filter((line) => line && !line.includes('No such file'))
    if (faults.length > 0 || status === null || status > 2) throw new Error(stderr)
    return stdout.split('\n').filter((line) => line !== '')
  }
  return search('-rl', directory).filter((file) => {
    if (!doublewrite.file.test(file)) return !logs.test(file)
    const places = search('-ob', file).map((line) => parseInt(line, 10))
    return places.some((at) => at < doublewrite.from || at >= doublewrite.to)
  })
}

/** Bytes in a row that can be a pattern: no nought, no end of a line. */
function part(bytes: Uint8Array): Uint8Array {
  for (let first = 0; first + patternBytes <= bytes.length; first++) {
    const some = bytes.subarray(first, first + patternBytes)
    if (!some.includes(0) && !some.includes(10)) return some
  }
  throw new Error('No part of these bytes can be looked for')
}

const patternBytes = 16

const octal = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

async function makeFile(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-forgotten-'))
  return {
    url: `sqlite:${join(directory, 'pointeuse.db')}`,
    flush: async () => undefined,
    holders: (bytes) => holders(directory, [], bytes),
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
      holders: (bytes) => holders(directory, shell.split(' '), bytes),
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

/** Waits until the search finds the bytes in some file, or in none: servers write in their own time. */
async function settled(place: Place, bytes: Uint8Array, isThere: boolean): Promise<string[]> {
  for (let tries = 0; tries < 100; tries++) {
    const found = place.holders(bytes)
    if (found.length > 0 === isThere) return found
    await sleep(200)
  }
  return place.holders(bytes)
}

for (const [name, make] of Object.entries(kinds)) {
  const skip = withServers(Boolean(make))
  const withDatabase = (work: (place: Place) => Promise<void>) => async () => {
    if (!make) return
    const place = await make()
    try {
      await work(place)
    } finally {
      await place.remove()
    }
  }

  test(
    `${name}: a forgotten template is in no file of the tables any more, nor is the key`,
    { skip },
    withDatabase(async (place) => {
      const store = await createStore(place.url, testMasterKey, 'patient')
      try {
        const ids = ['Ana', 'Bo', 'Cy'].map((person) => ({ id: newId(), person }))
        for (const { id, person } of ids) {
          const template = {
            id: newId(),
            employeeId: id,
            createdAt,
            embedding: { model: 'm', vector },
          }
          await store.employees.create({ id, name: person, createdAt }, [template])
        }
        const bo = ids[1]?.id ?? ''
        const kept = await keptOf(place.url, bo)
        await place.flush()
        for (const bytes of kept) {
          assert.notDeepEqual(
            await settled(place, bytes, true),
            [],
            'the search finds what is there',
          )
        }
        assert.equal(await store.employees.forget(bo, 'erase', createdAt), true)
        await place.flush()
        for (const bytes of kept) assert.deepEqual(await settled(place, bytes, false), [])
      } finally {
        await store.close()
      }
    }),
  )

  test(
    `${name}: what an earlier version kept in plain is sealed, and in no file of the tables any more`,
    { skip },
    withDatabase(async (place) => {
      const employees = await keepInPlain(place.url, 60, vector)
      await place.flush()
      const plain = new Uint8Array(vector.buffer)
      assert.notDeepEqual(await settled(place, plain, true), [], 'the search finds what is there')
      const store = await createStore(place.url, testMasterKey, 'patient')
      try {
        await place.flush()
        assert.deepEqual(await settled(place, plain, false), [])
        const found = await store.templates.page('m')
        assert.deepEqual(found.map(({ employeeId }) => employeeId).sort(), employees.sort())
        for (const { embedding } of found) assertSameEmbedding(embedding, { model: 'm', vector })
        assert.equal(await store.keys.unreadable(), 0)
      } finally {
        await store.close()
      }
    }),
  )
}
