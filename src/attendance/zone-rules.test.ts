import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { accepted } from '../time/problem.ts'
import { createTestClock } from '../../test/house.ts'
import { createStore } from '../store/store.ts'
import { testMasterKey } from '../../test/master-key.ts'
import { createIds } from '../system/ids.ts'
import { clockAt, type LocalClock } from '../time/zone.ts'
import { createZoneRules } from './zone-rules.ts'

const zone = 'Africa/Casablanca'

async function openRecords(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-zones-'))
  const store = await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const clock = createTestClock('2026-11-23T12:00:00Z')
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const employeeId = newId()
  await store.employees.create({ id: employeeId, name: 'Amina', createdAt: clock.now() }, [])
  const record = async (at: string, made?: LocalClock) => {
    const moment = Temporal.Instant.from(at)
    const bare = { id: newId(), employeeId, kind: 'in' as const, at: moment }
    await store.records.append(employeeId, () => ({ ...bare, ...(made && { clock: made }) }))
  }
  const rules = (version: string) => createZoneRules({ store, clock, version })
  return { store, clock, newId, record, rules, employeeId }
}

test('records made under old rules are counted when the rules change, once, and none is rewritten', async (t) => {
  const { store, record, rules, employeeId } = await openRecords(t)
  // By the data of 2025 Morocco would still be an hour ahead of UTC in autumn 2026.
  const old = { zone, offsetSeconds: 3600 }
  await record('2026-09-19T08:00:00Z', old)
  // The clocks went back at 02:00 UTC on this day: the first is of before, the others are not.
  await record('2026-09-20T00:30:00Z', old)
  await record('2026-09-20T08:00:00Z', old)
  await record('2026-10-05T08:00:00Z', old)
  const before = await store.hours.of([employeeId], { from: 0, to: 2e15 })

  assert.equal((await rules('2025c').note())?.ordinal, 1)
  assert.equal(await rules('2025c').note(), undefined)
  const event = await rules('2026c').note()
  assert.deepEqual(event?.findings, {
    records: 4,
    withoutClock: 0,
    changes: [
      {
        zone,
        keptOffsetSeconds: 3600,
        offsetSeconds: 0,
        count: 2,
        first: Date.parse('2026-09-20T08:00:00Z') * 1000,
        last: Date.parse('2026-10-05T08:00:00Z') * 1000,
      },
    ],
  })
  assert.equal(await rules('2026c').note(), undefined)
  assert.deepEqual(
    (await rules('2026c').events()).map(({ version }) => version),
    ['2025c', '2026c'],
  )
  assert.deepEqual(await store.hours.of([employeeId], { from: 0, to: 2e15 }), before)
})

test('records by the rules in use are not reported, through summer and winter and either side of a change', async (t) => {
  const { record, rules } = await openRecords(t)
  for (const name of ['Europe/Paris', 'Australia/Lord_Howe', zone]) {
    for (const at of ['2026-01-15T08:00:00Z', '2026-07-15T08:00:00Z', '2026-10-24T23:59:59Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z']) {
      await record(at, clockAt(name, Date.parse(at) / 1000))
    }
  } // prettier-ignore
  assert.deepEqual(await rules('x').findings(), { records: 15, withoutClock: 0, changes: [] })
})

test('a clock-in keeps the clocks of its site, of the employee’s own, or of UTC', async (t) => {
  const { store, newId, record, employeeId } = await openRecords(t)
  const lastClock = async () => {
    const [last] = await store.records.list({ employeeId, limit: 1 })
    return last?.clock
  }
  await record('2026-07-01T08:00:00Z')
  assert.deepEqual(await lastClock(), { zone: 'UTC', offsetSeconds: 0 })
  const now = 0
  const [paris, lordHowe] = ['Europe/Paris', 'Australia/Lord_Howe'].map((name) => ({
    id: newId(),
    name,
    zone: name,
    calendar: null,
  }))
  assert.ok(paris && lordHowe)
  await store.sites.add(paris, now)
  await store.sites.add(lordHowe, now)
  await record('2026-07-02T08:00:00Z')
  assert.deepEqual(await lastClock(), { zone: 'Europe/Paris', offsetSeconds: 7200 })
  const assignment = {
    id: newId(),
    employeeId,
    siteId: lordHowe.id,
    scheduleId: null,
    weekOffset: 0,
  }
  await store.assignments.add({ ...assignment, from: 20_636 }, now, () => accepted(null))
  await record('2026-07-03T08:00:00Z')
  assert.deepEqual(await lastClock(), { zone: 'Australia/Lord_Howe', offsetSeconds: 37_800 })
  const id = newId()
  const at = Temporal.Instant.from('2026-07-04T08:00:00Z')
  await store.records.append(employeeId, () => ({
    id,
    employeeId,
    kind: 'in',
    at,
    siteId: paris.id,
  }))
  assert.deepEqual(await lastClock(), { zone: 'Europe/Paris', offsetSeconds: 7200 })
})

test('records from before the program kept what clocks showed are counted as such', async (t) => {
  const { store, newId, rules } = await openRecords(t)
  const id = newId()
  const person = { id, name: 'Bilal', createdAt: 0, assignment: null }
  const bare = { employeeId: id, siteId: null, kind: 'in' } as const
  await store.hours.takeOver([{ person, records: [{ ...bare, id: newId(), at: 1e15 }] }])
  assert.deepEqual(await rules('x').findings(), { records: 1, withoutClock: 1, changes: [] })
})
