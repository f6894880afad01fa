import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  type Entry,
  everyDay,
  hour,
  hoursOf,
  marksOf,
  nights,
  office,
  type Scene,
  scheduled,
  timesheet,
} from '../../test/time-scene.ts'
import type { RecordKind } from './record-kind.ts'
import type { Assignment } from './assignment.ts'
import { byMoment, type TimedRecord } from './correction.ts'
import { dateOf, dayOf, type DayRange } from './day.ts'
import { figureNames } from './figures.ts'
import { shippedHolidays } from './holidays/shipped.ts'
import { instantOf } from './instant.ts'
import type { Employment, Surroundings } from './plan.ts'
import type { VersionDraft } from './schedule.ts'
import { joined, piecesOf, readingRange, timesheetOf, totalsBy } from './timesheet.ts'

const goldens: [zone: string, evening: string, morning: string, hours: number][] = [
  ['Europe/Paris', '2026-03-28', '2026-03-29', 7],
  ['Europe/Paris', '2026-10-24', '2026-10-25', 9],
  ['Europe/Paris', '2026-11-23', '2026-11-24', 8],
  ['Africa/Casablanca', '2026-09-19', '2026-09-20', 9],
  ['Africa/Casablanca', '2025-02-22', '2025-02-23', 9],
  ['Africa/Casablanca', '2025-04-05', '2025-04-06', 7],
  ['Africa/Casablanca', '2024-03-09', '2024-03-10', 9],
  ['Africa/Casablanca', '2024-04-13', '2024-04-14', 7],
  ['America/New_York', '2026-03-07', '2026-03-08', 7],
  ['America/New_York', '2026-10-31', '2026-11-01', 9],
  ['Australia/Lord_Howe', '2026-04-04', '2026-04-05', 8.5],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-04', 7.5],
  ['Asia/Kathmandu', '2026-03-28', '2026-03-29', 8],
  ['UTC', '2026-03-28', '2026-03-29', 8],
]

for (const [zone, evening, morning, hours] of goldens) {
  test(`a night from 22:00 to 06:00 is ${hours} h in ${zone} from ${evening} on, and of that day`, () => {
    const sheet = timesheet(evening, morning, {
      zone,
      draft: {
        weeks: [
          {
            ...nights.weeks[0],
            ...(new Date(morning).getUTCDay() === 0 ? { sunday: [] } : { tuesday: [] }),
          },
        ],
      },
      entries: [
        [`${evening}T22:00`, 'in'],
        [`${morning}T06:00`, 'out'],
      ],
    })
    assert.deepEqual(hoursOf(sheet), { [evening]: { planned: hours, worked: hours } })
  })
}

test('a month of nights counts every hour once, whatever the clocks do', () => {
  for (const zone of ['Europe/Paris', 'America/New_York', 'Africa/Casablanca']) {
    const dates = Array.from({ length: 31 }, (_, i) => dateOf(dayOf('2026-03-01') + i))
    const entries = dates.flatMap((date): Entry[] => [
      [`${date}T22:00`, 'in'],
      [`${dateOf(dayOf(date) + 1)}T06:00`, 'out'],
    ])
    const sheet = timesheet('2026-03-01', '2026-03-31', { zone, draft: nights, entries })
    const [start, end] = ['2026-03-01', '2026-04-01'].map((date) =>
      Temporal.ZonedDateTime.from(`${date}[${zone}]`),
    )
    const clockChange = 31 * 24 - (end?.since(start ?? end).total('hours') ?? 0)
    assert.equal(sheet.total.worked / hour, 31 * 8 - clockChange, zone)
    assert.equal(sheet.total.planned, sheet.total.worked)
    assert.equal(sheet.days.length, 31)
  }
})

test('late and early count whole beyond the grace, and not within it', () => {
  const draft = { weeks: [everyDay(office)], rules: { graceLate: 10, graceEarly: 5 } }
  const sheet = timesheet('2026-11-23', '2026-11-25', {
    draft,
    entries: [
      ['2026-11-23T09:10', 'in'],
      ['2026-11-23T16:55', 'out'],
      ['2026-11-24T09:10:01', 'in'],
      ['2026-11-24T16:54:59', 'out'],
      ['2026-11-25T08:30', 'in'],
      ['2026-11-25T18:00', 'out'],
    ],
  })
  assert.deepEqual(
    sheet.days.map(({ figures }) => [figures.late, figures.early]),
    [
      [0, 0],
      [601, 301],
      [0, 0],
    ],
  )
})

test('several shifts a day are judged each for itself', () => {
  const split = everyDay(
    { name: 'Lunch', start: '11:00', end: '15:00' },
    { name: 'Dinner', start: '19:00', end: '23:00' },
  )
  const scene = { draft: { weeks: [split] } }
  const both = timesheet('2026-11-23', '2026-11-23', {
    ...scene,
    entries: [
      ['2026-11-23T11:30', 'in'],
      ['2026-11-23T15:00', 'out'],
      ['2026-11-23T19:00', 'in'],
      ['2026-11-23T22:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(both), {
    '2026-11-23': { planned: 8, worked: 6.5, late: 0.5, early: 1 },
  })
  const one = timesheet('2026-11-23', '2026-11-23', {
    ...scene,
    entries: [
      ['2026-11-23T11:00', 'in'],
      ['2026-11-23T15:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(one), { '2026-11-23': { planned: 8, worked: 4, absent: 4 } })
  const through = timesheet('2026-11-23', '2026-11-23', {
    ...scene,
    entries: [
      ['2026-11-23T11:00', 'in'],
      ['2026-11-23T23:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(through), { '2026-11-23': { planned: 8, worked: 12 } })
})

test('a session that runs on into the shift of the next day is divided at its start', () => {
  const draft = {
    weeks: [
      {
        monday: [{ name: 'Night', start: '22:00', end: '06:00' }],
        tuesday: [{ name: 'Early', start: '06:00', end: '10:00' }],
      },
    ],
  }
  const sheet = timesheet('2026-11-23', '2026-11-24', {
    draft,
    entries: [
      ['2026-11-23T22:00', 'in'],
      ['2026-11-24T10:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(sheet), {
    '2026-11-23': { planned: 8, worked: 8 },
    '2026-11-24': { planned: 4, worked: 4 },
  })
})

test('without a shift, a session belongs to the day on which it began at the employee’s site', () => {
  const sheet = timesheet('2026-11-22', '2026-11-24', {
    zone: 'Asia/Kathmandu',
    entries: [
      ['2026-11-23T00:10', 'in'],
      ['2026-11-23T03:10', 'out'],
      ['2026-11-23T23:00', 'in'],
      ['2026-11-24T02:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(sheet), { '2026-11-23': { worked: 6 } })
})

test('an early arrival before midnight belongs to the shift that begins after it', () => {
  const draft = { weeks: [{ tuesday: [{ name: 'First', start: '00:00', end: '08:00' }] }] }
  const sheet = timesheet('2026-11-23', '2026-11-24', {
    draft,
    entries: [
      ['2026-11-23T23:50', 'in'],
      ['2026-11-24T08:00', 'out'],
    ],
  })
  assert.deepEqual(Object.keys(hoursOf(sheet)), ['2026-11-24'])
})

test('paid breaks count up to their minutes, unpaid ones do not', () => {
  const breaks = [
    { minutes: 20, paid: true },
    { minutes: 60, paid: false },
  ]
  const sheet = timesheet('2026-11-23', '2026-11-23', {
    draft: { weeks: [{ monday: [{ ...office, breaks }] }] },
    entries: [
      ['2026-11-23T09:00', 'in'],
      ['2026-11-23T12:00', 'break-start'],
      ['2026-11-23T13:30', 'break-end'],
      ['2026-11-23T17:00', 'out'],
    ],
  })
  const figures = sheet.days[0]?.figures
  assert.equal(figures?.planned, 7 * hour)
  assert.equal(figures?.paidBreak, 20 * 60)
  assert.equal(figures?.unpaidBreak, 70 * 60)
  assert.equal(figures?.worked, 6.5 * hour + 20 * 60)
})

test('a break that nobody recorded is taken off when the shift says so, less what was recorded', () => {
  const breaks = [{ minutes: 60, paid: false, deductedAfterMinutes: 360 }]
  const draft = { weeks: [everyDay({ ...office, ...{ breaks } })] }
  const sheet = timesheet('2026-11-23', '2026-11-25', {
    draft,
    entries: [
      ['2026-11-23T09:00', 'in'],
      ['2026-11-23T17:00', 'out'],
      ['2026-11-24T09:00', 'in'],
      ['2026-11-24T15:00', 'out'],
      ['2026-11-25T09:00', 'in'],
      ['2026-11-25T12:00', 'break-start'],
      ['2026-11-25T12:45', 'break-end'],
      ['2026-11-25T17:00', 'out'],
    ],
  })
  assert.deepEqual(
    sheet.days.map(({ figures }) => [figures.worked / 60, figures.deductedBreak / 60]),
    [
      [420, 60],
      [360, 0],
      [420, 15],
    ],
  )
})

test('overtime by day and by week, and no hour is both', () => {
  const draft = {
    weeks: [everyDay({ name: 'Day', start: '08:00', end: '16:00' })],
    rules: { overtimeDayAfter: 600, overtimeWeekAfter: 44 * 60 },
  }
  // Monday 12 h, then five days of 8 h: 2 h over the day; 10 + 40 = 50 ordinary hours, 6 over the week.
  const entries = ['23', '24', '25', '26', '27', '28'].flatMap((d, i): Entry[] => [
    [`2026-11-${d}T08:00`, 'in'],
    [`2026-11-${d}T${i === 0 ? '20' : '16'}:00`, 'out'],
  ])
  const week = timesheet('2026-11-23', '2026-11-29', { draft, entries })
  assert.equal(week.total.overtime / hour, 8)
  assert.deepEqual(
    week.weeks.map(({ sunday, overtime }) => [dateOf(sunday), overtime / hour]),
    [['2026-11-29', 6]],
  )
  assert.equal(timesheet('2026-11-23', '2026-11-28', { draft, entries }).total.overtime / hour, 2)
  assert.equal(timesheet('2026-11-29', '2026-11-30', { draft, entries }).total.overtime / hour, 6)
})

test('a shift that nobody came to is absent once it is over', () => {
  const scene = { draft: { weeks: [{ monday: [office] }] }, entries: [] }
  const during = timesheet('2026-11-23', '2026-11-23', { ...scene, now: '2026-11-23T15:59:59Z' })
  assert.equal(during.days[0]?.shifts[0]?.outcome, 'upcoming')
  assert.deepEqual(hoursOf(during), { '2026-11-23': { planned: 8 } })
  const after = timesheet('2026-11-23', '2026-11-23', { ...scene, now: '2026-11-23T16:00:00Z' })
  assert.deepEqual(hoursOf(after), { '2026-11-23': { planned: 8, absent: 8 } })
})

test('holidays and leave excuse, and work on them shows', () => {
  const sheet = timesheet('2026-11-09', '2026-11-12', {
    draft: { weeks: [everyDay(office)] },
    holidays: shippedHolidays('fr'),
    leaves: [
      {
        id: 'l',
        employeeId: 'e',
        from: dayOf('2026-11-12'),
        to: dayOf('2026-11-13'),
        kind: 'paid',
      },
    ],
    entries: [
      ['2026-11-11T09:00', 'in'],
      ['2026-11-11T12:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(sheet), {
    '2026-11-09': { planned: 8, absent: 8 },
    '2026-11-10': { planned: 8, absent: 8 },
    '2026-11-11': { worked: 3, onHoliday: 3 },
    '2026-11-12': { leavePaid: 8 },
  })
  assert.equal(sheet.total.daysOfLeave, 1)
  assert.deepEqual(marksOf(sheet), ['2026-11-11 worked-on-holiday'])
})

test('a provisional holiday excuses and is marked', () => {
  const sheet = timesheet('2027-03-10', '2027-03-10', {
    zone: 'Africa/Casablanca',
    draft: { weeks: [everyDay(office)] },
    holidays: shippedHolidays('ma'),
    entries: [],
  })
  assert.deepEqual(hoursOf(sheet), { '2027-03-10': {} })
  assert.deepEqual(marksOf(sheet), ['2027-03-10 provisional-holiday'])
})

const forgotten: Entry[] = [
  ['2026-11-23T08:50', 'in'],
  ['2026-11-24T09:00', 'in'],
  ['2026-11-24T17:00', 'out'],
]

test('a forgotten clock-out is listed and invents no hours', () => {
  const sheet = timesheet('2026-11-23', '2026-11-24', {
    draft: { weeks: [everyDay(office)] },
    entries: forgotten,
  })
  assert.deepEqual(hoursOf(sheet), {
    '2026-11-23': { planned: 8, missingOut: 1 },
    '2026-11-24': { planned: 8, worked: 8 },
  })
  assert.equal(sheet.days[0]?.shifts[0]?.outcome, 'unclear')
  assert.deepEqual(marksOf(sheet), ['2026-11-23 missing-out'])
})

test('a rule may close it at the end of the shift, marked as such', () => {
  const draft = {
    weeks: [everyDay(office)],
    rules: { missingOut: { action: 'close-at-shift-end' } as const },
  }
  const sheet = timesheet('2026-11-23', '2026-11-23', { draft, entries: forgotten })
  const supplied = 8 + 1 / 6
  assert.deepEqual(hoursOf(sheet), {
    '2026-11-23': { planned: 8, worked: supplied, closedByRule: supplied, missingOut: 1 },
  })
  assert.deepEqual(marksOf(sheet), ['2026-11-23 missing-out', '2026-11-23 closed-by-rule'])
})

test('a rule closes where leave begins, and a night of leave from two on is of the shift before', () => {
  const rules = { missingOut: { action: 'close-at-shift-end' } } as const
  const leave = { id: 'l', employeeId: 'e', kind: 'unpaid' } as const
  const day = dayOf('2026-11-09')
  const closed = timesheet('2026-11-09', '2026-11-09', {
    draft: { weeks: [everyDay(office)], rules },
    leaves: [{ ...leave, from: day, to: day, part: 'afternoon' }],
    entries: [['2026-11-09T09:00', 'in']],
  })
  assert.deepEqual(hoursOf(closed), {
    '2026-11-09': { planned: 4, worked: 4, closedByRule: 4, missingOut: 1, leaveUnpaid: 4 },
  })
  const night = timesheet('2026-11-09', '2026-11-09', {
    draft: { ...nights },
    leaves: [{ ...leave, from: day + 1, to: day + 1, part: { start: 120, end: 420 } }],
    entries: [
      ['2026-11-09T22:00', 'in'],
      ['2026-11-10T02:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(night), { '2026-11-09': { planned: 4, worked: 4, leaveUnpaid: 4 } })
})

test('leave takes nothing on a holiday, and two halves of different kinds are a day', () => {
  const day = dayOf('2026-11-11')
  const half = { employeeId: 'e', from: day, to: day + 1 } as const
  const sheet = timesheet('2026-11-11', '2026-11-12', {
    draft: { weeks: [everyDay(office)] },
    holidays: shippedHolidays('fr'),
    leaves: [
      { ...half, id: 'm', kind: 'paid', part: 'morning' },
      { ...half, id: 'a', kind: 'sick', part: 'afternoon' },
    ],
    entries: [],
  })
  assert.deepEqual(hoursOf(sheet), {
    '2026-11-11': {},
    '2026-11-12': { leavePaid: 4, leaveSick: 4 },
  })
  assert.deepEqual(
    sheet.days.map(({ shifts, figures }) => [shifts[0]?.outcome, figures.daysOfLeave]),
    [
      ['holiday', 0],
      ['leave', 1],
    ],
  )
})

test('days of leave are those that would have been worked', () => {
  const weeks = [{ ...everyDay(office), saturday: [], sunday: [] }]
  const [from, to] = [dayOf('2026-11-09'), dayOf('2026-11-15')]
  const leave = { id: 'l', employeeId: 'e', from, to, kind: 'paid' } as const
  const leaves = [leave]
  const holidays = shippedHolidays('fr')
  const week = (draft: Scene['draft'], more: Partial<Scene> = {}) =>
    timesheet('2026-11-09', '2026-11-15', {
      draft: draft ?? null,
      leaves,
      holidays,
      entries: [],
      ...more,
    }).total
  const { daysOfLeave, leavePaid } = week({ weeks })
  assert.deepEqual([daysOfLeave, leavePaid / hour], [4, 32])
  assert.equal(week({ weeks, rules: { worksOnHolidays: true } }).daysOfLeave, 5)
  // Without a schedule nothing says which days are worked; a holiday is none.
  assert.equal(week(null).daysOfLeave, 6)
  const halves = [{ ...leave, part: 'morning' } as const]
  assert.equal(week({ weeks }, { leaves: halves }).daysOfLeave, 2)
})

test('of a shift with lunch, leave of a half ends or begins at lunch, and takes half of the work', () => {
  const lunch = { minutes: 60, paid: false, deductedAfterMinutes: 360 }
  const draft = {
    weeks: [everyDay({ name: 'Day', start: '08:00', end: '17:00', breaks: [lunch] })],
  }
  const day = dayOf('2026-11-09')
  const leave = { id: 'l', employeeId: 'e', from: day, to: day, kind: 'paid' } as const
  const half = (part: 'morning' | 'afternoon', from: string, to: string) =>
    hoursOf(
      timesheet('2026-11-09', '2026-11-09', {
        draft,
        leaves: [{ ...leave, part }],
        entries: [
          [`2026-11-09T${from}`, 'in'],
          [`2026-11-09T${to}`, 'out'],
        ],
      }),
    )['2026-11-09']
  assert.deepEqual(half('morning', '13:00', '17:00'), { planned: 4, worked: 4, leavePaid: 4 })
  assert.deepEqual(half('afternoon', '08:00', '12:00'), { planned: 4, worked: 4, leavePaid: 4 })
  assert.equal(half('morning', '13:30', '17:00')?.['late'], 0.5)
  assert.equal(half('afternoon', '08:00', '11:30')?.['early'], 0.5)
})

test('a shift of twenty-four hours is worked through, and belongs to the day on which it begins', () => {
  const draft = { weeks: [{ monday: [{ name: 'Duty', start: '08:00', end: '08:00' }] }] }
  const sheet = timesheet('2026-11-23', '2026-11-24', {
    draft,
    entries: [
      ['2026-11-23T08:00', 'in'],
      ['2026-11-24T08:00', 'out'],
    ],
  })
  assert.deepEqual(hoursOf(sheet), { '2026-11-23': { planned: 24, worked: 24 } })
})

test('work without a schedule belongs to the day on which it began, up to the longest session', () => {
  const sheet = (to: string) =>
    timesheet('2026-11-23', '2026-11-25', {
      entries: [
        ['2026-11-23T20:00', 'in'],
        [to, 'out'],
      ],
    })
  assert.deepEqual(hoursOf(sheet('2026-11-24T12:00')), { '2026-11-23': { worked: 16 } })
  // Beyond it the departure is of another day: both ends are missing, and nothing is invented.
  assert.deepEqual(hoursOf(sheet('2026-11-24T12:00:01')), {
    '2026-11-23': { missingOut: 1 },
    '2026-11-24': { missingIn: 1 },
  })
})

test('a rule never closes a session beyond the next record, nor one that is still going on', () => {
  const rules = { missingOut: { action: 'close-after', minutes: 900 } as const }
  const draft = { weeks: [{ monday: [office] }], rules }
  const entries: Entry[] = [
    ['2026-11-23T09:00', 'in'],
    ['2026-11-23T22:00', 'in'],
    ['2026-11-24T04:00', 'out'],
  ]
  const sheet = timesheet('2026-11-23', '2026-11-23', { draft, entries })
  assert.equal(sheet.total.worked / hour, 19)
  assert.equal(sheet.total.closedByRule / hour, 13)
  const now = timesheet('2026-11-23', '2026-11-23', {
    draft,
    entries: entries.slice(0, 1),
    now: '2026-11-23T10:00:00Z',
  })
  assert.equal(now.total.worked, 0)
  assert.deepEqual(marksOf(now), ['2026-11-23 ongoing'])
})

test('a rule closes a session left on a break where the break began', () => {
  const draft = {
    weeks: [everyDay(office)],
    rules: { missingOut: { action: 'close-at-shift-end' } as const },
  }
  const sheet = timesheet('2026-11-23', '2026-11-23', {
    draft,
    entries: [
      ['2026-11-23T09:00', 'in'],
      ['2026-11-23T12:00', 'break-start'],
    ],
  })
  assert.equal(sheet.total.worked / hour, 3)
  assert.equal(sheet.total.closedByRule, 0)
})

test('a departure without an arrival leaves its shift unclear, also after a night', () => {
  const sheet = timesheet('2026-11-23', '2026-11-24', {
    draft: { weeks: [{ monday: [{ name: 'Night', start: '22:00', end: '06:00' }] }] },
    entries: [['2026-11-24T06:05', 'out']],
  })
  assert.deepEqual(hoursOf(sheet), { '2026-11-23': { planned: 8, missingIn: 1 } })
  assert.equal(sheet.days[0]?.shifts[0]?.outcome, 'unclear')
})

test('a record at another site is counted and flagged', () => {
  const sheet = timesheet('2026-11-23', '2026-11-23', {
    draft: { weeks: [{ monday: [office] }] },
    entries: [
      ['2026-11-23T09:00', 'in', { siteId: 'elsewhere' }],
      ['2026-11-23T17:00', 'out'],
    ],
  })
  assert.equal(sheet.total.worked / hour, 8)
  assert.deepEqual(marksOf(sheet), ['2026-11-23 other-site'])
})

test('a new assignment changes the days from its date on and none before', () => {
  const first = scheduled('Europe/Paris', { weeks: [everyDay(office)] })
  const second: Assignment = {
    ...scheduled('Africa/Casablanca', {
      weeks: [everyDay({ name: 'Night', start: '20:00', end: '04:00' })],
    }),
    id: 'b',
    from: dayOf('2026-11-25'),
  }
  const scene: Scene = {
    entries: [
      ['2026-11-24T09:00', 'in'],
      ['2026-11-24T17:00', 'out'],
    ],
  }
  const before = timesheet('2026-11-23', '2026-11-24', { ...scene, assignments: [first] })
  const after = timesheet('2026-11-23', '2026-11-24', { ...scene, assignments: [first, second] })
  assert.deepEqual(after, before)
  const next = timesheet('2026-11-25', '2026-11-25', { ...scene, assignments: [first, second] })
  assert.equal(instantOf(next.days[0]?.shifts[0]?.start ?? 0).toString(), '2026-11-25T20:00:00Z')
  assert.equal(next.days[0]?.zone, 'Africa/Casablanca')
})

const sketch = fc.array(
  fc.record({
    minute: fc.integer({ min: -5 * 1440, max: 40 * 1440 }),
    kind: fc.constantFrom<RecordKind>('in', 'out', 'break-start', 'break-end'),
  }),
  { maxLength: 120 },
)
const drafts = fc.constantFrom<Omit<VersionDraft, 'from'> | null>(
  null,
  nights,
  { weeks: [everyDay(office)], rules: { overtimeDayAfter: 'planned', overtimeWeekAfter: 2100 } },
  {
    weeks: [
      everyDay(
        { name: 'A', start: '06:00', end: '14:00' },
        { name: 'B', start: '14:00', end: '22:00' },
      ),
      nights.weeks[0] ?? {},
    ],
  },
)
const someZone = fc.constantFrom(
  'Europe/Paris',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'America/New_York',
)

test('no second is counted twice or lost: the days add up to the sessions, and every way of adding up agrees', () => {
  const start = Date.UTC(2026, 2, 1) / 1000
  fc.assert(
    fc.property(sketch, drafts, someZone, (entries, draft, zone) => {
      const records = entries
        .map(({ minute, kind }, i): TimedRecord => ({
          id: `r${i}`,
          employeeId: 'e',
          siteId: null,
          kind,
          at: (start + minute * 60) * 1_000_000,
        }))
        .sort(byMoment)
      const employment: Employment = {
        employeeId: 'e',
        assignments: [scheduled(zone, draft)],
        leaves: [],
      }
      const surroundings: Surroundings = {
        defaultSite: { id: 'home', name: 'Home', zone },
        holidaysOf: () => new Map(),
        now: start + 90 * 86_400,
      }
      const sheetOf = (from: string, to: string) =>
        timesheetOf(employment, records, { from: dayOf(from), to: dayOf(to) }, surroundings)
      const whole = sheetOf('2026-02-01', '2026-05-01')
      const intervals = whole.days.flatMap((day) => day.intervals).sort((a, b) => a.from - b.from)
      intervals.forEach(({ from, to }, i) => {
        assert.ok(to > from && from >= (intervals[i - 1]?.to ?? -Infinity))
      })
      const length = intervals.reduce(
        (sum, { kind, from, to }) => sum + (kind === 'work' ? to - from : 0),
        0,
      )
      assert.equal(whole.total.worked, length)

      for (const period of ['day', 'week', 'month'] as const) {
        for (const name of figureNames) {
          const sum = totalsBy(period, whole).reduce(
            (total, { figures }) => total + figures[name],
            0,
          )
          assert.equal(sum, whole.total[name], `${period} ${name}`)
        }
      }
      const readAndCounted = (range: DayRange) => {
        const reading = readingRange(range, 960)
        const read = records.filter(
          ({ at }) => at >= reading.from * 1_000_000 && at < reading.to * 1_000_000,
        )
        return timesheetOf(employment, read, range, surroundings)
      }
      const range = { from: dayOf('2026-03-10'), to: dayOf('2026-03-20') }
      assert.deepEqual(readAndCounted(range), timesheetOf(employment, records, range, surroundings))
      const inPieces = piecesOf({ from: dayOf('2026-02-01'), to: dayOf('2026-05-01') })
      assert.ok(inPieces.length > 1)
      assert.deepEqual(joined(inPieces.map((piece) => readAndCounted(piece))), whole)
      const parts = [sheetOf('2026-02-01', '2026-03-10'), sheetOf('2026-03-11', '2026-05-01')]
      for (const name of figureNames) {
        assert.equal(
          (parts[0]?.total[name] ?? 0) + (parts[1]?.total[name] ?? 0),
          whole.total[name],
          name,
        )
      }
    }),
    { numRuns: 150 },
  )
})
