import { randomUUID } from 'node:crypto'
import { maxCsvRows } from '../../src/attendance/import/csv-table.ts'
import type { Company } from './company.ts'

/** A request at its limits; a round is another try, for what can be done once only. */
export type Largest = (
  company: Company,
  round: number,
) => { readonly path?: string; readonly query?: string; readonly init?: RequestInit }

const idIn = (path: string, id: string | undefined) => ({
  path: path.replace(/\{id\}/, id ?? 'none'),
})
const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify(body),
})
const file = (type: string, body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type, 'idempotency-key': randomUUID() },
  body,
})
const form = (count: number, bytes: number, fields: Record<string, string> = {}): RequestInit => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (let i = 0; i < count; i++) body.append('photo', new Blob([new Uint8Array(bytes)]), 'p.jpg')
  return { method: 'POST', headers: { 'idempotency-key': randomUUID() }, body }
}

const megabyte = 1024 * 1024
/** As long as a body of JSON may be, less what stands around it. */
const longText = 'é'.repeat(30_000)
const year = '?from=2025-03-01&to=2026-03-01'
const quarter = '?from=2025-12-01&to=2026-03-01'
const tenYears = '?from=2016-03-01&to=2026-03-01'

const longest =
  (path: string): Largest =>
  (company) =>
    idIn(path, company.longest)
const asIs: Largest = () => ({})
const spare =
  (kind: keyof Company['spare'], path: string, init: RequestInit): Largest =>
  (company, round) => ({ ...idIn(path, company.spare[kind][round]), init })

const day = { name: 'A', start: '06:00', end: '10:00', breaks: [{ minutes: 15, paid: false }] }
const evening = { ...day, start: '14:00', end: '18:00' }
const week = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((name) => [
    name,
    [day, evening],
  ]),
)
const weeks = Array<object>(45).fill(week)

/** So many rows as a file may have, of people who are not there yet. */
const newcomers = (round: number) =>
  `name,number,site,from\n${Array.from({ length: maxCsvRows }, (_, i) => `Newcomer ${round} ${i},,Site 1,2026-03-02`).join('\n')}`
const leaveRows = (employee: string, round: number) =>
  `employee,from,kind,part,start,end\n${Array.from({ length: maxCsvRows }, (_, i) => {
    const date = new Date(Date.UTC(2030 + round, 0, 1 + Math.floor(i / 60))).toISOString()
    const text = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const start = (i % 60) * 20
    return `${employee},${date.slice(0, 10)},paid,hours,${text(start)},${text(start + 10)}`
  }).join('\n')}`
/** Letters with as many marks as a cell may have. */
const marks = `name\n${Array.from({ length: 2400 }, () => `a${'\u0301\u0316'.repeat(480)}`).join('\n')}`
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...Array.from({ length: 2000 }, (_, i) => {
    const date = new Date(Date.UTC(2026, 0, 1 + (i % 365))).toISOString().slice(0, 10)
    const lines = [
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `SUMMARY:${'Holiday '.repeat(12)}${i}`,
      `DESCRIPTION:${'x'.repeat(280)}`,
    ]
    return ['BEGIN:VEVENT', `UID:${i}`, ...lines, 'END:VEVENT'].join('\r\n')
  }),
  'END:VCALENDAR',
  '',
].join('\r\n')

const photo = form(1, 10 * megabyte)
const enrolment =
  (fields: Record<string, string>): Largest =>
  (company) => ({
    ...idIn('/employees/{id}/photos', company.people[0]),
    init: form(6, 10 * megabyte, fields),
  })
const exported: Largest = (_company, round) => ({
  query: `${quarter}&language=${round % 2 ? 'fr' : 'ar'}`,
})

/** Every route of the interface with the largest request that it takes, on the largest data that it reads. */
export const largestRequests: Readonly<Record<string, Largest>> = {
  'GET /health': asIs,
  'GET /ready': asIs,
  'GET /setup': asIs,
  'POST /setup': () => ({ init: json('POST', { token: 'x', name: longText }) }),
  'GET /session': asIs,
  'POST /session': () => ({ init: json('POST', { name: 'Nobody', password: longText.slice(0, 500) }) }),
  'DELETE /session': () => ({ init: { method: 'DELETE', headers: { cookie: 'pointeuse=none' } } }),
  'PUT /session/password': () => ({ init: json('PUT', { current: 'x', next: longText.slice(0, 500) }) }),
  'GET /session/second-factor': asIs,
  'POST /session/second-factor': () => ({ init: json('POST', { password: longText.slice(0, 500) }) }),
  'PUT /session/second-factor': () => ({ init: json('PUT', { code: longText }) }),
  'POST /session/second-factor/removal': () => ({ init: json('POST', { password: longText.slice(0, 500) }) }),
  'POST /session/recovery-codes': () => ({ init: json('POST', { password: longText.slice(0, 500) }) }),
  'DELETE /operators/{id}/second-factor': spare('operators', '/operators/{id}/second-factor', { method: 'DELETE' }),
  'POST /session/passkey/question': () => ({ init: { method: 'POST' } }),
  'POST /session/passkey': () => ({ init: json('POST', { answer: { id: longText } }) }),
  'GET /session/passkeys': asIs,
  'POST /session/passkeys': () => ({ init: json('POST', { name: 'Key', answer: { id: longText } }) }),
  'POST /session/passkeys/question': () => ({ init: json('POST', { password: longText.slice(0, 500) }) }),
  'DELETE /session/passkeys/{id}': () => ({ ...idIn('/session/passkeys/{id}', randomUUID()), init: { method: 'DELETE' } }),
  'GET /recogniser': asIs,
  'GET /recogniser/waiting': asIs,
  'GET /operators': asIs,
  'POST /operators': (company, round) => ({
    init: json('POST', {
      ...{ name: `Clerk ${round}`, role: 'manager', password: `${round}three lamps under a quiet river` },
      siteIds: Array<string | undefined>(1000).fill(company.sites[0]),
    }),
  }),
  'PATCH /operators/{id}': spare('operators', '/operators/{id}', json('PATCH', { name: longText })),
  'DELETE /operators/{id}': spare('operators', '/operators/{id}', { method: 'DELETE' }),
  'PUT /operators/{id}/password': spare('operators', '/operators/{id}/password', json('PUT', { password: longText.slice(0, 500) })),
  'GET /api-keys': asIs,
  'POST /api-keys': (_company, round) => ({ init: json('POST', { name: `Key ${round}`, scopes: ['read'] }) }),
  'DELETE /api-keys/{id}': () => ({ ...idIn('/api-keys/{id}', randomUUID()), init: { method: 'DELETE' } }),
  'POST /clock_in': () => ({ init: photo }),
  'GET /decision': asIs,
  'POST /employees/{id}/verify': (company) => ({ ...idIn('/employees/{id}/verify', company.longest), init: photo }),
  'POST /register': () => ({ init: form(6, 10 * megabyte, { name: 'Ana', consent: 'On paper' }) }),
  'POST /employees/{id}/photos': enrolment({ consent: 'On paper' }),
  'GET /notice': asIs,
  'GET /privacy/notices': asIs,
  'POST /privacy/notices': () => ({ init: json('POST', { texts: { fr: longText.slice(0, 9000), en: longText.slice(0, 9000), ar: longText.slice(0, 9000) } }) }),
  'GET /privacy/notices/draft': asIs,
  'GET /privacy/countries': asIs,
  'GET /privacy': asIs,
  'GET /privacy/choices': asIs,
  'PUT /privacy/choices': () => ({ init: json('PUT', { country: 'FR', controller: { name: longText } }) }),
  'GET /employees/{id}/consents': longest('/employees/{id}/consents'),
  'POST /employees/{id}/consents': (company) => ({ ...idIn('/employees/{id}/consents', company.longest), init: json('POST', { consent: 'x'.repeat(200) }) }),
  'POST /employees/{id}/consents/withdrawal': spare('people', '/employees/{id}/consents/withdrawal', { method: 'POST' }),
  'GET /privacy/retention': asIs,
  'POST /privacy/retention': () => ({ init: { method: 'POST' } }),
  'GET /employees/{id}/data': longest('/employees/{id}/data'),
  'GET /privacy/dpia': () => ({ query: '?format=pdf&language=fr' }),
  'GET /employees': () => ({ query: '?limit=200' }),
  'GET /employees/{id}': longest('/employees/{id}'),
  'PATCH /employees/{id}': spare('people', '/employees/{id}', json('PATCH', { name: longText })),
  'DELETE /employees/{id}': (company) => ({ ...idIn('/employees/{id}', company.people.at(-1)), query: '?records=keep', init: { method: 'DELETE' } }),
  'PUT /employees/{id}/employment': (company) => ({ ...idIn('/employees/{id}/employment', company.longest), init: json('PUT', { firstDay: '2016-01-01', lastDay: null }) }),
  'GET /attendance': (company) => ({ query: `?limit=200&employee=${company.longest}` }),
  'GET /calendars': asIs,
  'GET /sites': asIs,
  'POST /sites': (_company, round) => ({ init: json('POST', { name: `New ${round}`, zone: 'Europe/Paris' }) }),
  'PATCH /sites/{id}': spare('sites', '/sites/{id}', json('PATCH', { archived: true })),
  'DELETE /sites/{id}': spare('sites', '/sites/{id}', { method: 'DELETE' }),
  'GET /sites/{id}/holidays': (company) => ({ ...idIn('/sites/{id}/holidays', company.sites[0]), query: '?year=2024' }),
  'POST /sites/{id}/holidays': (company, round) => ({ ...idIn('/sites/{id}/holidays', company.sites[round]), init: file('text/calendar', calendar) }),
  'PUT /sites/{id}/holidays/{date}': (company) => ({ ...idIn('/sites/{id}/holidays/2026-07-01', company.sites[0]), init: json('PUT', { name: 'Closed' }) }),
  'DELETE /sites/{id}/holidays/{date}': (company, round) => ({ ...idIn(`/sites/{id}/holidays/2024-01-0${round + 1}`, company.sites[1]), init: { method: 'DELETE' } }),
  'GET /sites/{id}/mode': (company) => idIn('/sites/{id}/mode', company.sites[0]),
  'PUT /sites/{id}/mode': (company) => ({ ...idIn('/sites/{id}/mode', company.sites[0]), init: json('PUT', { mode: 'face' }) }),
  'GET /kiosks': asIs,
  'POST /kiosks': (company, round) => ({ init: json('POST', { name: `Door ${round}`, siteId: company.sites[0] }) }),
  'POST /kiosks/{id}/code': spare('kiosks', '/kiosks/{id}/code', { method: 'POST' }),
  'PATCH /kiosks/{id}': spare('kiosks', '/kiosks/{id}', json('PATCH', { name: longText })),
  'DELETE /kiosks/{id}': spare('kiosks', '/kiosks/{id}', { method: 'DELETE' }),
  'GET /kiosk/nonce': asIs,
  'POST /kiosk/pairing': () => ({ init: json('POST', { code: 'ABCDEFGH', key: longText }) }),
  'POST /kiosk/heartbeat': () => ({ init: json('POST', { version: longText, camera: 'ready' }) }),
  'POST /kiosk/contest': () => ({ init: json('POST', { recordId: longText }) }),
  'GET /employees/{id}/credentials': longest('/employees/{id}/credentials'),
  'POST /employees/{id}/pin': spare('people', '/employees/{id}/pin', { method: 'POST' }),
  'DELETE /employees/{id}/pin': spare('people', '/employees/{id}/pin', { method: 'DELETE' }),
  'POST /employees/{id}/badge': spare('people', '/employees/{id}/badge', { method: 'POST' }),
  'DELETE /employees/{id}/badge': spare('people', '/employees/{id}/badge', { method: 'DELETE' }),
  'POST /badges': (company) => ({ init: json('POST', { employeeIds: company.people.slice(0, 1000) }) }),
  'GET /overtime-presets': asIs,
  'GET /schedules': asIs,
  'POST /schedules': (_company, round) => ({ init: json('POST', { name: `New ${round}`, from: '2026-03-02', weeks }) }),
  'POST /schedules/{id}/versions': (company, round) => ({ ...idIn('/schedules/{id}/versions', company.schedules[1]), init: json('POST', { from: `204${round}-01-01`, weeks }) }),
  'GET /employees/{id}/assignments': longest('/employees/{id}/assignments'),
  'POST /employees/{id}/assignments': (company, round) => ({ ...idIn('/employees/{id}/assignments', company.longest), init: json('POST', { from: `203${round}-01-01`, siteId: company.sites[1], scheduleId: company.schedules[1] }) }),
  'PATCH /schedules/{id}': spare('schedules', '/schedules/{id}', json('PATCH', { archived: true })),
  'DELETE /schedules/{id}': spare('schedules', '/schedules/{id}', { method: 'DELETE' }),
  'DELETE /schedules/{id}/versions/{from}': (company, round) => ({ ...idIn(`/schedules/{id}/versions/203${round}-01-01`, company.schedules[2]), init: { method: 'DELETE' } }),
  'DELETE /employees/{id}/assignments/{from}': (company, round) => ({ ...idIn(`/employees/{id}/assignments/203${round}-01-01`, company.longest), init: { method: 'DELETE' } }),
  'GET /employees/{id}/leaves': (company) => ({ ...idIn('/employees/{id}/leaves', company.longest), query: year }),
  'POST /employees/{id}/leaves': (company, round) => ({ ...idIn('/employees/{id}/leaves', company.longest), init: json('POST', { from: `202${7 + round}-01-01`, to: `202${7 + round}-12-31`, kind: 'paid' }) }),
  'DELETE /leaves/{id}': spare('leaves', '/leaves/{id}', { method: 'DELETE' }),
  'POST /corrections': (company, round) => ({ init: json('POST', { action: 'add', employeeId: company.longest, kind: 'in', at: `2024-02-0${round + 1}T02:00`, reason: 'Forgotten' }) }),
  'GET /corrections': (company) => ({ query: `?limit=200&employee=${company.longest}` }),
  'POST /corrections/{id}/decision': spare('corrections', '/corrections/{id}/decision', json('POST', { outcome: 'approved' })),
  'GET /timesheets': () => ({ query: `${year}&limit=20` }),
  'GET /timesheets#longest': (company) => ({ query: `${year}&by=week&employee=${company.longest}` }),
  'GET /timesheets/to-correct': () => ({ query: `${year}&limit=200` }),
  ...Object.fromEntries(
    ['records', 'days', 'weeks', 'months', 'overtime', 'corrections'].flatMap((kind) =>
      ['csv', 'xlsx', 'json'].map((format) => [`GET /exports/${kind}.${format}`, exported]),
    ),
  ),
  'GET /exports/days.json': (company) => ({ query: `${tenYears}&employee=${company.longest}` }),
  'GET /exports/months.csv': (company) => ({ query: `${tenYears}&employee=${company.longest}` }),
  'POST /imports/employees': (_company, round) => ({ init: file('text/csv', newcomers(round)) }),
  'POST /imports/employees#marks': () => ({ init: file('text/csv', marks) }),
  'POST /imports/leaves': (company, round) => ({ init: file('text/csv', leaveRows(company.longest, round)) }),
  'POST /imports/leaves#dry': (company) => ({ query: '?dryRun=true', init: file('text/csv', leaveRows(company.longest, 5)) }),
  'GET /zone-data': asIs,
} // prettier-ignore
