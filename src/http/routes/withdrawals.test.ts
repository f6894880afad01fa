import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, each, get, idOf, office, openOffice } from '../../../test/office.ts'

const codeOf = ({ body }: { body: unknown }) => get(body, 'code')

test('an assignment that has not begun is withdrawn, or preceded by another; one that has is not', async (t) => {
  const { house, employeeId, siteId, scheduleId } = await openOffice(t)
  const path = `/employees/${employeeId}/assignments`
  const assign = (from: string) => call(house, 'POST', path, { from, siteId, scheduleId })
  assert.equal((await assign('2026-06-01')).status, 201)
  assert.equal((await assign('2026-04-01')).status, 201)
  const twice = await assign('2026-04-01')
  assert.deepEqual([codeOf(twice), get(twice.body, 'field')], ['rewrites-the-past', 'from'])
  assert.equal((await call(house, 'DELETE', `${path}/2026-06-01`)).status, 204)
  assert.equal(codeOf(await call(house, 'DELETE', `${path}/2026-06-01`)), 'no-such-assignment')
  const { body } = await call(house, 'GET', path)
  assert.deepEqual(each(body, 'assignments', 'from'), ['2026-03-02', '2026-04-01'])
  house.clock.forward(86_400)
  const begun = await call(house, 'DELETE', `${path}/2026-03-02`)
  assert.deepEqual([begun.status, codeOf(begun)], [422, 'rewrites-the-past'])
  assert.equal(codeOf(await assign('2026-03-01')), 'rewrites-the-past')
  assert.equal(codeOf(await call(house, 'DELETE', `${path}/soon`)), 'invalid-request')
})

test('what was never used is deleted, what was is archived, and the refusal says why', async (t) => {
  const { house, employeeId, siteId, scheduleId } = await openOffice(t)
  const site = { name: 'Annexe', zone: 'Europe/Paris' }
  const spare = idOf(await call(house, 'POST', '/sites', site))
  assert.equal((await call(house, 'DELETE', `/sites/${spare}`)).status, 204)
  assert.equal(codeOf(await call(house, 'DELETE', `/sites/${spare}`)), 'no-such-site')
  for (const path of [`/sites/${siteId}`, `/schedules/${scheduleId}`]) {
    const used = await call(house, 'DELETE', path)
    assert.deepEqual([used.status, codeOf(used)], [409, 'in-use'])
    assert.match(String(get(used.body, 'detail')), /archive it/)
    const still = await call(house, 'PATCH', path, { archived: true })
    assert.deepEqual([still.status, codeOf(still)], [409, 'in-use'])
    assert.match(String(get(still.body, 'detail')), /: 1;/)
  }
  const elsewhere = idOf(await call(house, 'POST', '/sites', site))
  const assign = (body: object) => call(house, 'POST', `/employees/${employeeId}/assignments`, body)
  const next = { from: '2026-03-03', siteId: elsewhere, scheduleId: null }
  assert.equal((await assign(next)).status, 201)
  // Still there today.
  assert.equal(codeOf(await call(house, 'PATCH', `/sites/${siteId}`, { archived: true })), 'in-use')
  house.clock.forward(2 * 86_400)
  for (const path of [`/sites/${siteId}`, `/schedules/${scheduleId}`]) {
    const archived = await call(house, 'PATCH', path, { archived: true })
    assert.deepEqual([archived.status, get(archived.body, 'archived')], [200, true])
  }
  const again = await assign({ from: '2026-04-01', siteId, scheduleId: null })
  assert.deepEqual([again.status, codeOf(again)], [422, 'archived'])
  const sheet = await call(house, 'GET', '/timesheets?from=2026-03-02&to=2026-03-02')
  assert.equal(get(sheet.body, 'timesheets.0.days.0.shifts.0.outcome'), 'absent')
  const back = await call(house, 'PATCH', `/sites/${siteId}`, { archived: false })
  assert.equal(get(back.body, 'archived'), false)
})

test('whoever leaves frees their site and schedule for the archive', async (t) => {
  const { house, employeeId, siteId, scheduleId } = await openOffice(t)
  const days = { firstDay: null, lastDay: '2026-03-02' }
  assert.equal((await call(house, 'PUT', `/employees/${employeeId}/employment`, days)).status, 200)
  house.clock.forward(2 * 86_400)
  for (const path of [`/sites/${siteId}`, `/schedules/${scheduleId}`]) {
    assert.equal((await call(house, 'PATCH', path, { archived: true })).status, 200)
  }
})

test('a change of a schedule is withdrawn before it begins, and no night runs into its first morning', async (t) => {
  const { house, scheduleId } = await openOffice(t)
  const path = `/schedules/${scheduleId}/versions`
  const night = { name: 'Night', start: '22:00', end: '06:00' }
  const change = (from: string, shift: object) =>
    call(house, 'POST', path, { from, weeks: [{ monday: [shift], sunday: [shift] }] })
  assert.equal((await change('2026-03-09', night)).status, 201)
  const early = await change('2026-03-16', { ...office, start: '05:00' })
  assert.deepEqual(
    [early.status, codeOf(early), get(early.body, 'field')],
    [422, 'shifts-overlap', 'from'],
  )
  assert.equal((await call(house, 'DELETE', `${path}/2026-03-09`)).status, 204)
  assert.equal((await change('2026-03-16', { ...office, start: '05:00' })).status, 201)
  assert.equal(codeOf(await call(house, 'DELETE', `${path}/2026-01-05`)), 'rewrites-the-past')
  assert.equal(codeOf(await call(house, 'DELETE', `${path}/2026-02-05`)), 'no-such-schedule')
})

test('another calendar holds from a day on, and no month before it moves', async (t) => {
  const { house, siteId } = await openOffice(t)
  const may = '/timesheets?from=2026-05-01&to=2026-05-31'
  const patch = (body: object) => call(house, 'PATCH', `/sites/${siteId}`, body)
  const before = (await call(house, 'GET', may)).body
  house.clock.forward(91 * 86_400)
  const past = await patch({ calendar: 'ma', calendarFrom: '2026-05-01' })
  assert.deepEqual([codeOf(past), get(past.body, 'field')], ['rewrites-the-past', 'calendarFrom'])
  assert.equal(codeOf(await patch({ calendarFrom: '2026-07-01' })), 'invalid-value')
  const changed = await patch({ calendar: 'ma' })
  assert.deepEqual(get(changed.body, 'calendars'), [
    { from: null, calendar: 'fr' },
    { from: '2026-06-01', calendar: 'ma' },
  ])
  assert.equal(get(changed.body, 'calendar'), 'ma')
  const holidays = (json: unknown) => each(json, 'timesheets.0.days', 'date', 'holiday.en')
  assert.deepEqual(holidays((await call(house, 'GET', may)).body), holidays(before))
  const year = (await call(house, 'GET', `/sites/${siteId}/holidays?year=2026`)).body
  const dates = each(year, 'holidays', 'date')
  assert.ok(dates.includes('2026-05-14') && dates.includes('2026-07-30'))
  assert.ok(!dates.includes('2026-07-14') && !dates.includes('2026-01-11'))
  const later = await patch({ calendar: 'fr', calendarFrom: '2026-09-01' })
  assert.equal(get(later.body, 'calendar'), 'ma')
  // A calendar that begins twice on a day is the last that was said.
  const twice = await patch({ calendar: null, calendarFrom: '2026-09-01' })
  assert.deepEqual(each(twice.body, 'calendars', 'calendar'), ['fr', 'ma', null])
})

test('leave that has begun is taken back and kept, leave that has not is gone', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const path = `/employees/${employeeId}/leaves`
  const grant = async (from: string) =>
    idOf(await call(house, 'POST', path, { from, to: from, kind: 'paid' }))
  const [begun, later] = [await grant('2026-03-02'), await grant('2026-03-09')]
  for (const leave of [begun, later]) {
    assert.equal((await call(house, 'DELETE', `/leaves/${leave}`)).status, 204)
    assert.equal(codeOf(await call(house, 'DELETE', `/leaves/${leave}`)), 'no-such-leave')
  }
  const { body } = await call(house, 'GET', `${path}?from=2026-03-01&to=2026-03-31`)
  assert.deepEqual(get(body, 'leaves'), [])
  assert.deepEqual(each(body, 'takenBack', 'leave.id', 'at'), [[begun, '2026-03-02T08:00:00Z']])
  const sheet = await call(house, 'GET', '/timesheets?from=2026-03-02&to=2026-03-02')
  assert.equal(get(sheet.body, 'timesheets.0.total.leavePaid'), 0)
})
