import ICAL from 'ical.js'
import { type Day, dayOf, dateOf, parseDay } from './day.ts'
import type { Holiday } from './holiday.ts'
import { maxNameLength, parseName } from './name.ts'
import { eventsOf } from './ics-events.ts'
import { accepted, type Checked, refused, type TimeProblem } from './problem.ts'
import { textOf } from './utf8.ts'

export const maxIcsBytes = 1_000_000
const maxEvents = 2_000
const maxDaysOfEvent = 31
/** Holidays of a file, yearly ones written out: some hundred years of a country's. */
const maxHolidays = 10_000
/** So many wrong events are named, no more. */
const maxProblems = 100
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

/** What an event has at most one of (RFC 5545, 3.6.1): with two beginnings nobody knows which is meant. */
const once = ['dtstart', 'dtend', 'summary', 'rrule'] as const

const listOf = (name: string) => new RegExp(`^${name}(;[^:]*)?:.*,`, 'i')

function parsedEvent(lines: readonly string[]): ICAL.Component | undefined {
  try {
    const parsed: unknown = ICAL.parse(lines.join('\r\n'))
    return Array.isArray(parsed) && parsed[0] === 'vevent' ? new ICAL.Component(parsed) : undefined
  } catch {
    // ical.js throws errors of several kinds on what is damaged; its messages quote the file, so none is passed on.
    return undefined
  }
}

function readEvent(lines: readonly string[], field: string): Checked<Draft> {
  const component = parsedEvent(lines)
  if (component === undefined) {
    return refused('not-a-calendar', field, `${field} is not one that can be read`)
  }
  for (const name of once) {
    // ical.js takes the first of several dates in a line.
    const isList = name.startsWith('dt') && lines.some((line) => listOf(name).test(line))
    if (isList || component.getAllProperties(name).length > 1) {
      const property = name.toUpperCase()
      return refused(
        'out-of-range',
        `${field}.${property}`,
        `${field} has more than one ${property}`,
      )
    }
  }
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
 * to ten years after `today`; any other is refused by name. Takes all of the file or nothing. It stops at each event:
 * a whole file at once would take a tenth of a second.
 */
export function* readIcs(
  bytes: Uint8Array,
  today: Day,
): Generator<undefined, Checked<readonly Holiday[]>> {
  if (bytes.length > maxIcsBytes) {
    return refused('too-large', 'file', `the file is larger than ${maxIcsBytes} bytes`)
  }
  const text = textOf(bytes)
  if (text === undefined) return refused('not-a-calendar', 'file', 'the file is not UTF-8')
  const events = eventsOf(text)
  if (!events.ok) return events
  if (events.value.length === 0) {
    return refused('missing-value', 'file', 'the calendar has no events')
  }
  if (events.value.length > maxEvents) {
    return refused('too-large', 'file', `the calendar has more than ${maxEvents} events`)
  }
  const problems: TimeProblem[] = []
  const holidays: Holiday[] = []
  for (const [i, lines] of events.value.entries()) {
    yield
    const event = readEvent(lines, `event ${i + 1}`)
    if (!event.ok) problems.push(...event.problems)
    else if (problems.length === 0) holidays.push(...writeOut(event.value, today))
    if (problems.length >= maxProblems) break
    if (holidays.length > maxHolidays) {
      return refused('too-large', 'file', `the calendar has more than ${maxHolidays} days`)
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  return accepted(holidays.sort((a, b) => a.day - b.day))
}
