import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, get, idOf, openOffice } from '../../../test/office.ts'

test('a typed time is of the clocks of the site where the employee belonged on that day', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const site = await call(house, 'POST', '/sites', { name: 'New York', zone: 'America/New_York' })
  const moved = await call(house, 'POST', `/employees/${employeeId}/assignments`, {
    from: '2026-03-09',
    siteId: idOf(site),
    scheduleId: null,
  })
  assert.equal(moved.status, 201, JSON.stringify(moved.body))
  house.clock.forward(86_400)
  const told = { employeeId, reason: 'Oubli', action: 'add', kind: 'in' }
  const typed = async (at: string) =>
    get((await call(house, 'POST', '/corrections', { ...told, at })).body, 'becomes.at')
  assert.equal(await typed('2026-03-02T09:00'), '2026-03-02T08:00:00Z')
  house.clock.forward(8 * 86_400)
  assert.equal(await typed('2026-03-03T09:00'), '2026-03-03T08:00:00Z')
  assert.equal(await typed('2026-03-09T09:00'), '2026-03-09T13:00:00Z')
  assert.equal(await typed('2026-03-04T09:00+00:00'), '2026-03-04T09:00:00Z')
})
