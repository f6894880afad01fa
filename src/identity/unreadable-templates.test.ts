import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { testMasterKey } from '../../test/master-key.ts'
import { createImpostorModel, recogniserNamed } from '../face/index.ts'
import { createStore } from '../store/store.ts'
import { createGallery } from './gallery.ts'
import { createGalleryFeed } from './gallery-feed.ts'
import { createCountUnreadable } from './unreadable-templates.ts'

test('templates that cannot be read at the start are counted, until they can', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-unreadable-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(() => store.close())
  const recogniser = recogniserNamed('builtin')
  const { recipe: model } = recogniser
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const vector = new Float32Array(320)
  vector[0] = 1
  const templates = ['a', 'b'].map((id) => ({
    ...{ id, employeeId: 'e', createdAt },
    embedding: { model, vector },
  }))
  await store.employees.create({ id: 'e', name: 'A', createdAt }, templates)
  const countAtStart = async () => {
    const gallery = createGallery(createImpostorModel(recogniser))
    const feed = createGalleryFeed({ store, gallery, model })
    return createCountUnreadable({ store, gallery, feed, model })()
  }
  assert.equal(await countAtStart(), 0)

  const db = new DatabaseSync(join(directory, 'a.db'))
  const kept = db.prepare(`select vector from face_template where id = 'b'`).get()?.['vector']
  const put = db.prepare(`update face_template set vector = ? where id = 'b'`)
  put.run(Uint8Array.of(1, 2, 3))
  assert.equal(await countAtStart(), 1)
  put.run(kept as Uint8Array)
  assert.equal(await countAtStart(), 0)
  db.close()
})
