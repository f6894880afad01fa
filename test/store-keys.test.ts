import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { MasterKeyError, type MasterKeyFault } from '../src/access/keys/master-key-error.ts'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { normalise, vectorLength } from './unit-vectors.ts'
import { createStore } from '../src/store/store.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')

/** A folder with a database and its master key, and what is needed to look at both. */
async function makePlace(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-keys-'))
  t.after(() => rm(directory, { recursive: true }))
  const keyPath = join(directory, 'master.key')
  const path = join(directory, 'pointeuse.db')
  return {
    keyPath,
    path,
    open: () => createStore(`sqlite:${path}`, masterKeyFile(keyPath)),
    ask(query: string, ...values: (string | Uint8Array)[]) {
      const database = new DatabaseSync(path)
      try {
        return database.prepare(query).all(...values)
      } finally {
        database.close()
      }
    },
  }
}

const vectorOf = (seed: number) =>
  normalise(Float32Array.from({ length: vectorLength }, (_, i) => Math.sin(seed * 1000 + i * i)))

type Place = Awaited<ReturnType<typeof makePlace>>

/** Ana, Bo and Cy, each with one template whose id is theirs in capitals. */
async function enrolThree(place: Place): Promise<void> {
  const store = await place.open()
  for (const [i, id] of ['ana', 'bo', 'cy'].entries()) {
    const embedding = { model: 'm', vector: vectorOf(i) }
    const template = { id: id.toUpperCase(), employeeId: id, createdAt, embedding }
    await store.employees.create({ id, name: id, createdAt }, [template])
  }
  await store.close()
}

async function readable(place: Place): Promise<{ ids: string[]; unreadable: number }> {
  const store = await place.open()
  try {
    const ids = (await store.templates.page('m')).map(({ id }) => id)
    return { ids, unreadable: await store.keys.unreadable() }
  } finally {
    await store.close()
  }
}

const isFault = (fault: MasterKeyFault) => (error: unknown) =>
  error instanceof MasterKeyError && error.fault === fault

test('the first start makes a key for its owner only, and later ones want that very key', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  assert.equal((await stat(place.keyPath)).mode & 0o777, 0o600)
  const key = await readFile(place.keyPath, 'utf8')

  await rm(place.keyPath)
  await assert.rejects(place.open(), isFault('missing'))
  const other = await makePlace(t)
  await (await other.open()).close()
  await writeFile(place.keyPath, await readFile(other.keyPath), { mode: 0o600 })
  await assert.rejects(place.open(), isFault('of-another-installation'))
  for (const text of [
    '',
    'rubbish',
    key.slice(0, -3),
    `${key}more`,
    key.replace('key-1:', 'key-1:A'),
  ]) {
    await writeFile(place.keyPath, text)
    await assert.rejects(place.open(), isFault('not-a-key'), text)
  }
  await writeFile(place.keyPath, key)
  for (const mode of [0o644, 0o604, 0o602, 0o660]) {
    await chmod(place.keyPath, mode)
    await assert.rejects(place.open(), isFault('open-to-others'), mode.toString(8))
  }
  await chmod(place.keyPath, 0o440)
  assert.deepEqual(await readable(place), { ids: ['ANA', 'BO', 'CY'], unreadable: 0 })
})

test('an error of the master key says which file and what to do, and nothing of the key', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  const key = await readFile(place.keyPath, 'utf8')
  await chmod(place.keyPath, 0o644)
  await assert.rejects(place.open(), (error: Error) => {
    assert.match(error.message, /MASTER_KEY_FILE/)
    assert.ok(error.message.includes(place.keyPath))
    for (const line of key.split('\n')) assert.ok(line === '' || !error.message.includes(line))
    return true
  })
})

test('no byte of a template can be changed unnoticed, and the others are still there', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  const [row] = place.ask(`select vector from face_template where id = 'BO'`)
  const whole = row?.['vector'] as Uint8Array
  const store = await place.open()
  t.after(() => store.close())
  const tried = new Set([...Array(40).keys(), whole.length - 1, whole.length >> 1])
  for (const at of tried) {
    const changed = Uint8Array.from(whole)
    changed[at] = (changed[at] as number) ^ (1 << (at % 8))
    place.ask(`update face_template set vector = ? where id = 'BO'`, changed)
    const found = (await store.templates.page('m')).map(({ id }) => id)
    assert.deepEqual(found, ['ANA', 'CY'], `byte ${at}`)
  }
  for (const length of [0, 1, 4, 30, whole.length - 1]) {
    place.ask(`update face_template set vector = ? where id = 'BO'`, whole.subarray(0, length))
    assert.equal((await store.templates.page('m')).length, 2, `${length} bytes`)
  }
  assert.equal(await store.keys.unreadable(), 1)
  place.ask(`update face_template set vector = ? where id = 'BO'`, whole)
  assert.equal((await store.templates.page('m')).length, 3)
})

test('a template that was moved to somebody else, or to another model, is nobody’s', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  const moves = {
    'with its key': `update employee_key set wrapped = (select wrapped from employee_key where employee_id = 'bo')
      where employee_id = 'ana'`,
    'to another employee': `update face_template set employee_id = 'ana' where id = 'BO'`,
    'to another id': `update face_template set id = 'BOB' where id = 'BO'`,
    'to another model': `update face_template set model = 'm2' where id = 'BO'`,
    'with the vector of another': `update face_template set vector =
      (select vector from face_template where id = 'CY') where id = 'BO'`,
    'without a key': `delete from employee_key where employee_id = 'bo'`,
  }
  for (const [title, move] of Object.entries(moves)) {
    const before = await readFile(place.path)
    place.ask(move)
    const store = await place.open()
    const found = [...(await store.templates.page('m')), ...(await store.templates.page('m2'))]
    assert.equal(await store.keys.unreadable(), 1, title)
    assert.equal(found.length, 2, title)
    await store.close()
    await writeFile(place.path, before)
  }
})

test('a template in plain that somebody puts into the database later is nobody’s', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  const plain = new Uint8Array(vectorOf(9).buffer)
  place.ask(`update face_template set vector = ?, sealing = null where id = 'BO'`, plain)
  assert.deepEqual(await readable(place), { ids: ['ANA', 'CY'], unreadable: 1 })
  place.ask(`update face_template set vector = ?, sealing = 1 where id = 'BO'`, plain)
  assert.deepEqual(await readable(place), { ids: ['ANA', 'CY'], unreadable: 1 })
})

test('the database alone tells nothing of a face', async (t) => {
  const place = await makePlace(t)
  await enrolThree(place)
  const rows = place.ask('select vector from face_template order by id')
  for (const [i, { vector }] of rows.entries()) {
    const bytes = new Uint8Array(vector as Uint8Array)
    for (let offset = 0; offset < bytes.length - 4 * vectorLength; offset++) {
      const read = new Float32Array(bytes.slice(offset, offset + 4 * vectorLength).buffer)
      // Numbers that are none of a unit vector count as nothing.
      const sane = normalise(read.map((value) => (Math.abs(value) <= 1 ? value : 0)))
      const cosine = sane.reduce((sum, value, j) => sum + value * (vectorOf(i)[j] as number), 0)
      assert.ok(Math.abs(cosine) < 0.25, `cosine ${cosine}`)
    }
  }
})

test('that a copy of the key is kept is asked for until somebody says so', async (t) => {
  const place = await makePlace(t)
  const store = await place.open()
  assert.equal(await store.keys.isCopied(), false)
  await store.keys.confirmCopy(createdAt)
  await store.close()
  const again = await place.open()
  assert.equal(await again.keys.isCopied(), true)
  await again.close()
})

test('secrets of others are kept under the master key, by name', async (t) => {
  const place = await makePlace(t)
  const store = await place.open()
  t.after(() => store.close())
  const secret = Buffer.from('the password of a webhook')
  await store.secrets.put('webhook', Buffer.from('an older one'))
  await store.secrets.put('webhook', secret)
  await store.secrets.put('oidc', Buffer.from('another'))
  assert.deepEqual(await store.secrets.get('webhook'), secret)
  assert.equal((await readFile(place.path)).includes(secret), false)
  assert.equal(await store.secrets.get('nothing'), undefined)
  place.ask(`update secret set sealed = (select sealed from secret where name = 'oidc')
    where name = 'webhook'`)
  await assert.rejects(store.secrets.get('webhook'), { name: 'SealBrokenError' })
  await store.secrets.drop('webhook')
  assert.equal(await store.secrets.get('webhook'), undefined)
})
