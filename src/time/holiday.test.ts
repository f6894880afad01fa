import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOf, dayOf } from './day.ts'
import { calendarOf } from './holiday.ts'
import { easterOf } from './holidays/easter.ts'
import { type ShippedCalendarId, shippedCalendars, shippedHolidays } from './holidays/shipped.ts'
import { maxIcsBytes, readIcs } from './ics.ts'

const datesOf = (id: ShippedCalendarId, year: number) =>
  shippedHolidays(id)
    .map(({ day }) => dateOf(day))
    .filter((date) => date.startsWith(String(year)))

test('Easter falls where the churches kept it', () => {
  const known = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]
  for (const date of known) assert.equal(easterOf(Number(date.slice(0, 4))).toString(), date)
})

test('France has its eleven holidays of 2026, Alsace-Moselle thirteen', () => {
  const year = [
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]
  assert.deepEqual(datesOf('fr', 2026), year)
  assert.deepEqual(datesOf('fr-alsace-moselle', 2026), [...year, '2026-04-03', '2026-12-26'].sort())
})

test('Morocco has its new days from their first year on', () => {
  assert.ok(datesOf('ma', 2024).includes('2024-01-14'))
  assert.ok(!datesOf('ma', 2025).includes('2025-10-31'))
  assert.ok(datesOf('ma', 2026).includes('2026-10-31'))
  assert.equal(datesOf('ma', 2026).length, 15)
  assert.equal(datesOf('ma-public-sector', 2026).length, 18)
})

test('a computed feast is provisional, an announced one is not', () => {
  const byDay = calendarOf(shippedHolidays('ma'))
  assert.equal(byDay.get(dayOf('2024-04-10'))?.provisional, false)
  assert.equal(byDay.get(dayOf('2027-03-10'))?.provisional, true)
  assert.equal(byDay.get(dayOf('2026-11-18'))?.provisional, false)
})

test('every shipped day has a source, three names and a year that the calendar covers', () => {
  for (const [id, calendar] of Object.entries(shippedCalendars)) {
    for (const { source, name } of calendar.rules) {
      assert.ok(source.length > 10 && name.fr && name.en && name.ar, id)
    }
    const { first, last } = calendar.years
    for (let year = first; year <= last; year++) {
      assert.ok(datesOf(id as ShippedCalendarId, year).length >= 11, `${id} ${year}`)
    }
  }
})

const ics = (...events: string[][]) =>
  new TextEncoder().encode(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
const today = dayOf('2026-11-23')
/** All of its steps without a pause. */
const readAll = (bytes: Uint8Array) => {
  const work = readIcs(bytes, today)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
const readDates = (bytes: Uint8Array) => {
  const read = readAll(bytes)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.map(({ day, name }) => `${dateOf(day)} ${name.fr}`)
}
const problemOf = (bytes: Uint8Array) => {
  const read = readAll(bytes)
  return read.ok ? undefined : read.problems[0]
}

test('a calendar file is read with its days, its spans and its yearly events', () => {
  const dates = readDates(
    ics(
      ['DTSTART;VALUE=DATE:20260714', 'DTEND;VALUE=DATE:20260715', 'SUMMARY:Fête nationale'],
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261226', 'SUMMARY:Fermeture'],
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;UNTIL=20220501', 'SUMMARY:Travail'],
    ),
  )
  assert.deepEqual(dates, [
    '2020-05-01 Travail',
    '2021-05-01 Travail',
    '2022-05-01 Travail',
    '2026-07-14 Fête nationale',
    '2026-12-24 Fermeture',
    '2026-12-25 Fermeture',
  ])
})

test('a yearly 29 February is only in leap years', () => {
  const dates = readDates(ics(['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Leap']))
  assert.deepEqual(dates, [
    '2024-02-29 Leap',
    '2028-02-29 Leap',
    '2032-02-29 Leap',
    '2036-02-29 Leap',
  ])
})

test('a calendar with one wrong event is refused whole, naming the event and the field', () => {
  const good = ['DTSTART;VALUE=DATE:20260714', 'SUMMARY:Good']
  const wrong: [string[], string][] = [
    [['DTSTART:20260714T100000Z', 'SUMMARY:Timed'], 'event 2.DTSTART'],
    [['SUMMARY:None'], 'event 2.DTSTART'],
    [['DTSTART;VALUE=DATE:20260714'], 'event 2.SUMMARY'],
    [
      ['DTSTART;VALUE=DATE:20260714', 'DTEND;VALUE=DATE:20260701', 'SUMMARY:Backwards'],
      'event 2.DTEND',
    ],
    [['DTSTART;VALUE=DATE:20260714', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Often'], 'event 2.RRULE'],
    [
      ['DTSTART;VALUE=DATE:20260714', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'SUMMARY:Never'],
      'event 2.RRULE',
    ],
    [['DTSTART;VALUE=DATE:20269999', 'SUMMARY:Odd'], 'event 2.DTSTART'],
    [
      ['DTSTART;VALUE=DATE:20260714', 'DTSTART;VALUE=DATE:20260715', 'SUMMARY:Twice'],
      'event 2.DTSTART',
    ],
    [['DTSTART;VALUE=DATE:20260714,20260715', 'SUMMARY:Two'], 'event 2.DTSTART'],
  ]
  for (const [lines, field] of wrong)
    assert.equal(problemOf(ics(good, lines))?.field, field, lines.join())
})

test('rubbish is refused as what it is, large or small', () => {
  assert.equal(problemOf(new Uint8Array(10_000_000).fill(65))?.code, 'too-large')
  assert.equal(problemOf(new Uint8Array(maxIcsBytes).fill(65))?.code, 'not-a-calendar')
  const headed = `BEGIN:VCALENDAR\r\n${'A:B;;;==\r\n '.repeat(50_000)}`
  assert.equal(problemOf(new TextEncoder().encode(headed))?.field, 'file')
  assert.equal(
    problemOf(new TextEncoder().encode('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'))?.field,
    'file',
  )
  assert.equal(problemOf(ics())?.code, 'missing-value')
  const one = Buffer.from(ics(['DTSTART;VALUE=DATE:20260714', 'SUMMARY:One']))
  const nested = Buffer.from(one.toString().replace('PRODID:', 'BEGIN:VCALENDAR\r\nPRODID:'))
  for (const twice of [Buffer.concat([one, one]), nested]) {
    const problem = problemOf(twice)
    assert.deepEqual([problem?.code, problem?.field], ['not-a-calendar', 'file'])
  }
  assert.equal(problemOf(new Uint8Array())?.code, 'not-a-calendar')
})

test('whatever a calendar file holds, it is read or refused, never a crash', () => {
  const line = fc.constantFrom(
    'DTSTART;VALUE=DATE:20260714',
    'DTSTART;VALUE=DATE:garbage',
    'DTSTART;VALUE=DATE:20260714,20260715',
    'DTSTART;VALUE=PERIOD:x/y',
    'DTEND;VALUE=DATE:20260715',
    'DTEND:20260715T000000Z',
    'RRULE:FREQ=YEARLY',
    'RRULE:FREQ=YEARLY;UNTIL=x',
    'RRULE:FREQ=YEARLY;UNTIL=20301231',
    'RRULE:FREQ=YEARLY;INTERVAL=0',
    'RRULE:garbage',
    'SUMMARY:a',
    'SUMMARY;X="',
    'BEGIN:VALARM',
    'END:VALARM',
    'END:VEVENT',
    ' folded',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: line }, fc.string())), (lines) => {
      const read = readAll(ics(['SUMMARY:b', ...lines]))
      assert.ok(read.ok || read.problems.length > 0)
    }),
    { numRuns: 2000 },
  )
})
