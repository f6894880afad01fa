import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from './day.ts'
import type { DaySheet } from './day-sheet.ts'
import { noFigures } from './figures.ts'
import { bandTimes } from './overtime.ts'
import { checkBands, type OvertimeBandDraft } from './overtime-band.ts'
import { overtimePresets } from './overtime-presets.ts'

const hour = 3600
const zone = 'Africa/Casablanca'
const second = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds / 1000

type Work = readonly [from: string, to: string, kind?: 'work' | 'break']

/** A day of a shift, or of none. */
function sheet(date: string, works: readonly Work[], more: Partial<DaySheet> = {}): DaySheet {
  const shift = { name: 'S', start: 0, end: 0, outcome: 'attended', late: 0, early: 0 } as const
  return {
    employeeId: 'e',
    day: dayOf(date),
    siteId: 's',
    zone,
    shifts: [shift],
    intervals: works.map(([from, to, kind = 'work']) => ({
      kind,
      from: second(from),
      to: second(to),
    })),
    figures: noFigures,
    marks: [],
    leaves: [],
    ...more,
  }
}

/** Ten hours on each weekday of a week, from 08:00. */
const tenHours = (from: string, days: number) =>
  Array.from({ length: days }, (_, i) => {
    const date = Temporal.PlainDate.from(from).add({ days: i }).toString()
    return sheet(date, [[`${date}T08:00`, `${date}T18:00`]])
  })

function inHours(drafts: readonly OvertimeBandDraft[], days: readonly DaySheet[]) {
  const bands = checkBands(drafts)
  assert.ok(bands.ok, JSON.stringify(bands))
  return Object.fromEntries(
    bandTimes(bands.value, days).map(({ label, seconds }) => [label, seconds / hour]),
  )
}

const france = overtimePresets.fr.bands
const morocco = overtimePresets.ma.bands

test('a French week of 50 hours is 8 at the first rate and 7 at the second', () => {
  assert.deepEqual(inHours(france, tenHours('2026-03-02', 5)), { '25 %': 8, '50 %': 7 })
  assert.deepEqual(inHours(france, tenHours('2026-03-02', 3)), { '25 %': 0, '50 %': 0 })
  assert.deepEqual(inHours(france, tenHours('2026-03-02', 4)), { '25 %': 5, '50 %': 0 })
})

test('Moroccan overtime is by day, by night and on the rest day; rates of the same name add up', () => {
  const week = tenHours('2026-11-02', 4)
  const friday = sheet('2026-11-06', [['2026-11-06T16:00', '2026-11-06T23:00']])
  assert.deepEqual(inHours(morocco, [...week, friday]), { '25 %': 1, '50 %': 2, '100 %': 0 })
  const sunday = sheet('2026-11-08', [['2026-11-08T19:00', '2026-11-08T23:30']], { shifts: [] })
  assert.deepEqual(inHours(morocco, [...week, friday, sunday]), {
    '25 %': 1,
    '50 %': 4,
    '100 %': 2.5,
  })
})

test('a premium by the clock is by the clock that people read, also in the hour that comes twice or never', () => {
  const night = [
    { label: 'night', per: 'day', after: 0, between: { start: '02:30', end: '06:00' } },
  ] as const
  const paris = (from: string, to: string) => {
    const [start, end] = [from, to].map(
      (local) =>
        Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').epochMilliseconds / 1000,
    )
    const interval = { kind: 'work', from: start ?? 0, to: end ?? 0 } as const
    const day = { ...sheet(from.slice(0, 10), []), zone: 'Europe/Paris', intervals: [interval] }
    return inHours(night, [day])['night']
  }
  // From 02:30 to 03:00, and once more from 02:30 to 06:00.
  assert.equal(paris('2026-10-24T22:00', '2026-10-25T07:00'), 4)
  assert.equal(paris('2026-03-28T22:00', '2026-03-29T07:00'), 3)
  assert.equal(paris('2026-11-23T22:00', '2026-11-24T07:00'), 3.5)
})

test('work by day has its own limits, and what comes later in the list goes before', () => {
  const byDay = [
    { label: 'x 1.5', per: 'day', after: 8 * 60 },
    { label: 'x 2', per: 'day', after: 9.5 * 60 },
  ] as const
  assert.deepEqual(inHours(byDay, tenHours('2026-03-02', 2)), { 'x 1.5': 3, 'x 2': 1 })
})

test('paid breaks count, unpaid ones do not, and one that a rule takes off comes off the first work', () => {
  const date = '2026-03-02'
  const works: Work[] = [
    [`${date}T08:00`, `${date}T12:00`],
    [`${date}T12:00`, `${date}T13:00`, 'break'],
    [`${date}T13:00`, `${date}T17:00`],
  ]
  const all = [{ label: 'all', per: 'day', after: 0 }] as const
  const worked = (figures: Partial<DaySheet['figures']>) =>
    inHours(all, [sheet(date, works, { figures: { ...noFigures, ...figures } })])['all']
  assert.equal(worked({}), 8)
  assert.equal(worked({ paidBreak: hour / 4 }), 8.25)
  assert.equal(worked({ deductedBreak: hour / 2 }), 7.5)
  const late = [
    { label: 'late', per: 'day', after: 0, between: { start: '16:00', end: '18:00' } },
  ] as const
  const figures = { ...noFigures, deductedBreak: hour }
  assert.deepEqual(inHours(late, [sheet(date, works, { figures })]), { late: 1 })
})

test('no second is in two rates, and a rate from the first minute takes them all', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const text = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
  const draft = fc.record({
    label: fc.constantFrom('a', 'b', 'c'),
    per: fc.constantFrom('day' as const, 'week' as const),
    after: fc.integer({ min: 0, max: 1440 }),
    between: fc.record({ start: minute.map(text), end: minute.map(text) }),
  })
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 5 }), (drafts) => {
      const days = tenHours('2026-03-02', 5)
      const total = Object.values(inHours(drafts, days)).reduce((sum, hours) => sum + hours, 0)
      assert.ok(total <= 50 + 1e-9)
      const first = { label: 'rest', per: 'week', after: 0 } as const
      const whole = Object.values(inHours([first, ...drafts], days))
      assert.ok(Math.abs(whole.reduce((sum, hours) => sum + hours, 0) - 50) < 1e-9)
    }),
    { numRuns: 100 },
  )
})

test('what is wrong with a rate is said by its place in the list', () => {
  const checked = checkBands([
    { label: ' ', per: 'week', after: 60 },
    { label: 'x'.repeat(41), per: 'day', after: 1441, between: { start: '21', end: '24:00' } },
  ])
  assert.equal(checked.ok, false)
  assert.deepEqual(
    checked.problems.map(
      ({ code, field }) => `${code} ${field.replace('rules.overtimeBands', '')}`,
    ),
    [
      'missing-value [0].label',
      'out-of-range [1].label',
      'out-of-range [1].after',
      'not-a-time [1].between.start',
      'not-a-time [1].between.end',
    ],
  )
})
