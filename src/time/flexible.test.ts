import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Entry,
  everyDay,
  hour,
  hoursOf,
  marksOf,
  office,
  timesheet,
} from '../../test/time-scene.ts'
import { dayOf } from './day.ts'
import type { FlexibleDraft } from './flexible.ts'
import { shippedHolidays } from './holidays/shipped.ts'
import type { Leave } from './leave.ts'
import { checkVersion } from './schedule.ts'

const [monday, sunday] = ['2026-11-09', '2026-11-15']
const seven: FlexibleDraft = { per: 'day', minutes: 420 }

const week = (flexible: FlexibleDraft, entries: Entry[] = [], more: object = {}) =>
  timesheet(monday, sunday, {
    draft: { weeks: [{}], flexible },
    holidays: shippedHolidays('fr'),
    entries,
    ...more,
  })
const on = (date: string, from: string, to: string): Entry[] => [
  [`${date}T${from}`, 'in'],
  [`${date}T${to}`, 'out'],
]

test('hours of a day without times are worked against due, whenever they are worked', () => {
  const sheet = week(seven, [
    ...on(monday, '05:00', '14:00'),
    ...on('2026-11-10', '20:00', '23:00'),
    ...on('2026-11-14', '10:00', '12:00'),
  ])
  assert.deepEqual(hoursOf(sheet), {
    [monday]: { planned: 7, worked: 9 },
    '2026-11-10': { planned: 7, worked: 3 },
    // The 11th of November.
    '2026-11-11': {},
    '2026-11-12': { planned: 7, absent: 7 },
    '2026-11-13': { planned: 7, absent: 7 },
    '2026-11-14': { worked: 2 },
  })
  assert.deepEqual(marksOf(sheet), [])
})

test('hours of a week are shared out over its days, and no day of it is missed', () => {
  const sheet = week({ per: 'week', minutes: 35 * 60 + 1, days: ['monday', 'thursday', 'friday'] })
  assert.equal(sheet.total.planned, 35 * hour + 60)
  assert.equal(sheet.total.absent, 0)
  assert.equal(sheet.days.length, 4)
})

test('leave takes its share of the hours that are due, and no more than there are', () => {
  const leave = (more: Partial<Leave>): Leave => ({
    id: JSON.stringify(more),
    employeeId: 'e',
    from: dayOf(monday),
    to: dayOf(sunday),
    kind: 'paid',
    ...more,
  })
  const whole = week(seven, [], { leaves: [leave({})] }).total
  assert.deepEqual([whole.leavePaid / hour, whole.daysOfLeave, whole.planned], [28, 4, 0])
  const halves = week(seven, [], { leaves: [leave({ part: 'morning' })] }).total
  assert.deepEqual([halves.leavePaid / hour, halves.planned / hour], [14, 14])
  const hours = week(seven, [], { leaves: [leave({ part: { start: 540, end: 1200 } })] }).total
  assert.equal(hours.leavePaid / hour, 28)
})

test('what is under way is missed by nobody', () => {
  const now = '2026-11-09T12:00:00Z'
  assert.deepEqual(hoursOf(week(seven, [], { now }))[monday], { planned: 7 })
  const atWork = week(seven, [[`${monday}T09:00`, 'in']], { now })
  assert.deepEqual(hoursOf(atWork)[monday], { planned: 7, underWay: 4 })
})

test('a flexible day of 25 hours is refused by its field, as are shifts beside it', () => {
  const fieldsOf = (flexible: FlexibleDraft, weeks = [{}]) => {
    const checked = checkVersion({ from: '2026-01-05', weeks, flexible })
    return checked.ok ? [] : checked.problems.map(({ code, field }) => `${code} ${field}`)
  }
  assert.deepEqual(fieldsOf(seven), [])
  assert.deepEqual(fieldsOf({ per: 'day', minutes: 1500 }), ['out-of-range flexible.minutes'])
  assert.deepEqual(fieldsOf({ per: 'week', minutes: 7201 }), ['out-of-range flexible.minutes'])
  assert.deepEqual(fieldsOf({ per: 'day', minutes: 0.5 }), ['out-of-range flexible.minutes'])
  assert.deepEqual(fieldsOf({ ...seven, days: [] }), ['missing-value flexible.days'])
  assert.deepEqual(fieldsOf(seven, [everyDay(office)]), ['out-of-range flexible'])
})
