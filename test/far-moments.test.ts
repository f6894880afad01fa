import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTimestamp, takeRecords } from '../src/attendance/import/legacy.ts'
import { instantOfMicros } from '../src/time/instant.ts'
import { parseExactTime } from '../src/time/wall-time.ts'
import { call, each, get, openOffice } from './office.ts'

const far = ['0026-03-02T08:00', '0000-01-01T00:00', '1969-12-31T22:59', '2200-01-02T00:00']

test('a moment outside the years of time clocks is refused, on clocks and with an offset', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const told = { employeeId, reason: 'Oubli', action: 'add', kind: 'in' }
  for (const moment of far) {
    for (const at of [moment, `${moment}:00.5Z`, `${moment}+01:00`]) {
      const { status, body } = await call(house, 'POST', '/corrections', { ...told, at })
      assert.equal(status, 422, at)
      assert.deepEqual([get(body, 'code'), get(body, 'field')], ['invalid-value', 'at'], at)
    }
  }
  assert.deepEqual(each((await call(house, 'GET', '/corrections')).body, 'corrections', 'id'), [])
})

test('the first and the last moment of those years are ones', () => {
  for (const [text, isOne] of [
    ['1969-12-31T23:59:59.999999Z', false],
    ['1970-01-01T00:00:00Z', true],
    ['2199-12-31T23:59:59.999999Z', true],
    ['2200-01-01T00:00:00Z', false],
  ] as const)
    assert.equal(parseExactTime(text, 'UTC', 'at').ok, isOne, text)
})

test('a moment that an older program cannot have meant is a refused row', () => {
  const settings = { zoneId: 'UTC', debounceSeconds: 60, sessionLimit: () => 960, now: 4e15 }
  for (const moment of far) {
    assert.notEqual(readTimestamp(moment, 'UTC'), null)
    const [taken] = takeRecords([{ id: 1, employeeId: 1, timestamp: moment }], settings)
    assert.equal(taken?.outcome === 'refused' && taken.refused.problem.code, 'out-of-range')
  }
})

test('a row that is there nevertheless keeps nothing else from being read', async (t) => {
  const { house, employeeId, record } = await openOffice(t, { correctionsNeedApproval: false })
  await record('2026-03-02T08:00:00Z', 'in')
  const own = { reason: 'Oubli', kind: 'out', employeeId, action: 'add' }
  const added = await call(house, 'POST', '/corrections', { ...own, at: '2026-03-02T08:30' })
  assert.equal(added.status, 201)
  const told = { employeeId, reason: 'Oubli', by: 'Nadia', writtenAt: 0 }
  for (const at of [-61_346_304_000_000_000, 9_000_000_000_000_000_000]) {
    const id = house.newId()
    const becomes = { kind: 'in', at, siteId: null } as const
    const decision = { correctionId: id, outcome: 'not-needed', by: 'Nadia', at: 0 } as const
    const correction = { ...told, id, action: 'add', becomes } as const
    assert.equal(await house.store.corrections.add(correction, undefined, decision), 'added')
    await house.store.records.append(employeeId, () => ({
      ...{ id: house.newId(), employeeId, kind: 'in' as const },
      // As far as a zone has clocks.
      at: instantOfMicros(Math.min(at, 9_100_000_000_000_000)),
    }))
  }
  const range = 'from=2026-03-01&to=2026-03-31'
  for (const [path, list, count] of [
    ['/corrections', 'corrections', 3],
    ['/attendance', 'records', 3],
    [`/timesheets?${range}`, 'timesheets', 1],
    [`/timesheets/to-correct?${range}`, 'days', 1],
    ['/zone-data', 'events', 0],
  ] as const) {
    const { status, body } = await call(house, 'GET', path)
    assert.equal(status, 200, `${path} ${JSON.stringify(body)}`)
    assert.equal(((get(body, list) ?? body) as unknown[]).length, count, path)
  }
  for (const kind of ['corrections', 'records', 'overtime', 'days'])
    for (const form of ['csv', 'xlsx', 'json']) {
      const response = await house.fetch(`/exports/${kind}.${form}?${range}`)
      assert.equal(response.status, 200, `${kind}.${form}`)
      assert.ok((await response.arrayBuffer()).byteLength > 0)
    }
})
