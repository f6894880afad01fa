import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createImportOlder, type OlderProgram } from '../src/attendance/import/older-import.ts'
import { createStore } from '../src/store/store.ts'
import { createIds } from '../src/system/ids.ts'
import { createTestClock } from './house.ts'
import { testMasterKey } from './master-key.ts'

test('whoever was erased does not come back with the next import', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-erased-'))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const clock = createTestClock()
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const timestamp = '2026-02-02 08:00:00'
  const older: OlderProgram = {
    source: 'a'.repeat(64),
    employees: async () =>
      ['Ana', 'Bo', 'Cy'].map((name, i) => ({
        ...{ id: i + 1, name, hasEmbedding: false, photoPath: null },
      })),
    // Cy was never recorded.
    recordsOf: async (employeeId, afterId) =>
      afterId === 0 && employeeId < 3 ? [{ id: employeeId, employeeId, timestamp }] : [],
    strayRecords: async () => [],
    close: async () => undefined,
  }
  const take = async () => {
    const options = { zone: 'UTC', debounceSeconds: 60, isDryRun: false }
    const result = await createImportOlder({ store, clock, newId })(older, options)
    assert.ok(result.ok)
    return result.value
  }
  assert.equal((await take()).employees, 3)
  const people = await store.hours.people({ limit: 10, since: 0 })
  for (const { id, name } of people)
    if (name !== 'Bo') assert.ok(await store.employees.forget(id, 'erase', clock.now()))
  const again = await take()
  assert.deepEqual([again.employees, again.known, again.records], [0, 1, 0])
  assert.deepEqual(
    again.passedOver.map(({ legacyId }) => legacyId),
    [1, 3],
  )
  const left = await store.hours.people({ limit: 10, since: 0 })
  assert.deepEqual(
    left.map(({ name }) => name),
    ['Bo'],
  )
})
