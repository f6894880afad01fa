import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everyDay, nights, office, scheduled } from '../../test/time-scene.ts'
import type { Assignment } from './assignment.ts'
import { byMoment, type TimedRecord } from './correction.ts'
import { type Day, dayOf } from './day.ts'
import { figureNames } from './figures.ts'
import { calendarOf } from './holiday.ts'
import { shippedHolidays } from './holidays/shipped.ts'
import type { Leave } from './leave.ts'
import type { Employment, Surroundings } from './plan.ts'
import type { RecordKind } from './record-kind.ts'
import { checkVersion, type VersionDraft } from './schedule.ts'
import { timesheetOf, totalsBy } from './timesheet.ts'

const first = dayOf('2026-04-20')
const length = 42
const lunch = { minutes: 60, paid: false, deductedAfterMinutes: 360 }

const drafts = fc.constantFrom<Omit<VersionDraft, 'from'> | null>(
  null,
  nights,
  { weeks: [everyDay({ ...office, breaks: [lunch] })], rules: { overtimeDayAfter: 'planned' } },
  { weeks: [{}], flexible: { per: 'week', minutes: 2101 }, rules: { overtimeWeekAfter: 600 } },
  {
    weeks: [everyDay({ name: 'Duty', start: '08:00', end: '08:00' })],
    rules: {
      specialDaysBy: 'clock',
      overtimeBands: [
        { label: 'a', per: 'day', after: 480 },
        { label: 'b', per: 'week', after: 2100, on: 'holiday' },
      ],
    },
  },
)
const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu')
const day = fc.integer({ min: first, max: first + length - 1 })
const records = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: length * 1440 }),
      kind: fc.constantFrom<RecordKind>('in', 'out', 'out', 'in', 'break-start', 'break-end'),
    }),
    { maxLength: 100 },
  )
  .map((entries) =>
    entries
      .map(({ minute, kind }, i): TimedRecord => ({
        id: `r${i}`,
        employeeId: 'e',
        siteId: null,
        kind,
        at: (first * 86_400 + minute * 60) * 1_000_000,
      }))
      .sort(byMoment),
  )
const leave = fc
  .record({
    from: day,
    days: fc.integer({ min: 0, max: 9 }),
    part: fc.constantFrom<'day' | 'morning' | 'hours'>('day', 'morning', 'hours'),
  })
  .map(({ from, days, part }): Leave => ({
    id: 'l',
    employeeId: 'e',
    from,
    to: from + days,
    kind: 'paid',
    ...(part === 'morning' && { part }),
    ...(part === 'hours' && { part: { start: 600, end: 900 } }),
  }))
const scene = fc.record({ draft: drafts, zone: zones, records, leave })
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never

const none = { defaultSite: { id: 'home', name: 'Home', zone: 'UTC' }, now: (first + 90) * 86_400 }
const frenchHolidays = calendarOf(shippedHolidays('fr'))
const french: Surroundings = { ...none, holidaysOf: () => frenchHolidays }

function employmentOf({
  draft,
  zone,
  leave: own,
}: Scene): Employment & { assignments: [Assignment] } {
  return { employeeId: 'e', assignments: [scheduled(zone, draft)], leaves: [own] }
}
const range = { from: first, to: first + length - 1 }

/** What a change from a day on leaves alone: every day before the evening on which a night could run into it. */
const before = (from: Day, employment: Employment, { records: all }: Scene, around = french) =>
  timesheetOf(employment, all, range, around).days.filter((sheet) => sheet.day < from - 1)

test('no other schedule, site, calendar or last day from a day on moves a figure before it', () => {
  fc.assert(
    fc.property(scene, drafts, zones, day, (place, draft, zone, from) => {
      const employment = employmentOf(place)
      const now = before(from, employment, place)
      const next = { ...scheduled(zone, draft), id: 'b', from }
      const moved = { ...next, site: { ...next.site, id: 'elsewhere' } }
      const assigned = { ...employment, assignments: [...employment.assignments, moved] }
      assert.deepEqual(before(from, assigned, place), now)

      const [assignment] = employment.assignments
      const version = draft && checkVersion({ from: '2020-01-06', ...draft })
      if (version?.ok && assignment.schedule) {
        const versions = [...assignment.schedule.versions, { ...version.value, from }]
        const schedule = { ...assignment.schedule, versions }
        const changed = { ...employment, assignments: [{ ...assignment, schedule }] }
        assert.deepEqual(before(from, changed, place), now)
      }

      const both = [
        ...shippedHolidays('fr').filter((each) => each.day < from),
        ...shippedHolidays('ma').filter((each) => each.day >= from),
      ]
      const calendar = calendarOf(both)
      const later = { ...none, holidaysOf: () => calendar }
      assert.deepEqual(before(from, employment, place, later), now)

      const left = { ...employment, employed: { firstDay: null, lastDay: from - 1 } }
      assert.deepEqual(before(from, left, place), now)
    }),
    { numRuns: 40 },
  )
})

test('the sum by day is the sum by week is the sum by month', () => {
  fc.assert(
    fc.property(scene, (place) => {
      const sheet = timesheetOf(employmentOf(place), place.records, range, french)
      for (const period of ['day', 'week', 'month'] as const) {
        for (const name of figureNames) {
          const sum = totalsBy(period, sheet).reduce((all, { figures }) => all + figures[name], 0)
          assert.equal(sum, sheet.total[name], `${period} ${name}`)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('the order in which records arrive does not matter', () => {
  fc.assert(
    fc.property(scene, (place) => {
      const hoursOf = (all: readonly TimedRecord[]) =>
        timesheetOf(employmentOf(place), all, range, french).days.map(({ figures }) => figures)
      // Ids follow the order of arrival, and decide between records of one moment.
      const turned = place.records
        .map((record, i) => ({ ...record, id: `r${place.records.length - i}` }))
        .sort(byMoment)
      assert.deepEqual(hoursOf(turned), hoursOf(place.records))
    }),
    { numRuns: 40 },
  )
})

test('presence belongs to exactly one shift: no second of a day is in two pieces', () => {
  fc.assert(
    fc.property(scene, (place) => {
      const sheet = timesheetOf(employmentOf(place), place.records, range, french)
      const all = sheet.days.flatMap(({ intervals }) => intervals).sort((a, b) => a.from - b.from)
      all.forEach(({ from }, i) => assert.ok(from >= (all[i - 1]?.to ?? -Infinity)))
    }),
    { numRuns: 40 },
  )
})
