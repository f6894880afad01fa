import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Entry, everyDay, hour, hoursOf, office, timesheet } from '../../test/time-scene.ts'

const date = '2026-11-23'
const lunch = { minutes: 60, paid: false, deductedAfterMinutes: 360 }
const day = { name: 'Day', start: '08:00', end: '17:00', breaks: [lunch] }

/** The figures of one day, from records such as `8 in`, `12:30 out`. */
function figuresOf(shifts: Parameters<typeof everyDay>, ...records: string[]) {
  const entries = records.map((record): Entry => {
    const [time = '', kind] = record.split(' ')
    const [hours = '', minutes = '00'] = time.split(':')
    return [`${date}T${hours.padStart(2, '0')}:${minutes}`, kind as Entry[1]]
  })
  return hoursOf(timesheet(date, date, { draft: { weeks: [everyDay(...shifts)] }, entries }))[date]
}

test('whoever goes out for lunch and comes back is not taken another lunch', () => {
  assert.deepEqual(figuresOf([day], '8 in', '12 out', '13 in', '17 out'), {
    planned: 8,
    worked: 8,
    away: 1,
  })
  assert.deepEqual(figuresOf([day], '8 in', '12 out', '12:30 in', '17 out'), {
    planned: 8,
    worked: 8,
    away: 0.5,
    deductedBreak: 0.5,
  })
  assert.deepEqual(figuresOf([day], '8 in', '11 out', '13 in', '17 out'), {
    planned: 8,
    worked: 7,
    away: 2,
  })
  assert.equal(figuresOf([day], '8 in', '17 out')?.['worked'], 8)
})

test('a break recorded and the same time spent outside give the same hours', () => {
  const minute = fc.integer({ min: 8 * 60 + 1, max: 18 * 60 - 1 })
  const text = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
  fc.assert(
    fc.property(minute, minute, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const hours = (start: string, end: string) =>
        figuresOf([day], '8 in', `${text(from)} ${start}`, `${text(to)} ${end}`, '18 out')
      fc.pre(from < to && to < 17 * 60)
      assert.equal(hours('out', 'in')?.['worked'], hours('break-start', 'break-end')?.['worked'])
    }),
  )
})

test('a break rule looks at the whole presence, also outside the clock times of the shift', () => {
  const early = { ...day, start: '08:00', end: '16:00' }
  assert.equal(figuresOf([early], '12 in', '20 out')?.['worked'], 7)
  const two = { ...day, breaks: [lunch, { ...lunch, minutes: 20, deductedAfterMinutes: 570 }] }
  assert.equal(figuresOf([two], '8 in', '18 out')?.['deductedBreak'], 80 / 60)
  assert.equal(figuresOf([two], '8 in', '17 out')?.['deductedBreak'], 1)
  // Overtime after a pause is of the same presence.
  assert.deepEqual(figuresOf([early], '8 in', '16 out', '16:10 in', '19 out'), {
    planned: 7,
    worked: 10,
    away: 1 / 6,
    deductedBreak: 5 / 6,
  })
})

test('the hours between two shifts are no break of either', () => {
  const pause = { minutes: 30, paid: false, deductedAfterMinutes: 180 }
  const split = [
    { name: 'Lunch', start: '11:00', end: '15:00', breaks: [pause] },
    { name: 'Dinner', start: '19:00', end: '23:00', breaks: [pause] },
  ]
  assert.deepEqual(figuresOf(split, '11 in', '15 out', '19 in', '23 out'), {
    planned: 7,
    worked: 7,
    deductedBreak: 1,
  })
  assert.deepEqual(figuresOf(split, '11 in', '13 out', '13:30 in', '15 out', '19 in', '21 out'), {
    planned: 7,
    worked: 5.5,
    early: 2,
    away: 0.5,
  })
})

test('nobody knows how long somebody was away who did not clock out', () => {
  assert.deepEqual(
    figuresOf([day], '8 in', '10 break-start', '10:15 break-end', '11 break-start'),
    {
      planned: 8,
      worked: 2.75,
      unpaidBreak: 0.25,
      missingOut: 1,
    },
  )
})

const moments = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 12 })

test('worked, breaks and time away are the presence, from the first in to the last out of a shift', () => {
  const shift = {
    ...day,
    start: '00:00',
    end: '23:59',
    breaks: [lunch, { minutes: 15, paid: true }],
  }
  fc.assert(
    fc.property(moments, fc.boolean(), (minutes, hasBreaks) => {
      const even = minutes.toSorted((a, b) => a - b).slice(0, minutes.length - (minutes.length % 2))
      const entries = even.map((minute, i): Entry => {
        const hours = String(Math.floor(minute / 60)).padStart(2, '0')
        const kind =
          i === 0 ? 'in' : i === even.length - 1 ? 'out' : hasBreaks ? 'break-start' : 'out'
        const back = hasBreaks ? 'break-end' : 'in'
        return [
          `${date}T${hours}:${String(minute % 60).padStart(2, '0')}`,
          i > 0 && i % 2 === 0 ? back : kind,
        ]
      })
      const draft = { weeks: [everyDay(shift)], rules: { maxSession: 1440 } }
      const { total } = timesheet(date, date, { draft, entries })
      const presence = even.length === 0 ? 0 : ((even.at(-1) ?? 0) - (even[0] ?? 0)) / 60
      const parts = total.worked + total.deductedBreak + total.unpaidBreak + total.away
      assert.equal(parts / hour, presence)
    }),
  )
})

test('presence on a day without a shift has no breaks that are due', () => {
  assert.deepEqual(figuresOf([], '8 in', '12 out', '13 in', '17 out'), { worked: 8 })
  assert.deepEqual(figuresOf([office], '20 in', '22 out'), { planned: 8, worked: 2, absent: 8 })
})
