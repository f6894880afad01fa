import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { actAs } from '../src/access/audit/acting.ts'
import { addToAnchorFile, hasDay, readAnchorFile } from '../src/access/audit/anchor-file.ts'
import { anchorDay } from '../src/access/audit/anchor-day.ts'
import { readAnchors } from '../src/access/audit/anchor.ts'
import { checkReceipt } from '../src/access/audit/check-receipt.ts'
import { verifyChain } from '../src/access/audit/verify-chain.ts'
import { erasureFile, forgetAgain, noteErasures } from '../src/access/erased.ts'
import { createBackups } from '../src/store/backup/backups.ts'
import { createStore, type Store } from '../src/store/store.ts'
import { testMasterKey } from './master-key.ts'

const at = Temporal.Instant.from('2026-03-02T08:00:00Z')

async function openStore(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-audit-'))
  const path = join(directory, 'pointeuse.db')
  const store = await createStore(`sqlite:${path}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  return { directory, path, store }
}

async function verdictOf({ audit }: Store, anchors = '') {
  const publicKey = await audit.publicKey()
  const entries = await audit.page(0)
  const head = await audit.head()
  return verifyChain({ entries, head, anchors: readAnchors(anchors, publicKey), publicKey })
}

const clockIn = async (store: Store, employeeId: string, id: string) => {
  const appended = await store.records.append(employeeId, () => ({
    id,
    employeeId,
    kind: 'in',
    at,
  }))
  return appended?.proof ?? ''
}

test('what is done to people is entered, in the name of whoever did it and without theirs', async (t) => {
  const { store } = await openStore(t)
  await actAs('operator:o1', async () => {
    await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
    await store.employees.rename('ana', 'Anna')
  })
  await actAs('kiosk:k1', () => clockIn(store, 'ana', 'r1'))
  await store.audit.append({ action: 'viewed', employeeId: 'ana', detail: { route: '/employees' } })
  const entries = await store.audit.page(0)
  assert.deepEqual(
    entries.map(({ actor, action }) => [actor, action]),
    [
      ['operator:o1', 'employee-enrolled'],
      ['operator:o1', 'employee-renamed'],
      ['kiosk:k1', 'record-added'],
      ['program', 'viewed'],
    ],
  )
  assert.equal(new Set(entries.map(({ subject }) => subject)).size, 1)
  assert.doesNotMatch(JSON.stringify(entries), /"ana|Ann?a|r1/)
  assert.deepEqual(await verdictOf(store), { entries: 4, faults: [] })
})

test('a change that failed has no entry, and an entry that failed no change', async (t) => {
  const { store, path } = await openStore(t)
  await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
  await assert.rejects(store.records.append('ana', () => assert.fail('no record')))
  assert.equal((await store.audit.head()).number, 1)
  const database = new DatabaseSync(path)
  database.exec('alter table audit_entry rename to elsewhere')
  await assert.rejects(clockIn(store, 'ana', 'r1'))
  database.exec('alter table elsewhere rename to audit_entry')
  database.close()
  assert.deepEqual(await store.records.list({ limit: 10 }), [])
})

test('erasing somebody leaves the chain whole, and nothing that leads to them', async (t) => {
  const { store, path } = await openStore(t)
  await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
  const receipt = await clockIn(store, 'ana', 'r1')
  assert.equal(await checkReceipt(store.audit, receipt), 'good')
  assert.equal(await store.employees.forget('ana', 'erase', at), true)
  assert.deepEqual(await verdictOf(store), { entries: 3, faults: [] })
  assert.equal(await checkReceipt(store.audit, receipt), 'record-gone')
  const database = new DatabaseSync(path)
  assert.deepEqual(database.prepare('select * from audit_subject').all(), [])
  database.close()
})

test('the database itself refuses to change or delete an entry', async (t) => {
  const { store, path } = await openStore(t)
  await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
  const database = new DatabaseSync(path)
  t.after(() => database.close())
  assert.throws(() => database.exec(`update audit_entry set actor = 'x'`), /append-only/)
  assert.throws(() => database.exec('delete from audit_entry'), /append-only/)
})

test('a record that was changed, and one that was lost with the end of the database, are told by receipts', async (t) => {
  const { store, path, directory } = await openStore(t)
  await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
  const first = await clockIn(store, 'ana', 'r1')
  const chunks: Uint8Array[] = []
  for await (const chunk of createBackups(`sqlite:${path}`, testMasterKey).write().bytes)
    chunks.push(chunk as Uint8Array)
  const later = await clockIn(store, 'ana', 'r2')

  const restoredUrl = `sqlite:${join(directory, 'restored.db')}`
  await createBackups(restoredUrl, testMasterKey).restore(
    (async function* () {
      yield Buffer.concat(chunks)
    })(),
  )
  const restored = await createStore(restoredUrl, testMasterKey)
  assert.equal(await checkReceipt(restored.audit, first), 'good')
  assert.equal(await checkReceipt(restored.audit, later), 'lost')
  assert.equal(await checkReceipt(restored.audit, `${later}x`), 'not-ours')
  await restored.close()

  const database = new DatabaseSync(path)
  database.exec(`drop trigger attendance_record_stays; update attendance_record set kind = 'out'`)
  database.close()
  assert.equal(await checkReceipt(store.audit, first), 'record-changed')
})

test('a day has one anchor, whatever was cut off before it, and it speaks of the chain', async (t) => {
  const { store, directory } = await openStore(t)
  const path = join(directory, 'anchors')
  await store.employees.create({ id: 'ana', name: 'Ana', createdAt: at }, [])
  await anchorDay(store.audit, path, '2026-03-02T00:00:01Z')
  await anchorDay(store.audit, path, '2026-03-02T23:00:00Z')
  const whole = readAnchorFile(path)
  assert.equal(whole.split('\n').length, 2)
  await writeFile(path, whole + whole.slice(0, 40))
  await anchorDay(store.audit, path, '2026-03-03T00:00:00Z')
  assert.deepEqual(await verdictOf(store, readAnchorFile(path)), { entries: 1, faults: [] })
  assert.equal(hasDay(readAnchorFile(path), '2026-03-04T00:00:00Z'), false)
  addToAnchorFile(path, whole.replace('"number":1', '"number":2'))
  assert.equal((await verdictOf(store, readAnchorFile(path))).faults[0]?.fault, 'anchor-forged')
})

test('whoever was forgotten is forgotten again when an older copy brings them back', async (t) => {
  const { store, path, directory } = await openStore(t)
  for (const id of ['ana', 'bo', 'cy'])
    await store.employees.create({ id, name: id, createdAt: at }, [])
  await clockIn(store, 'bo', 'r1')
  const chunks: Uint8Array[] = []
  for await (const chunk of createBackups(`sqlite:${path}`, testMasterKey).write().bytes)
    chunks.push(chunk as Uint8Array)
  await store.employees.forget('ana', 'erase', at)
  await store.employees.forget('bo', 'keep', at)
  const list = erasureFile(join(directory, 'erasures.jsonl'))
  await noteErasures(list, store.forgotten)
  // What a crash has cut off is no reason to lose the others.
  await writeFile(join(directory, 'erasures.jsonl'), '{"employeeId":"cy","rec', { flag: 'a' })

  const url = `sqlite:${join(directory, 'restored.db')}`
  await createBackups(url, testMasterKey).restore(
    (async function* () {
      yield Buffer.concat(chunks)
    })(),
  )
  const restored = await createStore(url, testMasterKey)
  assert.equal((await restored.employees.list({ limit: 10 })).length, 3)
  assert.equal(await forgetAgain(list, restored), 2)
  assert.deepEqual(
    (await restored.employees.list({ limit: 10 })).map(({ id }) => id),
    ['cy'],
  )
  assert.equal((await restored.records.list({ limit: 10 })).length, 1, 'records that were kept')
  assert.equal(await forgetAgain(list, restored), 0)
  await restored.close()
})
