import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Entry, everyDay, hour, scheduled, timesheet } from '../../test/time-scene.ts'
import { dateOf, dayOf } from './day.ts'
import type { RulesDraft } from './rules.ts'
import { checkVersion } from './schedule.ts'

const monday = '2026-11-23'
const week = Array.from({ length: 7 }, (_, i) => dateOf(dayOf(monday) + i))
const day = { name: 'Day', start: '08:00', end: '16:00' }
const weeks = [everyDay(day)]

/** So many hours of work on each day of the week, from 06:00. */
const working = (...hours: number[]) =>
  hours.flatMap((length, i): Entry[] => {
    const minutes = 360 + Math.round(length * 60)
    const end = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return length === 0
      ? []
      : [
          [`${week[i] ?? ''}T06:00`, 'in'],
          [`${week[i] ?? ''}T${end}`, 'out'],
        ]
  })
const overtime = (rules: RulesDraft, ...hours: number[]) =>
  timesheet(monday, week[6] ?? '', { draft: { weeks, rules }, entries: working(...hours) }).total
    .overtime / hour

const asBands: RulesDraft = {
  overtimeBands: [
    { label: '25 %', per: 'day', after: 480 },
    { label: '50 %', per: 'week', after: 2400 },
  ],
}
const plain: RulesDraft = { overtimeDayAfter: 480, overtimeWeekAfter: 2400 }

test('hours that are overtime by day do not count towards the limit of the week, as bands or as plain rules', () => {
  for (const rules of [asBands, plain]) {
    assert.equal(overtime(rules, 9, 9, 9, 9, 5), 4)
    assert.equal(overtime(rules, 9, 9, 9, 9, 9), 5)
    assert.equal(overtime(rules, 9, 9, 9, 9, 9, 9), 14)
  }
})

test('bands and plain rules of the same limits give the same overtime, in whatever order the bands are', () => {
  const hours = fc.array(fc.integer({ min: 0, max: 32 }), { minLength: 7, maxLength: 7 })
  const limits = fc.record({
    byDay: fc.integer({ min: 1, max: 720 }),
    byWeek: fc.integer({ min: 0, max: 3600 }),
    turned: fc.boolean(),
  })
  fc.assert(
    fc.property(hours, limits, (halves, { byDay, byWeek, turned }) => {
      const bands = [
        { label: 'day', per: 'day', after: byDay },
        { label: 'week', per: 'week', after: byWeek },
      ] as const
      const worked = halves.map((half) => half / 2)
      const rules = { overtimeBands: turned ? bands.toReversed() : bands }
      assert.equal(
        overtime(rules, ...worked),
        overtime({ overtimeDayAfter: byDay, overtimeWeekAfter: byWeek }, ...worked),
      )
    }),
    { numRuns: 100 },
  )
})

test('a premium from the first minute on does not keep work from the limit of the week', () => {
  const bands = [
    { label: 'night', per: 'day', after: 0, between: { start: '06:00', end: '08:00' } },
    { label: 'week', per: 'week', after: 2400 },
  ] as const
  const sheet = timesheet(monday, week[6] ?? '', {
    draft: { weeks, rules: { overtimeBands: bands } },
    entries: working(9, 9, 9, 9, 9),
  })
  // On Friday the fortieth hour ends at ten.
  assert.deepEqual(
    sheet.weeks[0]?.bands.map(({ label, seconds }) => [label, seconds / hour]),
    [
      ['night', 10],
      ['week', 5],
    ],
  )
})

test('a week whose schedule ends before Sunday keeps its overtime', () => {
  for (const rules of [
    { overtimeWeekAfter: 2400 },
    { overtimeBands: asBands.overtimeBands ?? [] },
  ]) {
    const first = scheduled('Europe/Paris', { weeks, rules })
    const after = { ...scheduled('Europe/Paris', null), id: 'b', from: dayOf(week[5] ?? '') }
    const sheet = timesheet(monday, week[6] ?? '', {
      assignments: [first, after],
      entries: working(10, 10, 10, 10, 10),
    })
    assert.equal(sheet.total.overtime / hour, 10)
  }
})

test('a week in which the schedule changes is counted by the rules of its last scheduled day', () => {
  const strict = scheduled('Europe/Paris', { weeks, rules: { overtimeWeekAfter: 2100 } })
  const version = checkVersion({ from: week[4] ?? '', weeks, rules: { overtimeWeekAfter: 2400 } })
  assert.ok(version.ok && strict.schedule)
  const { schedule } = strict
  const changed = {
    ...strict,
    schedule: { ...schedule, versions: [...schedule.versions, version.value] },
  }
  const sheet = timesheet(monday, week[6] ?? '', {
    assignments: [changed],
    entries: working(9, 9, 9, 9, 9),
  })
  assert.equal(sheet.total.overtime / hour, 5)
})
