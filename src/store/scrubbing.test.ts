import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { testMasterKey } from '../../test/master-key.ts'
import { createSqliteDialect } from './dialects/sqlite.ts'
import { createScrubbing } from './scrubbing.ts'
import { createStore } from './store.ts'
import type { Tables } from './tables.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const vector = Float32Array.of(0.6, 0.8, 1.23456e-7, -6.54321e-9)

/** A database in which somebody has a template, while another program reads it, as a backup does. */
async function open(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-scrub-'))
  const path = join(directory, 'a.db')
  const store = await createStore(`sqlite:${path}`, testMasterKey)
  const embedding = { model: 'm', vector }
  const template = { id: 't', employeeId: 'e', embedding, createdAt }
  await store.employees.create({ id: 'e', name: 'Ana', createdAt }, [template])
  const reader = new DatabaseSync(path)
  reader.exec('begin')
  // Nowhere else in the files, sealed or not.
  const row = reader.prepare('select vector from face_template').get() as { vector: Uint8Array }
  const marker = Buffer.from(row.vector)
  t.after(() => rm(directory, { recursive: true }))
  const holds = async () => {
    const files = await Promise.all(
      (await readdir(directory)).map((name) => readFile(join(directory, name))),
    )
    return files.some((bytes) => bytes.includes(marker))
  }
  return { path, store, reader, holds }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    assert.ok(tries < 200)
    await sleep(25)
  }
}

test('what was forgotten is answered so while a backup reads, and its bytes go at the next start', async (t) => {
  const { path, store, reader, holds } = await open(t)
  assert.equal(await store.employees.forget('e', 'erase', createdAt), true)
  assert.equal(await store.employees.find('e'), undefined)
  assert.equal(await holds(), true)
  // As if the process were killed here.
  reader.close()
  const again = await createStore(`sqlite:${path}`, testMasterKey)
  await until(async () => !(await holds()))
  await again.close()
  await store.close()
})

test('templates that make room for others are gone once nobody reads them', async (t) => {
  const { path, store, reader, holds } = await open(t)
  const embedding = { model: 'm', vector: Float32Array.of(1, 0, 0, 0) }
  const next = { id: 'u', employeeId: 'e', embedding, createdAt }
  const changed = await store.employees.addTemplates('e', [next], { dropping: new Set(['t']) })
  assert.equal(changed?.templates, 1)
  await store.close()
  const dialect = createSqliteDialect(path)
  const db = new Kysely<Tables>({ dialect: dialect.connect('brief') })
  const scrubbing = createScrubbing(db, dialect, 50)
  await scrubbing.now()
  assert.equal(await holds(), true)
  reader.close()
  await until(async () => !(await holds()))
  scrubbing.close()
  await db.destroy()
})
