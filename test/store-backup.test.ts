import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Temporal } from 'temporal-polyfill'
import { BackupError, type BackupFault } from '../src/ports/backup.ts'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import { dayOf } from '../src/time/day.ts'
import { microsOf } from '../src/time/instant.ts'
import { createBackups } from '../src/store/backup/backups.ts'
import { createStore } from '../src/store/store.ts'
import { withServers } from './needs.ts'
import { testMasterKey } from './master-key.ts'
import { mysqlServer, postgresServer } from './database-server.ts'

/** A new, empty database. */
type Made = { readonly url: string; remove(): Promise<void> }

async function makeSqlite(): Promise<Made> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-backup-'))
  return {
    url: `sqlite:${join(directory, 'pointeuse.db')}`,
    remove: () => rm(directory, { recursive: true }),
  }
}

const served = (variable: string, serverAt: typeof mysqlServer) => {
  const address = process.env[variable]
  return (
    address &&
    (async (): Promise<Made> => {
      const server = serverAt(address)
      const url = await server.create()
      return { url, remove: async () => void (await server.drop(url)) }
    })
  )
}

const kinds = {
  SQLite: makeSqlite,
  MySQL: served('TEST_MYSQL_URL', mysqlServer),
  MariaDB: served('TEST_MARIADB_URL', mysqlServer),
  PostgreSQL: served('TEST_POSTGRES_URL', postgresServer),
}

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00.123456Z')
/** More than are read at once, so that a page has a next one. */
const recordCount = 4100

/** What the photo of the template was like. */
const view = { side: 'right', quality: 83 } as const

/** Somebody with a template, hours and many records; gives their id. */
async function fill(store: Store): Promise<string> {
  const id = newId()
  const vector = Float32Array.from([0.6, -0.8, 1e-7])
  const embedding = { model: 'm', vector }
  const template = { id: newId(), employeeId: id, embedding, createdAt, view }
  await store.employees.create({ id, name: 'Zoé "Ōta" \u{1f469}', createdAt }, [template])
  const at = microsOf(createdAt)
  const site = { id: newId(), name: 'فاس', zone: 'Africa/Casablanca', calendar: null }
  await store.sites.add(site, at)
  const days = ['2026-03-20', '2026-03-21'].map(dayOf)
  await store.sites.putDays(
    site.id,
    days.map((day) => ({ day, name: 'Aïd', isHoliday: true })),
    at,
  )
  const otherId = newId()
  const records = Array.from({ length: recordCount }, (_, i) => ({
    id: newId(),
    employeeId: otherId,
    siteId: null,
    kind: i % 2 === 0 ? ('in' as const) : ('out' as const),
    at: microsOf(createdAt.add({ minutes: i })),
  }))
  const person = { id: otherId, name: "O'Brien; --", createdAt: at, assignment: null }
  const older = { source: 'x', olderId: 2 ** 40, lastRecordId: 7 }
  await store.hours.takeOver([{ person, records, older }])
  const change = { zone: 'Africa/Casablanca', keptOffsetSeconds: 3600, offsetSeconds: 0, count: 1 }
  const changes = [{ ...change, first: at, last: at }]
  const findings = { records: 1, withoutClock: 0, changes }
  await store.zoneData.add({ ordinal: 1, version: '2026c', at, findings })
  const leave = { id: newId(), employeeId: id, from: 1, to: 2, kind: 'sick' } as const
  await store.leaves.add({ ...leave, part: { start: 540, end: 30 } }, at)
  return id
}

/** Clocks somebody in again and again, until told to stop; gives how many were recorded. */
async function clockInUntil(store: Store, employeeId: string, stopped: () => boolean) {
  let count = 0
  for (; !stopped(); count++) {
    const record = { id: newId(), employeeId, kind: 'in' as const, at: createdAt }
    await store.records.append(employeeId, () => record)
    // SQLite answers at once: without this nobody else would have a turn.
    await setImmediate()
  }
  return count
}

async function backUp(url: string): Promise<Buffer> {
  const { bytes, done } = createBackups(url, testMasterKey).write()
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  await done
  return Buffer.concat(chunks)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
const restore = (url: string, backup: Uint8Array) =>
  createBackups(url, testMasterKey).restore(once(backup))
const isFault = (fault: BackupFault) => (error: unknown) =>
  error instanceof BackupError && error.fault === fault

async function using(makers: (() => Promise<Made>)[], work: (...made: Made[]) => Promise<void>) {
  const made: Made[] = []
  try {
    for (const make of makers) made.push(await make())
    await work(...made)
  } finally {
    for (const { remove } of made) await remove()
  }
}

for (const [from, make] of Object.entries(kinds)) {
  describe(`a backup of ${from}`, { skip: withServers(Boolean(make)) }, () => {
    for (const [to, makeTarget] of Object.entries(kinds)) {
      const skip = withServers(Boolean(makeTarget))
      it(`restored into ${to}, holds what was there at one moment`, { skip }, async () => {
        if (!make || !makeTarget) return
        await using([make, makeTarget], async (source, target) => {
          const store = await createStore(source.url, testMasterKey)
          const employeeId = await fill(store)
          let stopped = false
          const counting = clockInUntil(store, employeeId, () => stopped)
          const backup = await backUp(source.url)
          stopped = true
          const written = await counting
          await store.close()

          if (!target) throw new Error('There is no target')
          const { rows } = await restore(target.url, backup)
          const taken = (rows['attendance_record'] ?? 0) - recordCount
          assert.ok(taken >= 0 && taken <= written, `${taken} of ${written}`)
          // The same again: not one byte of a row was changed on the way.
          const again = await backUp(target.url)
          assert.equal(gunzipSync(again).toString(), gunzipSync(backup).toString())

          const restored = await createStore(target.url, testMasterKey)
          assert.deepEqual((await restored.employees.find(employeeId))?.views, [view])
          const record = { id: newId(), employeeId, kind: 'out' as const, at: createdAt }
          const appended = await restored.records.append(employeeId, () => record)
          assert.equal(appended?.previous === undefined, taken === 0)
          await restored.close()
        })
      })
    }
  })
}

describe('restoring', () => {
  const withBackup = (work: (backup: Buffer, target: Made) => Promise<void>) =>
    using([makeSqlite, makeSqlite], async (source, target) => {
      if (!source || !target) throw new Error('There is no database')
      const store = await createStore(source.url, testMasterKey)
      await fill(store)
      await store.close()
      await work(await backUp(source.url), target)
    })

  it('is refused when somebody is there already', () =>
    withBackup(async (backup, target) => {
      const store = await createStore(target.url, testMasterKey)
      await store.employees.create({ id: newId(), name: 'Stays', createdAt }, [])
      await assert.rejects(restore(target.url, backup), isFault('not-empty'))
      assert.equal((await store.employees.list({ limit: 10 })).length, 1)
      await store.close()
    }))

  it('is all or nothing: whatever is missing or changed is noticed', () =>
    withBackup(async (backup, target) => {
      const lines = gunzipSync(backup).toString().split('\n')
      const zip = (changed: string[]) => gzipSync(changed.join('\n'))
      const without = (i: number) => zip(lines.toSpliced(i, 1))
      const changed = (from: string, to: string) => zip([lines.join('\n').replace(from, to)])
      const damaged = {
        'cut off': backup.subarray(0, backup.length - 20),
        'a row less': without(3),
        'no footer': without(lines.length - 2),
        'a changed kind': changed('"in"', '"out"'),
        'another name': changed('Brien', 'Neill'),
        'more after the end': zip([...lines.slice(0, -1), '[]', '']),
        'an unknown table': changed('"table":"site"', '"table":"sight"'),
      }
      for (const [title, bytes] of Object.entries(damaged)) {
        await assert.rejects(restore(target.url, bytes), isFault('damaged'), title)
      }
      await restore(target.url, backup)
    }))

  it('knows what is no backup, and what a newer version made', () =>
    withBackup(async (backup, target) => {
      const text = gunzipSync(backup).toString()
      const newer = gzipSync(text.replace('"0001-employees"', '"0001-employees","0001-robots"'))
      await assert.rejects(restore(target.url, Buffer.from('rubbish')), isFault('not-a-backup'))
      await assert.rejects(restore(target.url, gzipSync('{}\n')), isFault('not-a-backup'))
      await assert.rejects(restore(target.url, newer), isFault('newer'))
    }))

  it('takes in what an older version made, also where this one has started already', () =>
    using([makeSqlite], async (target) => {
      if (!target) throw new Error('There is no database')
      const id = newId()
      const columns = ['created_at_micros', 'id', 'left_at_micros', 'name']
      const row = `${JSON.stringify([1, id, null, 'Ana'])}\n`
      const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(row)))
      const lines = [
        { format: 'pointeuse-backup', version: 1, schema: ['0001-employees'] },
        { table: 'employee', columns },
        { tables: { employee: { rows: 1, sha256: sha256.toString('hex') } } },
      ].map((line) => `${JSON.stringify(line)}\n`)
      const older = gzipSync([lines[0], lines[1], row, lines[2]].join(''))
      await (await createStore(target.url, testMasterKey)).close()
      await restore(target.url, older)
      const store = await createStore(target.url, testMasterKey)
      assert.equal((await store.employees.find(id))?.name, 'Ana')
      await store.close()
    }))

  it('ends with every index and prohibition of a new database, or the next start does', () =>
    withBackup(async (backup, target) => {
      const schemaOf = (url: string) => {
        const database = new DatabaseSync(url.slice('sqlite:'.length))
        const rows = database.prepare('select type, name, sql from sqlite_schema order by name')
        const schema = rows.all().map((row) => ({ ...row }))
        database.close()
        return schema
      }
      await (await createStore(target.url, testMasterKey)).close()
      const expected = schemaOf(target.url)
      assert.ok(expected.some(({ name }) => name === 'attendance_record_hours'))
      const cutOff = backup.subarray(0, backup.length - 20)
      await assert.rejects(restore(target.url, cutOff), isFault('damaged'))
      await (await createStore(target.url, testMasterKey)).close()
      assert.deepEqual(schemaOf(target.url), expected)
      await restore(target.url, backup)
      assert.deepEqual(schemaOf(target.url), expected)
    }))
})
