import assert from 'node:assert/strict'
import { text as textOf } from 'node:stream/consumers'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { openHouse, type House } from '../../../test/house.ts'
import { type As, asOperator } from '../../../test/callers.ts'
import { call, each, get, idOf, office, openOffice } from '../../../test/office.ts'

const approveAs = (house: House, as: As, id: string) =>
  house.ask(`/corrections/${id}/decision`, {
    method: 'POST',
    headers: { ...as, 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'approved' }),
  })

test('a week at the office becomes a timesheet, by day and by week', async (t) => {
  const { house, employeeId, siteId, record } = await openOffice(t)
  await record('2026-03-02T08:10:00Z', 'in')
  await record('2026-03-02T16:00:00Z', 'out')
  await record('2026-03-03T08:00:00Z', 'in')
  house.clock.forward(4 * 86_400)
  const path = `/timesheets?from=2026-03-02&to=2026-03-08&by=week&site=${siteId}&employee=${employeeId}`
  const { status, body } = await call(house, 'GET', path)
  assert.equal(status, 200, JSON.stringify(body))
  const sheet = 'timesheets.0'
  assert.equal(get(body, `${sheet}.employee.name`), 'Amina')
  assert.deepEqual(each(body, `${sheet}.periods`, 'period', 'figures.worked', 'figures.late'), [
    ['2026-W10', 28_200, 600],
  ])
  assert.deepEqual(each(body, `${sheet}.days`, 'date', 'shifts.0.outcome', 'marks.0.code'), [
    ['2026-03-02', 'attended', undefined],
    ['2026-03-03', 'unclear', 'missing-out'],
    ['2026-03-04', 'absent', undefined],
    ['2026-03-05', 'absent', undefined],
    ['2026-03-06', 'upcoming', undefined],
  ])
  assert.equal(get(body, `${sheet}.days.0.intervals.0.from`), '2026-03-02T08:10:00Z')
  const elsewhere = await call(house, 'GET', path.replace(siteId, house.newId()))
  assert.equal(get(elsewhere.body, `${sheet}.total.worked`), 0)
})

test('a forgotten clock-out is corrected by who, why and with whose consent; the raw record stays', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const recordId = await record('2026-03-02T08:00:00Z', 'in')
  house.clock.forward(86_400)
  const worked = async () => {
    const path = '/timesheets?from=2026-03-02&to=2026-03-02'
    return get((await call(house, 'GET', path)).body, 'timesheets.0.total.worked')
  }
  const told = { employeeId, reason: 'Oubli' }
  const add = await call(house, 'POST', '/corrections', {
    ...told,
    action: 'add',
    kind: 'out',
    at: '2026-03-02T17:00',
  })
  assert.equal(add.status, 201, JSON.stringify(add.body))
  assert.equal(get(add.body, 'becomes.at'), '2026-03-02T16:00:00Z')
  assert.equal(await worked(), 0)
  const omar = await asOperator(house, 'manager', 'all', 'Omar')
  const decide = (id: unknown) => approveAs(house, omar, String(id))
  assert.equal(get((await decide(idOf(add))).body, 'decision.by'), 'Omar')
  assert.equal(await worked(), 8 * 3600)
  assert.equal(get((await decide(idOf(add))).body, 'code'), 'already-decided')

  const change = await call(house, 'POST', '/corrections', {
    ...told,
    action: 'change',
    recordId,
    at: '2026-03-02T10:00',
  })
  assert.equal(get(change.body, 'was.at'), '2026-03-02T08:00:00Z')
  await decide(idOf(change))
  assert.equal(await worked(), 7 * 3600)
  const raw = await call(house, 'GET', '/attendance')
  assert.equal(get(raw.body, 'records.0.at'), '2026-03-02T08:00:00Z')

  const voided = await call(house, 'POST', '/corrections', { ...told, action: 'void', recordId })
  await decide(idOf(voided))
  assert.equal(await worked(), 0)
  const again = await call(house, 'POST', '/corrections', { ...told, action: 'void', recordId })
  assert.equal(get(again.body, 'code'), 'record-void')
  const listed = await call(
    house,
    'GET',
    `/corrections?employee=${employeeId}&state=decided&limit=2`,
  )
  assert.deepEqual(each(listed.body, 'corrections', 'action'), ['void', 'change'])
  assert.equal(get(listed.body, 'next'), idOf(change))
})

test('a correction of the future, of a skipped or a doubled time, or of a strange record is refused', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  house.clock.forward(300 * 86_400)
  const stranger = await house.enrol('Bilal')
  const recordId = await record('2026-03-02T08:00:00Z', 'in')
  const told = { employeeId, reason: 'x', action: 'add', kind: 'in' }
  const codeOf = async (body: object) =>
    get((await call(house, 'POST', '/corrections', body)).body, 'code')
  assert.equal(await codeOf({ ...told, at: '2027-01-01T08:00' }), 'in-the-future')
  assert.equal(await codeOf({ ...told, at: '2026-03-29T02:30' }), 'wall-time-skipped')
  assert.equal(await codeOf({ ...told, at: '2026-10-25T02:30' }), 'wall-time-twice')
  assert.equal(await codeOf({ ...told, at: 'soon' }), 'invalid-value')
  assert.equal(
    await codeOf({ ...told, at: '2026-03-02T08:00', employeeId: house.newId() }),
    'no-such-employee',
  )
  assert.equal(
    await codeOf({ ...told, at: '2026-03-02T08:00', siteId: house.newId() }),
    'no-such-site',
  )
  const voiding = { reason: 'x', action: 'void', recordId }
  assert.equal(await codeOf({ ...voiding, employeeId: stranger }), 'no-such-record')
})

test('what is wrong with a schedule is said field by field', async (t) => {
  const house = await openHouse(t)
  const { status, body } = await call(house, 'POST', '/schedules', {
    name: 'Nuit',
    from: '2026-01-05',
    weeks: [
      {
        sunday: [{ name: 'Night', start: '22:00', end: '06:00' }],
        monday: [{ name: 'Early', start: '05:00', end: '13:00' }],
      },
    ],
  })
  assert.equal(status, 422)
  assert.equal(get(body, 'code'), 'shifts-overlap')
  assert.equal(get(body, 'field'), 'weeks[0].monday[0]')
  assert.match(String(get(body, 'detail')), /Early .* overlaps Night/)
  const many = await call(house, 'POST', '/schedules', {
    name: ' ',
    from: '2026-01-05',
    weeks: [{ monday: [{ name: 'A', start: '25:00', end: '06:00' }] }],
    rules: { graceLate: 900 },
  })
  assert.deepEqual(each(many.body, 'problems', 'field'), [
    'name',
    'weeks[0].monday[0].start',
    'rules.graceLate',
  ])
})

test('a schedule and an assignment change from a day on, never before today', async (t) => {
  const { house, employeeId, siteId, scheduleId } = await openOffice(t)
  const version = { from: '2026-03-09', weeks: [{ monday: [{ ...office, start: '10:00' }] }] }
  const changed = await call(house, 'POST', `/schedules/${scheduleId}/versions`, version)
  assert.equal(changed.status, 201, JSON.stringify(changed.body))
  assert.equal(each(changed.body, 'versions', 'from').length, 2)
  const past = await call(house, 'POST', `/schedules/${scheduleId}/versions`, {
    ...version,
    from: '2026-02-01',
  })
  assert.equal(get(past.body, 'code'), 'rewrites-the-past')
  const assign = (from: string, schedule = scheduleId) =>
    call(house, 'POST', `/employees/${employeeId}/assignments`, {
      from,
      siteId,
      scheduleId: schedule,
    })
  assert.equal(get((await assign('2026-02-01')).body, 'code'), 'rewrites-the-past')
  assert.equal((await assign('2026-03-16')).status, 201)
  assert.equal(get((await assign('2026-03-17', house.newId())).body, 'code'), 'no-such-schedule')
  const all = await call(house, 'GET', `/employees/${employeeId}/assignments`)
  assert.deepEqual(each(all.body, 'assignments', 'from'), ['2026-03-02', '2026-03-16'])
})

test('leave is noted once for a day, and can be taken back', async (t) => {
  const { house, employeeId } = await openOffice(t)
  const path = `/employees/${employeeId}/leaves`
  const leave = await call(house, 'POST', path, {
    from: '2026-03-05',
    to: '2026-03-06',
    kind: 'sick',
  })
  assert.equal(leave.status, 201, JSON.stringify(leave.body))
  const twice = await call(house, 'POST', path, {
    from: '2026-03-06',
    to: '2026-03-07',
    kind: 'paid',
  })
  assert.equal(get(twice.body, 'code'), 'leaves-overlap')
  const reversed = await call(house, 'POST', path, {
    from: '2026-03-06',
    to: '2026-03-05',
    kind: 'paid',
  })
  assert.equal(get(reversed.body, 'code'), 'invalid-range')
  const found = await call(house, 'GET', `${path}?from=2026-03-01&to=2026-03-31`)
  assert.equal(each(found.body, 'leaves', 'id').length, 1)
  assert.equal((await call(house, 'DELETE', `/leaves/${idOf(leave)}`)).status, 204)
  assert.equal(
    get((await call(house, 'DELETE', `/leaves/${idOf(leave)}`)).body, 'code'),
    'no-such-leave',
  )
})

test('a site keeps the holidays of its country, those of a file and its own', async (t) => {
  const { house, siteId } = await openOffice(t)
  const path = `/sites/${siteId}/holidays`
  const datesOf = async () =>
    each((await call(house, 'GET', `${path}?year=2026`)).body, 'holidays', 'date')
  assert.equal((await datesOf()).length, 11)
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261208',
    'SUMMARY:Fête des lumières',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  const imported = await call(house, 'POST', path, file, 'text/calendar')
  assert.deepEqual(imported, { status: 200, body: { imported: 1 } })
  await call(house, 'PUT', `${path}/2026-05-25`, { name: 'Solidarité', isHoliday: false })
  const dates = await datesOf()
  assert.ok(dates.includes('2026-12-08') && !dates.includes('2026-05-25'))
  await call(house, 'DELETE', `${path}/2026-05-25`)
  assert.ok((await datesOf()).includes('2026-05-25'))
})

test('rubbish for a calendar is refused and imports nothing', async (t) => {
  const { house, siteId } = await openOffice(t)
  const post = (body: Uint8Array) =>
    call(house, 'POST', `/sites/${siteId}/holidays`, body, 'text/calendar')
  assert.equal(
    get((await post(new Uint8Array(10_000_000).fill(65))).body, 'code'),
    'request-too-large',
  )
  assert.equal(get((await post(new Uint8Array(900_000).fill(65))).body, 'code'), 'not-a-calendar')
  assert.equal((await post(new Uint8Array())).status >= 400, true)
  const sites = await call(house, 'GET', `/sites/${siteId}/holidays?year=2026`)
  assert.equal(each(sites.body, 'holidays', 'date').length, 11)
})

test('a zone that does not exist and a range that runs backwards are named', async (t) => {
  const house = await openHouse(t)
  const site = await call(house, 'POST', '/sites', { name: 'X', zone: 'Europe/Nowhere' })
  assert.deepEqual(
    [site.status, get(site.body, 'code'), get(site.body, 'field')],
    [422, 'unknown-zone', 'zone'],
  )
  for (const path of ['/timesheets', '/exports/days.csv', '/exports/records.xlsx']) {
    const { status, body } = await call(house, 'GET', `${path}?from=2026-03-02&to=2026-03-01`)
    assert.deepEqual(
      [status, get(body, 'code'), get(body, 'field')],
      [400, 'invalid-range', 'to'],
      path,
    )
  }
  const long = await call(house, 'GET', '/timesheets?from=2020-01-01&to=2026-03-01')
  assert.equal(get(long.body, 'code'), 'range-too-long')
})

test('exports come as files, in the language, without formulas', async (t) => {
  const { house, record, employeeId } = await openOffice(t)
  await house.store.employees.rename(employeeId, '=1+1')
  await record('2026-03-02T08:00:00Z', 'in')
  await record('2026-03-02T16:00:00Z', 'out')
  const range = 'from=2026-03-01&to=2026-03-31'
  const csv = await house.fetch(`/exports/days.csv?${range}&bom=true`)
  assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.match(
    csv.headers.get('content-disposition') ?? '',
    /filename="2026-03-01_2026-03-31_days\.csv"/,
  )
  const bytes = new Uint8Array(await csv.arrayBuffer())
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const [head, first] = parse(Buffer.from(bytes), { bom: true })
  assert.deepEqual(head?.slice(1, 8), [
    'Employé',
    'Site',
    'Date',
    'Horaires',
    'Arrivée',
    'Départ',
    'Prévu',
  ])
  assert.deepEqual(first?.slice(1, 9), [
    "'=1+1",
    'Lyon',
    '2026-03-02',
    'Office',
    '09:00',
    '17:00',
    '8:00:00',
    '8:00:00',
  ])

  const records = await house.fetch(`/exports/records.json?${range}`)
  const rows = (await records.json()) as { kind: string; time: string; at: string }[]
  assert.deepEqual(
    rows.map(({ kind, time, at }) => [kind, time, at]),
    [
      ['Arrivée', '09:00', '2026-03-02T08:00:00Z'],
      ['Départ', '17:00', '2026-03-02T16:00:00Z'],
    ],
  )
  const xlsx = await house.fetch(`/exports/months.xlsx?${range}&language=en`)
  const [sheet] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()))
  assert.equal(sheet?.sheet, 'Timesheet by month')
  assert.equal(sheet?.data[1]?.[3], '2026-03')
})

test('employees are imported from CSV after a dry run, all of them or none', async (t) => {
  const { house } = await openOffice(t)
  const post = (csv: string, query = '') =>
    call(house, 'POST', `/imports/employees${query}`, csv, 'text/csv')
  const good = 'nom;site;horaire\nBilal;Lyon;Bureau\nZoë;;\nAmina;;\n'
  const count = async () =>
    each((await call(house, 'GET', '/employees')).body, 'employees', 'id').length
  const dry = await post(good, '?dryRun=true')
  assert.deepEqual(
    [get(dry.body, 'imported'), each(dry.body, 'rows', 'outcome')],
    [false, ['new', 'new', 'already-there']],
  )
  assert.equal(await count(), 1)
  const bad = await post('nom;site\nBilal;Lyon\nChafik;Atlantide\n')
  assert.deepEqual(
    [get(bad.body, 'imported'), get(bad.body, 'rows.1.problems.0.field')],
    [false, 'site'],
  )
  assert.equal(await count(), 1)
  assert.equal(get((await post(good)).body, 'imported'), true)
  assert.equal(await count(), 3)
  assert.deepEqual(each((await post(good)).body, 'rows', 'outcome'), Array(3).fill('already-there'))
  assert.equal(await count(), 3)
  const headless = await post('prenom\nBilal\n')
  assert.deepEqual(
    [headless.status, get(headless.body, 'reason'), get(headless.body, 'field')],
    [422, 'missing-header', 'name'],
  )
  assert.equal(get((await post(`${'name,'.repeat(30_000)}\n`)).body, 'reason'), 'too-many-columns')
  assert.equal(get((await post('x'.repeat(6_000_000))).body, 'code'), 'request-too-large')
})

test('an export is read as it is written', async (t) => {
  const { house, record } = await openOffice(t)
  await record('2026-03-02T08:00:00Z', 'in')
  const response = await house.fetch(`/exports/records.csv?from=2026-03-01&to=2026-03-31`)
  assert.equal(response.headers.get('content-length'), null)
  assert.ok(response.body)
  assert.equal((await textOf(response.body)).split('\r\n').length, 3)
})

test('whatever is written is written once, however often it is sent with the same key', async (t) => {
  const { house, employeeId, siteId, scheduleId } = await openOffice(t)
  const send = async (
    path: string,
    key: string,
    body: unknown,
    type = 'application/json',
    as: As = {},
  ) => {
    const response = await house.fetch(`${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { ...as, 'content-type': type, 'idempotency-key': key },
    })
    return [response.status, (await response.json()) as unknown]
  }
  const told = { employeeId, reason: 'Oubli' }
  const at = '2026-03-01T17:00'
  const correction = { ...told, action: 'add', kind: 'out', at }
  const [, written] = await send('/corrections', 'another', correction)
  const calendar = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261208',
    'SUMMARY:Fête',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const version = { from: '2026-04-06', weeks: [{}] }
  const omar = await asOperator(house, 'manager', 'all', 'Omar')
  const requests: [path: string, body: unknown, other: unknown, type?: string, as?: As][] = [
    ['/sites', { name: 'A', zone: 'UTC' }, { name: 'B', zone: 'UTC' }],
    ['/schedules', { name: 'A', ...version }, { name: 'B', ...version }],
    [`/schedules/${scheduleId}/versions`, version, { ...version, from: '2026-05-04' }],
    [
      `/employees/${employeeId}/assignments`,
      { from: '2026-06-01', siteId, scheduleId },
      { from: '2026-07-01', siteId, scheduleId },
    ],
    [
      `/employees/${employeeId}/leaves`,
      { from: '2026-08-03', to: '2026-08-07', kind: 'paid' },
      { from: '2026-09-03', to: '2026-09-07', kind: 'paid' },
    ],
    ['/corrections', correction, { ...correction, kind: 'in' }],
    [
      `/corrections/${get(written, 'id')}/decision`,
      { outcome: 'approved' },
      { outcome: 'rejected' },
      'application/json',
      omar,
    ],
    [`/sites/${siteId}/holidays`, calendar, calendar.replace('08', '09'), 'text/calendar'],
    ['/imports/employees', 'name\nChafik', 'name\nDriss', 'text/csv'],
  ]
  for (const [i, [path, body, other, type, as]] of requests.entries()) {
    const key = `key-${i}`
    const first = await send(path, key, body, type, as)
    assert.ok(Number(first[0]) < 300, `${path} ${JSON.stringify(first)}`)
    assert.deepEqual(await send(path, key, body, type, as), first, path)
    const [status, refused] = await send(path, key, other, type, as)
    assert.deepEqual([status, get(refused, 'code')], [422, 'idempotency-key-reused'], path)
  }
  const list = async (path: string, name: string) =>
    each((await call(house, 'GET', path)).body, name, 'id').length
  assert.equal(await list('/sites', 'sites'), 2)
  assert.equal(await list('/schedules', 'schedules'), 2)
  assert.equal(await list('/corrections', 'corrections'), 2)
  assert.equal(await list('/employees', 'employees'), 2)
})
