import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, timesheet } from '../../test/time-scene.ts'
import { shippedHolidays } from './holidays/shipped.ts'
import type { RulesDraft } from './rules.ts'

/** A night from 22:00 to 06:00 into a day, which is over. */
const night = (evening: string, morning: string, rules: RulesDraft) =>
  timesheet('2026-11-09', '2026-11-15', {
    draft: {
      weeks: [
        Object.fromEntries(
          ['monday', 'tuesday', 'wednesday', 'saturday'].map((weekday) => [
            weekday,
            [{ name: 'Night', start: '22:00', end: '06:00' }],
          ]),
        ),
      ],
      rules,
    },
    holidays: shippedHolidays('fr'),
    entries: [
      [`${evening}T22:00`, 'in'],
      [`${morning}T06:00`, 'out'],
    ],
  })

test('a night into a holiday is work on it by the day on which it began, or by the clock where the rules say so', () => {
  const onHoliday = (evening: string, morning: string, rules: RulesDraft) =>
    night(evening, morning, { worksOnHolidays: true, ...rules }).total.onHoliday / hour
  const clock = { specialDaysBy: 'clock' } as const
  assert.equal(onHoliday('2026-11-10', '2026-11-11', {}), 0)
  assert.equal(onHoliday('2026-11-10', '2026-11-11', clock), 6)
  assert.equal(onHoliday('2026-11-11', '2026-11-12', {}), 8)
  assert.equal(onHoliday('2026-11-11', '2026-11-12', clock), 2)
})

test('a rate of holidays and rest days follows the same rule', () => {
  const overtimeBands = [
    { label: 'holiday', per: 'week', after: 0, on: 'holiday' },
    { label: 'rest', per: 'week', after: 0, on: 'rest-day' },
  ] as const
  const rates = (evening: string, morning: string, rules: RulesDraft) =>
    night(evening, morning, { overtimeBands, worksOnHolidays: true, ...rules }).weeks[0]?.bands.map(
      ({ seconds }) => seconds / hour,
    )
  const clock = { specialDaysBy: 'clock' } as const
  assert.deepEqual(rates('2026-11-10', '2026-11-11', {}), [0, 0])
  assert.deepEqual(rates('2026-11-10', '2026-11-11', clock), [6, 0])
  // From Saturday into Sunday, on which nothing is planned.
  assert.deepEqual(rates('2026-11-14', '2026-11-15', {}), [0, 0])
  assert.deepEqual(rates('2026-11-14', '2026-11-15', clock), [0, 6])
})
