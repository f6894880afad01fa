import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEmployeeCsv } from '../src/attendance/import/employee-csv.ts'
import { inPieces } from '../src/ports/give-way.ts'
import { readIcs } from '../src/time/ics.ts'
import { call, each, get, office, openOffice } from './office.ts'

type Place = Awaited<ReturnType<typeof openOffice>>

/** Everything that a bad request could have left behind. */
async function kept({ house, employeeId, siteId }: Place) {
  const list = async (path: string, name: string) =>
    each((await call(house, 'GET', path)).body, name, 'id').length
  return {
    sites: await list('/sites', 'sites'),
    schedules: await list('/schedules', 'schedules'),
    employees: await list('/employees', 'employees'),
    corrections: await list('/corrections', 'corrections'),
    assignments: await list(`/employees/${employeeId}/assignments`, 'assignments'),
    leaves: await list(`/employees/${employeeId}/leaves?from=2025-01-01&to=2027-12-31`, 'leaves'),
    holidays: each(
      (await call(house, 'GET', `/sites/${siteId}/holidays?year=2026`)).body,
      'holidays',
      'date',
    ).length,
  }
}

test('a range that is none is refused wherever one is asked for, naming its end', async (t) => {
  const place = await openOffice(t)
  const { house, employeeId } = place
  const ranges: [from: string, to: string, code: string, field: RegExp][] = [
    ['2026-03-02', '2026-03-01', 'invalid-range', /^to$/],
    ['2026-02-30', '2026-03-01', 'invalid-request', /from/],
    ['2026-13-01', '2026-13-02', 'invalid-request', /from/],
    ['2026-03-01', 'tomorrow', 'invalid-request', /to/],
    ['0000-01-01', '9999-12-31', 'invalid-value', /^from$/],
    ['1970-01-01', '2199-12-31', 'range-too-long', /^to$/],
  ]
  const paths = [
    '/timesheets?',
    '/timesheets/to-correct?',
    '/exports/days.csv?',
    '/exports/overtime.xlsx?',
    '/exports/corrections.json?',
    `/employees/${employeeId}/leaves?`,
  ]
  for (const path of paths) {
    for (const [from, to, code, field] of ranges) {
      const { status, body } = await call(house, 'GET', `${path}from=${from}&to=${to}`)
      const said = `${path} ${from} ${to} ${JSON.stringify(body)}`
      assert.ok(status === 400 || status === 422, said)
      assert.equal(get(body, 'code'), code, said)
      assert.match(String(get(body, 'field')), field, said)
    }
  }
  const reversed = '/attendance?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z'
  assert.equal(get((await call(house, 'GET', reversed)).body, 'code'), 'invalid-range')
})

test('what cannot be is refused with its code and field, and nothing of it is kept', async (t) => {
  const place = await openOffice(t)
  const { house, employeeId, siteId, scheduleId, record } = place
  const recordId = await record('2026-03-02T08:00:00Z', 'in')
  house.clock.forward(400 * 86_400)
  const before = await kept(place)
  const correction = { employeeId, reason: 'Oubli', action: 'add', kind: 'in' }
  const schedule = { name: 'Nuit', from: '2026-01-05' }
  const leave = { from: '2026-03-02', to: '2026-03-02', kind: 'paid' }
  const leaves = `/employees/${employeeId}/leaves`
  const assignments = `/employees/${employeeId}/assignments`
  const night = { name: 'Nuit', start: '22:00', end: '06:00' }
  const early = { name: 'Matin', start: '05:00', end: '13:00' }
  const requests: [path: string, body: object, code: string, field: string][] = [
    ['/sites', { name: 'X', zone: 'Europe/Atlantis' }, 'unknown-zone', 'zone'],
    ['/sites', { name: 'X', zone: '+01:00' }, 'unknown-zone', 'zone'],
    ['/sites', { name: ' ', zone: 'UTC' }, 'invalid-value', 'name'],
    ['/sites', { name: 'A\u0000', zone: 'UTC' }, 'invalid-request', 'name'],
    ['/sites', { name: 'A\uffff', zone: 'UTC' }, 'invalid-request', 'name'],
    ['/schedules', { ...schedule, weeks: [{ monday: [{ ...office, name: 'x\ud800' }] }] }, 'invalid-request', 'weeks[0].monday[0].name'],
    ['/corrections', { ...correction, at: '0026-03-02T08:00' }, 'invalid-value', 'at'],
    ['/corrections', { ...correction, at: '1969-12-31T23:59' }, 'invalid-value', 'at'],
    ['/corrections', { employeeId, reason: 'x', action: 'change', recordId, at: '0026-03-02T08:00' }, 'invalid-value', 'at'],
    ['/schedules', { ...schedule, from: '0026-01-05', weeks: [{}] }, 'invalid-value', 'from'],
    [leaves, { ...leave, from: '0026-03-02' }, 'invalid-value', 'from'],
    [assignments, { from: '0026-03-02', siteId, scheduleId }, 'invalid-value', 'from'],
    // On the last Sunday of March the clocks go from 02:00 to 03:00, in October from 03:00 to 02:00.
    ['/corrections', { ...correction, at: '2026-03-29T02:30' }, 'wall-time-skipped', 'at'],
    ['/corrections', { ...correction, at: '2026-10-25T02:30' }, 'wall-time-twice', 'at'],
    ['/corrections', { ...correction, at: '2027-12-01T08:00' }, 'in-the-future', 'at'],
    ['/corrections', { ...correction, at: '2027-12-01T08:00:00Z' }, 'in-the-future', 'at'],
    ['/corrections', { ...correction, at: '2026-02-30T08:00' }, 'invalid-value', 'at'],
    ['/corrections', { ...correction, at: '2026-03-02T24:01' }, 'invalid-value', 'at'],
    ['/corrections', { ...correction, at: '2026-03-02T08:00', reason: '\u202e' }, 'invalid-value', 'reason'],
    ['/corrections', { employeeId, reason: 'x', action: 'change', recordId, at: '2026-03-29T02:30' }, 'wall-time-skipped', 'at'],
    ['/schedules', { ...schedule, weeks: [{ sunday: [night], monday: [early] }] }, 'shifts-overlap', 'weeks[0].monday[0]'],
    ['/schedules', { ...schedule, weeks: [{ monday: [office, { ...office, start: '16:59', end: '20:00' }] }] }, 'shifts-overlap', 'weeks[0].monday[1]'],
    ['/schedules', { ...schedule, weeks: [{ monday: [{ ...office, end: '09:00' }] }], rules: { maxSession: 960 } }, 'invalid-value', 'rules.maxSession'],
    ['/schedules', { ...schedule, weeks: [] }, 'invalid-value', 'weeks'],
    ['/schedules', { ...schedule, weeks: [{}], rules: { maxSession: 1e9 } }, 'invalid-value', 'rules.maxSession'],
    ['/schedules', { ...schedule, weeks: [{}], rules: { overtimeBands: [{ label: 'x', per: 'week', after: 1e6 }] } }, 'invalid-value', 'rules.overtimeBands[0].after'],
    [`/schedules/${scheduleId}/versions`, { from: '2026-01-01', weeks: [{}] }, 'rewrites-the-past', 'from'],
    [assignments, { from: '2026-01-01', siteId, scheduleId }, 'rewrites-the-past', 'from'],
    [leaves, { ...leave, to: '2026-03-01' }, 'invalid-range', 'to'],
    [leaves, { ...leave, to: '2028-03-01' }, 'range-too-long', 'to'],
    [leaves, { ...leave, part: 'hours', start: '14:00' }, 'invalid-value', 'end'],
    [leaves, { ...leave, part: 'hours', start: '14:00', end: '25:00' }, 'invalid-value', 'end'],
    [leaves, { ...leave, part: 'morning', start: '08:00' }, 'invalid-value', 'start'],
  ] // prettier-ignore
  for (const [path, body, code, field] of requests) {
    const answer = await call(house, 'POST', path, body)
    const said = `${path} ${JSON.stringify(body)} ${JSON.stringify(answer.body)}`
    assert.ok(answer.status >= 400 && answer.status < 500, said)
    assert.deepEqual([get(answer.body, 'code'), get(answer.body, 'field')], [code, field], said)
  }
  assert.deepEqual(await kept(place), before)
})

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length))

test('a file of rubbish is refused with its code, and nothing of it is imported', async (t) => {
  const place = await openOffice(t)
  const { house, siteId } = place
  const before = await kept(place)
  const good = event('DTSTART;VALUE=DATE:20261208', 'SUMMARY:Fête')
  const calendars: [body: string | Uint8Array, code: string, field: string][] = [
    [new Uint8Array(10_000_000).fill(65), 'request-too-large', 'undefined'],
    [new Uint8Array(900_000), 'not-a-calendar', 'file'],
    [crypto.getRandomValues(new Uint8Array(60_000)), 'not-a-calendar', 'file'],
    [`BEGIN:VCALENDAR\r\n${fill('BEGIN:VEVENT\r\n', 900_000)}`, 'not-a-calendar', 'file'],
    [calendar(...event(`X${fill(';A=B', 900_000)}:1`)), 'not-a-calendar', 'file'],
    [calendar(...good, ...event('DTSTART:20261209T080000Z', 'SUMMARY:x')), 'invalid-value', 'event 2.DTSTART'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:20260230', 'SUMMARY:x')), 'invalid-value', 'event 2.DTSTART'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:20261209')), 'invalid-value', 'event 2.SUMMARY'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:20261209', 'SUMMARY:x\u0000')), 'invalid-value', 'event 2.SUMMARY'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:20261209', 'SUMMARY:x\uffff')), 'invalid-value', 'event 2.SUMMARY'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:00261209', 'SUMMARY:x')), 'invalid-value', 'event 2.DTSTART'],
    [calendar(...good, ...event('DTSTART;VALUE=DATE:20261209', 'SUMMARY:x', 'RRULE:FREQ=SECONDLY')), 'invalid-value', 'event 2.RRULE'],
    [calendar(...Array.from({ length: 1500 }, () => event('DTSTART;VALUE=DATE:19700101', 'DTEND;VALUE=DATE:19700131', 'SUMMARY:x', 'RRULE:FREQ=YEARLY')).flat()), 'request-too-large', 'file'],
  ] // prettier-ignore
  for (const [i, [body, code, field]] of calendars.entries()) {
    const answer = await call(house, 'POST', `/sites/${siteId}/holidays`, body, 'text/calendar')
    const said = `calendar ${i} ${JSON.stringify(answer.body)}`
    assert.deepEqual(
      [get(answer.body, 'code'), String(get(answer.body, 'field'))],
      [code, field],
      said,
    )
  }
  const tables: [body: string | Uint8Array, code: string, reason: string, field: string][] = [
    [`${fill('name,', 150_000)}\nBilal`, 'import-refused', 'too-many-columns', 'file'],
    [`name\nBilal\n${fill('"",', 150_000)}`, 'import-refused', 'too-many-columns', 'file'],
    ['prénom;site\nBilal;Lyon', 'import-refused', 'missing-header', 'name'],
    ['name;name\nBilal;Bilal', 'import-refused', 'repeated-header', 'name'],
    ['name\n"Bilal', 'import-refused', 'not-csv', 'file'],
    ['name\n', 'import-refused', 'no-rows', 'file'],
    [fill('name\nBilal\n', 200_000), 'import-refused', 'too-many-rows', 'file'],
    [new Uint8Array(1000).fill(0xff), 'import-refused', 'not-utf-8', 'file'],
    ['x'.repeat(6_000_000), 'request-too-large', 'undefined', 'undefined'],
  ]
  for (const [i, [body, code, reason, field]] of tables.entries()) {
    const answer = await call(house, 'POST', '/imports/employees', body, 'text/csv')
    const said = `table ${i} ${JSON.stringify(answer.body)}`
    assert.deepEqual(
      [
        get(answer.body, 'code'),
        String(get(answer.body, 'reason')),
        String(get(answer.body, 'field')),
      ],
      [code, reason, field],
      said,
    )
  }
  const half = await call(house, 'POST', '/imports/employees', 'name,site,from\nBilal,Lyon,\nChafik,Lyon,2026-02-30', 'text/csv') // prettier-ignore
  assert.deepEqual(
    [get(half.body, 'imported'), get(half.body, 'rows.1.row'), get(half.body, 'rows.1.problems.0.field')],
    [false, 3, 'from'],
  ) // prettier-ignore
  assert.deepEqual(await kept(place), before)
})

test('no file makes a reader throw, whatever is in it', async () => {
  const known = { employees: [], sites: new Map(), schedules: new Map() }
  const pieces = ['BEGIN:VEVENT', 'END:VEVENT', 'DTSTART', ';VALUE=DATE:', '20261208', '\r\n', ' ', '"', ':', 'SUMMARY:', ',', 'name', '\u0000', 'RRULE:FREQ=YEARLY'] // prettier-ignore
  let seed = 1
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let i = 0; i < 500; i++) {
    const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join('')
    const bytes = new TextEncoder().encode(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`)
    assert.equal(typeof (await inPieces(readIcs(bytes, 20_000))).ok, 'boolean', text)
    const report = await readEmployeeCsv(new TextEncoder().encode(`name\n${text}`), known)
    assert.ok(['read', 'unreadable'].includes(report.outcome), text)
  }
})
