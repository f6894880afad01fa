import ICAL from 'ical.js'
import { type Day, dayOf, dateOf, parseDay } from './day.ts'
import type { Holiday } from './holiday.ts'
import { maxNameLength, parseName } from './name.ts'
import { accepted, type Checked, refused } from './problem.ts'
import { textOf } from './utf8.ts'

export const maxIcsBytes = 1_000_000
const maxEvents = 2_000
const maxDaysOfEvent = 31
/** Holidays of a file, yearly ones written out: some hundred years of a country's. */
const maxHolidays = 10_000
/** An unfolded line; folded ones have 75 bytes. ical.js takes time by the square of it. */
const maxLineLength = 20_000
/** Yearly events without an end are written out this far. */
const yearsAhead = 10

type Draft = { from: Day; to: Day; summary: string; yearly: boolean; until: Day | null }

/**
 * A date as the file spells it; `null` for a time of day, which no holiday has, and for a date that is
 * none. Read from the parsed text, because ical.js would quietly turn 99 September into a day of December.
 */
function dayOfProperty(property: ICAL.Property | null): Day | null {
  const [, , type, text]: unknown[] = property?.toJSON() ?? []
  if (type !== 'date' || typeof text !== 'string') return null
  const day = parseDay(text, 'date')
  return day.ok ? day.value : null
}

function readEvent(component: ICAL.Component, field: string): Checked<Draft> {
  const from = dayOfProperty(component.getFirstProperty('dtstart'))
  if (from === null)
    return refused('not-a-date', `${field}.DTSTART`, `${field} does not start on a whole day`)
  const end = component.getFirstProperty('dtend')
  // DTEND is the day after the last (RFC 5545, 3.6.1); without it the event lasts one day.
  const to = end === null ? from : (dayOfProperty(end) ?? -1) - 1
  if (to < from || to - from >= maxDaysOfEvent) {
    return refused(
      'range-reversed',
      `${field}.DTEND`,
      `${field} must last 1 to ${maxDaysOfEvent} days`,
    )
  }
  const named = parseName(
    // A longer one is cut; a line break of a file is a blank.
    [
      ...String(component.getFirstPropertyValue('summary') ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ]
      .slice(0, maxNameLength)
      .join(''),
    `${field}.SUMMARY`,
  )
  if (!named.ok) return named
  const summary = named.value
  const repeats = component.getFirstProperty('rrule')
  if (repeats === null) return accepted({ from, to, summary, yearly: false, until: null })
  const until = yearlyUntil(repeats)
  return until === undefined
    ? refused(
        'out-of-range',
        `${field}.RRULE`,
        `${field} repeats otherwise than once a year on its date`,
      )
    : accepted({ from, to, summary, yearly: true, until })
}

/** When a plain yearly repetition ends, null for never; undefined for any other repetition. */
function yearlyUntil(property: ICAL.Property): Day | null | undefined {
  const rule: unknown = property.toJSON()[3]
  if (typeof rule !== 'object' || rule === null) return undefined
  const { freq, interval = 1, until, ...others } = rule as Record<string, unknown>
  if (freq !== 'YEARLY' || interval !== 1 || Object.keys(others).length > 0) return undefined
  if (until === undefined) return null
  const day = parseDay(String(until).slice(0, 10), 'UNTIL')
  return day.ok ? day.value : undefined
}

/** The same days of the years that follow, up to `until` or so many years after `today`. */
function writeOut(draft: Draft, today: Day): Holiday[] {
  const name = { fr: draft.summary, en: draft.summary, ar: draft.summary }
  const [year, rest] = [Number(dateOf(draft.from).slice(0, 4)), dateOf(draft.from).slice(4)]
  const lastYear = draft.yearly
    ? Math.max(year, Number(dateOf(today).slice(0, 4)) + yearsAhead)
    : year
  const holidays: Holiday[] = []
  for (let y = year; y <= lastYear; y++) {
    if (rest === '-02-29' && !isLeap(y)) continue
    const start = dayOf(`${y}${rest}`)
    if (draft.until !== null && start > draft.until) break
    for (let day = start; day <= start + draft.to - draft.from; day++) {
      holidays.push({ day, name, provisional: false })
    }
  }
  return holidays
}

const isLeap = (year: number): boolean =>
  dayOf(`${year + 1}-01-01`) - dayOf(`${year}-01-01`) === 366

/**
 * Reads the whole-day events of a calendar file (RFC 5545) as holidays. Yearly repetition is written out
 * to ten years after `today`; any other is refused by name. Takes all of the file or nothing.
 */
export function readIcs(bytes: Uint8Array, today: Day): Checked<readonly Holiday[]> {
  if (bytes.length > maxIcsBytes) {
    return refused('too-large', 'file', `the file is larger than ${maxIcsBytes} bytes`)
  }
  const text = textOf(bytes)
  if (text === undefined) return refused('not-a-calendar', 'file', 'the file is not UTF-8')
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(text)) {
    return refused('not-a-calendar', 'file', 'the file does not begin with BEGIN:VCALENDAR')
  }
  // As ical.js unfolds them, so that no line is longer than it looks.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const long = lines.findIndex((line) => line.length > maxLineLength)
  if (long >= 0) {
    return refused(
      'not-a-calendar',
      'file',
      `line ${long + 1} of the file, unfolded, is longer than ${maxLineLength} characters`,
    )
  }
  let parsed: unknown
  try {
    parsed = ICAL.parse(text)
  } catch {
    // ical.js throws errors of several kinds on a damaged file; its messages quote the file, so none is passed on.
    parsed = undefined
  }
  return Array.isArray(parsed) && parsed[0] === 'vcalendar'
    ? readCalendar(new ICAL.Component(parsed), today)
    : refused('not-a-calendar', 'file', 'the file is not a calendar that can be read')
}

function readCalendar(calendar: ICAL.Component, today: Day): Checked<readonly Holiday[]> {
  const events = calendar.getAllSubcomponents('vevent')
  if (events.length === 0) return refused('missing-value', 'file', 'the calendar has no events')
  if (events.length > maxEvents) {
    return refused('too-large', 'file', `the calendar has more than ${maxEvents} events`)
  }
  const checks = events.map((event, i) => readEvent(event, `event ${i + 1}`))
  const problems = checks.flatMap((check) => (check.ok ? [] : check.problems))
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 100) }
  const holidays: Holiday[] = []
  for (const check of checks) {
    if (check.ok) holidays.push(...writeOut(check.value, today))
    if (holidays.length > maxHolidays) {
      return refused('too-large', 'file', `the calendar has more than ${maxHolidays} days`)
    }
  }
  return accepted(holidays.sort((a, b) => a.day - b.day))
}
