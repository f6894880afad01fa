import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, everyDay, hoursOf, marksOf, timesheet } from '../../test/time-scene.ts'

const monday = '2026-11-23'
const tuesday = '2026-11-24'
const touching = [
  { name: 'Morning', start: '08:00', end: '12:00' },
  { name: 'Afternoon', start: '12:00', end: '16:00' },
]

const on = (
  draft: Parameters<typeof timesheet>[2]['draft'],
  entries: Entry[],
  now = '2030-01-01T00:00:00Z',
) => timesheet(monday, tuesday, { draft: draft ?? null, entries, now })
const outcomes = (sheet: ReturnType<typeof timesheet>) =>
  sheet.days.map(({ shifts }) => shifts.map(({ outcome }) => outcome).join(' '))

test('a second in the next of two touching shifts is not presence there', () => {
  const weeks = [{ monday: touching }]
  const over = on({ weeks }, [
    [`${monday}T08:00`, 'in'],
    [`${monday}T12:00:01`, 'out'],
  ])
  assert.deepEqual(outcomes(over), ['attended absent'])
  assert.equal(hoursOf(over)[monday]?.['absent'], 4)
  const early = on({ weeks }, [
    [`${monday}T11:55`, 'in'],
    [`${monday}T16:00`, 'out'],
  ])
  assert.deepEqual(outcomes(early), ['absent attended'])
  assert.equal(hoursOf(early)[monday]?.['late'], undefined)
  const through = on({ weeks }, [
    [`${monday}T08:00`, 'in'],
    [`${monday}T16:00`, 'out'],
  ])
  assert.deepEqual(outcomes(through), ['attended attended'])
})

test('how much of a shift makes presence there is a rule of the schedule', () => {
  const late: Entry[] = [
    [`${monday}T08:00`, 'in'],
    [`${monday}T12:20`, 'out'],
  ]
  const weeks = [{ monday: touching }]
  assert.deepEqual(outcomes(on({ weeks }, late)), ['attended attended'])
  assert.deepEqual(outcomes(on({ weeks, rules: { shiftGrace: 30 } }, late)), ['attended absent'])
  const second: Entry[] = [
    [`${monday}T08:00`, 'in'],
    [`${monday}T12:00:01`, 'out'],
  ]
  assert.deepEqual(outcomes(on({ weeks, rules: { shiftGrace: 0 } }, second)), ['attended attended'])
})

test('a night that goes on five minutes into a day shift is not presence in it', () => {
  const weeks = [
    {
      monday: [{ name: 'Night', start: '22:00', end: '06:00' }],
      tuesday: [{ name: 'Early', start: '06:00', end: '14:00' }],
    },
  ]
  const sheet = on({ weeks }, [
    [`${monday}T22:00`, 'in'],
    [`${tuesday}T06:05`, 'out'],
  ])
  assert.deepEqual(hoursOf(sheet), {
    [monday]: { planned: 8, worked: 8 + 5 / 60 },
    [tuesday]: { planned: 8, absent: 8 },
  })
})

test('somebody who leaves after ten minutes was there, and left early', () => {
  const sheet = on({ weeks: [{ monday: touching.slice(0, 1) }] }, [
    [`${monday}T08:00`, 'in'],
    [`${monday}T08:10`, 'out'],
  ])
  assert.deepEqual(outcomes(sheet), ['attended'])
  assert.equal(hoursOf(sheet)[monday]?.['early'], 4 - 1 / 6)
})

test('long work that only touches a shift is outside the schedule, and the shift is missed', () => {
  const sheet = on({ weeks: [{ monday: touching.slice(0, 1) }] }, [
    [`${monday}T11:55`, 'in'],
    [`${monday}T20:00`, 'out'],
  ])
  assert.deepEqual(outcomes(sheet), ['absent'])
  assert.deepEqual(marksOf(sheet), [`${monday} outside-schedule`])
})

test('a forgotten clock-out is closed at the end of the last shift that the presence reaches into', () => {
  const rules = { missingOut: { action: 'close-at-shift-end' } } as const
  const weeks = [everyDay(...touching)]
  const closed = (...more: Entry[]) =>
    hoursOf(on({ weeks, rules }, [[`${monday}T08:00`, 'in'], ...more]))[monday]?.['worked']
  assert.equal(closed(), 8)
  // Never on another day.
  const nights = { name: 'Night', start: '20:00', end: '04:00' }
  const long = on({ weeks: [{ monday: touching, tuesday: [nights] }], rules }, [
    [`${monday}T08:00`, 'in'],
  ])
  assert.equal(hoursOf(long)[monday]?.['worked'], 8)
})
