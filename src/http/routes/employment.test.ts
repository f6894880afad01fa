import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, each, get, openOffice } from '../../../test/office.ts'

const month = '/timesheets?from=2026-03-01&to=2026-03-31'

test('nothing is planned, missed or due before the first day and after the last', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const path = `/employees/${employeeId}/employment`
  const put = await call(house, 'PUT', path, { firstDay: '2026-03-04', lastDay: '2026-03-10' })
  assert.deepEqual(put.body, { firstDay: '2026-03-04', lastDay: '2026-03-10' })
  house.clock.forward(40 * 86_400)
  const { body } = await call(house, 'GET', month)
  assert.deepEqual(each(body, 'timesheets.0.days', 'date'), [
    ...['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'],
  ])
  assert.equal(get(body, 'timesheets.0.total.absent'), 5 * 8 * 3600)
  const one = await call(house, 'GET', `/employees/${employeeId}`)
  assert.equal(get(one.body, 'lastDay'), '2026-03-10')
  const all = await call(house, 'GET', '/employees')
  assert.equal(get(all.body, 'employees.0.firstDay'), '2026-03-04')
  const april = await call(house, 'GET', '/timesheets?from=2026-04-01&to=2026-04-30')
  assert.deepEqual(get(april.body, 'timesheets'), [])
})

test('whoever was forgotten with their records kept is absent no day after that', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  await record('2026-03-02T08:00:00Z', 'in')
  house.clock.forward(8 * 86_400)
  await call(house, 'DELETE', `/employees/${employeeId}`)
  house.clock.forward(60 * 86_400)
  const { body } = await call(house, 'GET', month)
  assert.equal(each(body, 'timesheets.0.days', 'date').at(-1), '2026-03-10')
  // That they had left before is said afterwards.
  const put = await call(house, 'PUT', `/employees/${employeeId}/employment`, {
    firstDay: null,
    lastDay: '2026-03-04',
  })
  assert.equal(put.status, 200)
  const after = await call(house, 'GET', month)
  assert.equal(each(after.body, 'timesheets.0.days', 'date').at(-1), '2026-03-04')
})

test('work outside of the employment counts and is to be looked at', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const path = `/employees/${employeeId}/employment`
  await call(house, 'PUT', path, { firstDay: '2026-03-03', lastDay: null })
  await record('2026-03-02T08:00:00Z', 'in')
  await record('2026-03-02T16:00:00Z', 'out')
  house.clock.forward(86_400)
  const query = 'from=2026-03-02&to=2026-03-02'
  const { body } = await call(house, 'GET', `/timesheets/to-correct?${query}`)
  assert.deepEqual(each(body, 'days.0.day.marks', 'code'), ['outside-employment'])
  assert.equal(get(body, 'days.0.day.figures.worked'), 8 * 3600)
})

test('a last day before the first is refused by its field, and nothing is kept', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const path = `/employees/${employeeId}/employment`
  const put = async (body: object, to = path) => {
    const { status, body: said } = await call(house, 'PUT', to, body)
    return [status, get(said, 'code'), get(said, 'field')]
  }
  assert.deepEqual(await put({ firstDay: '2026-03-04', lastDay: '2026-03-03' }), [
    ...[400, 'invalid-range', 'lastDay'],
  ])
  assert.deepEqual(await put({ firstDay: '1900-01-01', lastDay: null }), [
    ...[422, 'invalid-value', 'firstDay'],
  ])
  assert.equal((await put({ firstDay: 'soon', lastDay: null }))[0], 400)
  assert.equal((await put({ lastDay: null }))[0], 400)
  const nobody = `/employees/${house.newId()}/employment`
  assert.equal((await put({ firstDay: null, lastDay: null }, nobody))[1], 'no-such-employee')
  const one = await call(house, 'GET', `/employees/${employeeId}`)
  assert.equal(get(one.body, 'lastDay'), null)
})
