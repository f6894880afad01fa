import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { call, each, get, idOf, office, openOffice } from '../../../test/office.ts'

test('a half day of leave excuses its half, and the other half is judged', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const path = `/employees/${employeeId}/leaves`
  const leave = await call(house, 'POST', path, {
    from: '2026-03-02',
    to: '2026-03-03',
    kind: 'paid',
    part: 'morning',
  })
  assert.deepEqual(
    [leave.status, get(leave.body, 'part'), get(leave.body, 'start')],
    [201, 'morning', null],
  )
  // 09:00 to 17:00 is divided at 13:00, which is noon in UTC.
  await record('2026-03-02T12:20:00Z', 'in')
  await record('2026-03-02T16:00:00Z', 'out')
  house.clock.forward(2 * 86_400)
  const sheet = await call(house, 'GET', '/timesheets?from=2026-03-02&to=2026-03-03')
  const figures = ['planned', 'worked', 'late', 'absent', 'leavePaid', 'daysOfLeave']
  assert.deepEqual(
    each(sheet.body, 'timesheets.0.days', ...figures.map((name) => `figures.${name}`)),
    [
      [4 * 3600, 3 * 3600 + 2400, 1200, 0, 4 * 3600, 0.5],
      [4 * 3600, 0, 0, 4 * 3600, 4 * 3600, 0.5],
    ],
  )
  assert.deepEqual(
    each(sheet.body, 'timesheets.0.days', 'shifts.0.outcome', 'leave', 'leaves.0.part'),
    [
      ['attended', null, 'morning'],
      ['absent', null, 'morning'],
    ],
  )
  assert.equal(get(sheet.body, 'timesheets.0.total.daysOfLeave'), 1)
  const csv = await house.fetch(`/exports/days.csv?from=2026-03-02&to=2026-03-03&language=en`)
  const rows = parse(await csv.text(), { columns: true }) as Record<string, string>[]
  assert.deepEqual(
    rows.map((row) => [row['Leave'], row['Paid leave'], row['Days of leave']]),
    Array(2).fill(['Paid (morning)', '4:00:00', '0.5']),
  )
})

test('hours of leave let somebody go early, and two kinds may share a day', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const path = `/employees/${employeeId}/leaves`
  const day = { from: '2026-03-02', to: '2026-03-02' }
  const hours = { ...day, kind: 'sick', part: 'hours', start: '15:00', end: '17:00' }
  assert.equal((await call(house, 'POST', path, hours)).status, 201)
  const morning = { ...hours, kind: 'unpaid', start: '09:00', end: '10:00' }
  assert.equal((await call(house, 'POST', path, morning)).status, 201)
  const clash = await call(house, 'POST', path, { ...day, kind: 'paid', part: 'afternoon' })
  assert.equal(get(clash.body, 'code'), 'leaves-overlap')
  await record('2026-03-02T09:00:00Z', 'in')
  await record('2026-03-02T14:00:00Z', 'out')
  house.clock.forward(86_400)
  const sheet = await call(house, 'GET', '/timesheets?from=2026-03-02&to=2026-03-02')
  const total = get(sheet.body, 'timesheets.0.total')
  assert.deepEqual(
    ['planned', 'worked', 'late', 'early', 'leaveSick', 'leaveUnpaid', 'daysOfLeave'].map((name) =>
      get(total, name),
    ),
    [5 * 3600, 5 * 3600, 0, 0, 2 * 3600, 3600, 0],
  )
  assert.deepEqual(each(sheet.body, 'timesheets.0.days.0.leaves', 'kind', 'start', 'end'), [
    ['sick', '15:00', '17:00'],
    ['unpaid', '09:00', '10:00'],
  ])
})

test('of two leaves of the same time that are noted at once, one is kept', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const draft = { from: '2026-03-09', to: '2026-03-13', kind: 'paid' }
  const path = `/employees/${employeeId}/leaves`
  const both = await Promise.all([1, 2].map(() => call(house, 'POST', path, draft)))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422])
})

test('work on a half day of leave, or without a shift, is shown', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  await call(house, 'POST', `/employees/${employeeId}/leaves`, {
    from: '2026-03-06',
    to: '2026-03-06',
    kind: 'paid',
    part: 'afternoon',
  })
  for (const day of ['06', '07']) {
    await record(`2026-03-${day}T08:00:00Z`, 'in')
    await record(`2026-03-${day}T16:00:00Z`, 'out')
  }
  house.clock.forward(6 * 86_400)
  const range = 'from=2026-03-06&to=2026-03-07'
  const sheet = await call(house, 'GET', `/timesheets?${range}`)
  assert.deepEqual(each(sheet.body, 'timesheets.0.days', 'date', 'marks.0.code'), [
    ['2026-03-06', 'worked-on-leave'],
    ['2026-03-07', 'outside-schedule'],
  ])
  const toCorrect = await call(
    house,
    'GET',
    `/timesheets/to-correct?${range}&employee=${employeeId}`,
  )
  assert.deepEqual(each(toCorrect.body, 'days', 'day.date'), ['2026-03-07'])
})

test('overtime by rates is in the week, the month and the export, and only one way at a time', async (t) => {
  const { house, employeeId, siteId, record } = await openOffice(t)
  const overtimeBands = [
    { label: '25 %', per: 'week', after: 35 * 60 },
    { label: '50 %', per: 'week', after: 43 * 60 },
    { label: '100 %', per: 'week', after: 43 * 60, on: 'rest-day', between: { start: '00:00', end: '05:00' } },
  ] // prettier-ignore
  const draft = { name: 'Atelier', from: '2026-01-05', weeks: [{ monday: [office] }] }
  const wrong = await call(house, 'POST', '/schedules', {
    ...draft,
    rules: { overtimeBands, overtimeWeekAfter: 2100 },
  })
  assert.deepEqual(
    [get(wrong.body, 'code'), get(wrong.body, 'field')],
    ['invalid-value', 'rules.overtimeWeekAfter'],
  )
  const schedule = await call(house, 'POST', '/schedules', { ...draft, rules: { overtimeBands } })
  assert.equal(schedule.status, 201, JSON.stringify(schedule.body))
  assert.deepEqual(get(schedule.body, 'versions.0.rules.overtimeBands'), overtimeBands)
  await call(house, 'POST', `/employees/${employeeId}/assignments`, {
    from: '2026-03-09',
    siteId,
    scheduleId: idOf(schedule),
  })
  for (const day of ['09', '10', '11', '12', '13']) {
    await record(`2026-03-${day}T08:00:00Z`, 'in')
    await record(`2026-03-${day}T17:00:00Z`, 'out')
  }
  house.clock.forward(14 * 86_400)
  const range = 'from=2026-03-09&to=2026-03-15'
  const { body } = await call(house, 'GET', `/timesheets?${range}&by=month`)
  const bands = [
    { label: '25 %', seconds: 8 * 3600 },
    { label: '50 %', seconds: 2 * 3600 },
    { label: '100 %', seconds: 0 },
  ]
  assert.deepEqual(get(body, 'timesheets.0.weeks'), [
    { week: '2026-W11', sunday: '2026-03-15', overtime: 10 * 3600, bands },
  ])
  assert.deepEqual(get(body, 'timesheets.0.periods.0.bands'), bands)
  assert.equal(get(body, 'timesheets.0.total.overtime'), 10 * 3600)
  const long = await house.fetch(`/exports/overtime.csv?${range}&language=en`)
  const rows = parse(await long.text()) as string[][]
  assert.deepEqual(
    rows.map((row) => row.slice(1)),
    [
      ['Employee', 'Site', 'Week', 'Rate', 'Overtime'],
      ['Amina', 'Lyon', '2026-W11', '25 %', '8:00:00'],
      ['Amina', 'Lyon', '2026-W11', '50 %', '2:00:00'],
    ],
  )
  const weeks = await house.fetch(`/exports/weeks.csv?${range}&language=en`)
  const [first] = parse(await weeks.text(), { columns: true }) as Record<string, string>[]
  assert.equal(first?.['Overtime by rate'], '25 %: 8:00:00, 50 %: 2:00:00')
})

test('the overtime of a law is offered, and is what a schedule takes', async (t) => {
  const { house } = await openOffice(t)
  const { body } = await call(house, 'GET', '/overtime-presets')
  assert.deepEqual(each(body, 'presets', 'id'), ['fr', 'ma'])
  for (const overtimeBands of each(body, 'presets', 'bands')) {
    const draft = { name: 'Loi', from: '2026-01-05', weeks: [{ monday: [office] }] }
    const made = await call(house, 'POST', '/schedules', { ...draft, rules: { overtimeBands } })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.deepEqual(get(made.body, 'versions.0.rules.overtimeBands'), overtimeBands)
  }
})

test('leave is imported from CSV after a dry run, all of it or none, and once', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const post = (csv: string, query = '') =>
    call(house, 'POST', `/imports/leaves${query}`, csv, 'text/csv')
  const count = async () => {
    const path = `/employees/${employeeId}/leaves?from=2026-01-01&to=2026-12-31`
    return each((await call(house, 'GET', path)).body, 'leaves', 'id').length
  }
  const good =
    'employee,from,to,kind,part\nAmina,2026-03-02,2026-03-06,paid,\nAmina,2026-03-09,,sick,morning\n'
  const dry = await post(good, '?dryRun=true')
  assert.deepEqual(
    [get(dry.body, 'imported'), each(dry.body, 'rows', 'outcome')],
    [false, ['new', 'new']],
  )
  assert.equal(await count(), 0)
  const bad = await post(`${good}Bilal,2026-03-02,,paid,\n`)
  assert.deepEqual(
    [
      get(bad.body, 'imported'),
      get(bad.body, 'rows.2.row'),
      get(bad.body, 'rows.2.problems.0.field'),
    ],
    [false, 4, 'employee'],
  )
  assert.equal(await count(), 0)
  const both = await Promise.all([post(good), post(good)])
  assert.deepEqual(
    both.map(({ body }) => get(body, 'imported')),
    [true, true],
  )
  assert.equal(await count(), 2)
  assert.deepEqual(each((await post(good)).body, 'rows', 'outcome'), Array(2).fill('already-there'))
  const headless = await post('employee,from\nAmina,2026-03-02\n')
  assert.deepEqual(
    [get(headless.body, 'reason'), get(headless.body, 'field')],
    ['missing-header', 'kind'],
  )
})
