import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { ImpostorModel } from '../face/index.ts'
import { createStore } from '../store/store.ts'
import { testMasterKey } from '../../test/master-key.ts'
import { createGalleryFeed, followGallery } from './gallery-feed.ts'
import { createGallery } from './gallery.ts'
import type { Template } from './template.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const impostors: ImpostorModel = {
  model: 'm',
  expect: () => ({ mean: 0, deviation: 1 }),
  sameShot: 2,
  isSameForAll: false,
}
const template = (id: string, employeeId: string): Template => ({
  id,
  employeeId,
  embedding: { model: 'm', vector: Float32Array.of(1, 0) },
  createdAt,
})

async function openStore(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-feed-'))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  return store
}

test('what was read before this server changed it itself does not last', async (t) => {
  const store = await openStore(t)
  let onceRead = async () => {
    // Nothing happens between reading and taking over, at first.
  }
  const gallery = createGallery(impostors)
  const templates = {
    page: store.templates.page,
    models: store.templates.models,
    ofEmployees: async (...asked: Parameters<typeof store.templates.ofEmployees>) => {
      const read = await store.templates.ofEmployees(...asked)
      const then = onceRead
      onceRead = async () => undefined
      await then()
      return read
    },
  }
  const feed = createGalleryFeed({ store: { ...store, templates }, gallery, model: 'm' })
  await feed.catchUp()

  await store.employees.create({ id: 'a', name: 'A', createdAt }, [template('1', 'a')])
  onceRead = async () => {
    await store.employees.addTemplates('a', [template('2', 'a')])
    gallery.add([template('2', 'a')])
  }
  await feed.catchUp()
  assert.equal(gallery.countOf('a'), 2)

  await store.employees.addTemplates('a', [template('3', 'a')])
  onceRead = async () => {
    await store.employees.forget('a', 'erase', createdAt)
    gallery.remove('a')
  }
  await feed.catchUp()
  assert.deepEqual([gallery.size, gallery.employees], [0, 0])
})

test('templates of another model are no reason to think that some are missing', async (t) => {
  const store = await openStore(t)
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model: 'm' })
  const other = { ...template('1', 'a'), embedding: { model: 'x', vector: Float32Array.of(1) } }
  await store.employees.create({ id: 'a', name: 'A', createdAt }, [other, template('2', 'a')])
  await feed.catchUp()
  await store.employees.addTemplates('a', [template('3', 'a')])
  await feed.catchUp()
  assert.equal(gallery.countOf('a'), 2)
})

test('trouble is said once, and following goes on until there are no more pauses', async () => {
  const errors = [undefined, new Error('down'), new Error('down'), undefined, undefined]
  const said: string[] = []
  let asked = 0
  await followGallery(
    {
      catchUp: async () => {
        const error = errors[asked++]
        if (error) throw error
      },
    },
    async () => asked < errors.length,
    {
      onTrouble: (error) => said.push(`trouble ${String(error)} at ${asked}`),
      onRecovery: () => said.push(`recovery at ${asked}`),
    },
  )
  assert.deepEqual(said, ['trouble Error: down at 2', 'recovery at 4'])
})
