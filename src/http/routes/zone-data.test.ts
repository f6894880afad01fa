import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createZoneRules } from '../../attendance/zone-rules.ts'
import { asOperator } from '../../../test/callers.ts'
import { call, each, get, openOffice } from '../../../test/office.ts'

test('a change of time zone data is shown with the sites and records that it concerns', async (t) => {
  const { house, employeeId } = await openOffice(t)
  assert.deepEqual(get((await call(house, 'GET', '/zone-data')).body, 'events'), [])
  const id = house.newId()
  const clock = { zone: 'Europe/Paris', offsetSeconds: 0 }
  const at = Temporal.Instant.from('2026-03-02T08:00:00Z')
  await house.store.records.append(employeeId, () => ({ id, employeeId, kind: 'in', at, clock }))
  await createZoneRules({ store: house.store, clock: house.clock, version: '2026c' }).note()
  const { body } = await call(house, 'GET', '/zone-data')
  assert.equal(get(body, 'version'), process.versions.tz)
  const change = ['zone', 'sites.0', 'keptOffsetSeconds', 'offsetSeconds', 'count', 'first']
  assert.deepEqual(each(body, 'events.0.findings.changes', ...change), [
    ['Europe/Paris', 'Lyon', 0, 3600, 1, '2026-03-02T08:00:00Z'],
  ])
  const stranger = await asOperator(house, 'manager', [])
  const elsewhere = await house.ask('/zone-data', { headers: stranger })
  assert.deepEqual(each(elsewhere.body, 'events.0.findings.changes', 'sites'), [[]])
})
