import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { createStore, type Store } from '../src/store/store.ts'
import { assertSameEmbedding } from './same-embedding.ts'
import { normalise, vectorLength } from './unit-vectors.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const script = fileURLToPath(new URL('./sealing/rotate-and-die.ts', import.meta.url))
/** Three transactions of a rotation, the last of which is not full. */
const employees = 60

const vectorOf = (id: string) => {
  const seed = Number(id.replaceAll(/\D/g, ''))
  return normalise(Float32Array.from({ length: vectorLength }, (_, i) => Math.sin(seed + i * i)))
}

async function enrol(store: Store, number: number): Promise<void> {
  const id = `e${1000 + number}`
  const embedding = { model: 'm', vector: vectorOf(id) }
  const template = { id: `t${1000 + number}`, employeeId: id, createdAt, embedding }
  await store.employees.create({ id, name: 'A', createdAt }, [template])
}

async function makePlace(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-rotation-'))
  t.after(() => rm(directory, { recursive: true }))
  const path = join(directory, 'pointeuse.db')
  const keyPath = join(directory, 'master.key')
  const url = `sqlite:${path}`
  const open = (key = keyPath) => createStore(url, masterKeyFile(key))
  const store = await open()
  for (let i = 0; i < employees; i++) await enrol(store, i)
  return { directory, path, keyPath, url, open, store }
}

async function assertAllThere(store: Store, count = employees): Promise<void> {
  const found = await store.templates.page('m')
  assert.equal(found.length, count)
  for (const { employeeId, embedding } of found)
    assertSameEmbedding(embedding, { model: 'm', vector: vectorOf(employeeId) })
  assert.equal(await store.keys.unreadable(), 0)
}

test('after a change of the master key everybody is there, and the old key opens nothing', async (t) => {
  const { directory, path, keyPath, open, store } = await makePlace(t)
  await store.secrets.put('webhook', Buffer.from('a secret'))
  const before = new DatabaseSync(path)
    .prepare('select wrapped_by, wrapped from employee_key')
    .all()
  const oldKey = join(directory, 'old.key')
  await copyFile(keyPath, oldKey)
  await store.keys.confirmCopy(createdAt)
  await store.keys.rotate(() => undefined)
  await assertAllThere(store)
  assert.equal(await store.keys.isCopied(), false, 'the new key wants a copy')
  assert.equal(Buffer.from((await store.secrets.get('webhook')) ?? []).toString(), 'a secret')
  assert.equal((await readFile(keyPath, 'utf8')).match(/key-1:/g)?.length, 1)
  await store.close()

  await assert.rejects(open(oldKey), { fault: 'of-another-installation' })
  const database = new DatabaseSync(path)
  const after = database.prepare('select wrapped_by from employee_key').all()
  const secrets = database.prepare('select name, wrapped_by from secret').all()
  database.close()
  const old = new Set(before.map((row) => row['wrapped_by']))
  for (const row of [...after, ...secrets]) assert.equal(old.has(row['wrapped_by'] ?? null), false)
  const rotations = secrets.filter(({ name }) => String(name).startsWith('vector-rotation-'))
  assert.equal(rotations.length, 1, 'the old rotation is gone')
  const again = await open()
  await assertAllThere(again)
  await again.close()
})

for (const dieAt of [25, 50]) {
  test(`a change of the master key that is killed after ${dieAt} goes on, beside a running program`, async (t) => {
    const { keyPath, url, store } = await makePlace(t)
    const child = spawn(process.execPath, [script, url, keyPath, String(dieAt)], {
      stdio: 'inherit',
    })
    const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    assert.equal(signal, 'SIGKILL')
    // The program that was running before knows neither the new key nor the new rotation yet.
    await assertAllThere(store)
    await enrol(store, employees)
    await assertAllThere(store, employees + 1)
    const last = spawn(process.execPath, [script, url, keyPath, 'Infinity'], { stdio: 'inherit' })
    assert.deepEqual(await once(last, 'exit'), [0, null])
    assert.equal((await readFile(keyPath, 'utf8')).match(/key-1:/g)?.length, 1)
    await assertAllThere(store, employees + 1)
    await enrol(store, employees + 1)
    await assertAllThere(store, employees + 2)
    await store.close()
  })
}

test('a key that was made before the database knew of it is the one that is used', async (t) => {
  const { keyPath, store } = await makePlace(t)
  const source = masterKeyFile(keyPath)
  const [made] = source.add()
  await assertAllThere(store)
  await store.keys.rotate(() => undefined)
  assert.deepEqual(
    source.read()?.map(({ id }) => id),
    [made?.id],
  )
  await assertAllThere(store)
  await store.close()
})
