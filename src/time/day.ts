import { Temporal } from 'temporal-polyfill'
import { accepted, type Checked, refused } from './problem.ts'

/**
 * A calendar day, as the number of days since 1970-01-01. It belongs to no zone. A number, because days
 * are compared and stepped through millions of times.
 */
export type Day = number

export type Weekday =
  'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

const epoch = Temporal.PlainDate.from('1970-01-01')
const dayMs = 86_400_000

export const dayOfDate = (date: Temporal.PlainDate): Day => epoch.until(date).days

export const plainDateOf = (day: Day): Temporal.PlainDate => epoch.add({ days: day })

// Dates are read and written by the engine's own Date, in UTC, which is a fiftieth of Temporal's work here: a long
// leave list has ten thousand of them.

/** The day as `2026-03-29`. */
export function dateOf(day: Day): string {
  const text = new Date(day * dayMs).toISOString()
  // Years beyond four digits have a sign.
  return text.length === 24 ? text.slice(0, 10) : plainDateOf(day).toString()
}

/** The day of a date that is known to be well formed (`2026-03-29`); throws a RangeError otherwise. */
export function dayOf(date: string): Day {
  const ms = date.length === 10 ? Date.parse(`${date}T00:00:00Z`) : NaN
  // Date.parse takes a 30th of February for the 2nd of March.
  const isRead = !Number.isNaN(ms) && dateOf(ms / dayMs) === date
  return isRead ? ms / dayMs : dayOfDate(Temporal.PlainDate.from(date))
}

/** 0 for Monday to 6 for Sunday, as ISO 8601 orders them. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => day - weekdayOf(day)

/** The ISO 8601 week, as `2026-W43`: the week that holds the year's first Thursday is W01. */
export function weekNameOf(day: Day): string {
  const { yearOfWeek, weekOfYear } = plainDateOf(day)
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
}

/** The month, as `2026-03`. */
export const monthNameOf = (day: Day): string => dateOf(day).slice(0, 7)

/** Years that a time clock can mean; anything else is a slip of the keyboard. */
const firstDay = dayOf('1970-01-01')
const lastDay = dayOf('2199-12-31')

/** Reads `2026-03-29`; refuses anything else, a day that no calendar has, and years outside 1970-2199. */
export function parseDay(text: string, field: string): Checked<Day> {
  const wrong = refused('not-a-date', field, `${field} is not a date of the form 2026-03-29`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return wrong
  let day: Day
  try {
    day = dayOf(text)
  } catch (error) {
    if (error instanceof RangeError) return wrong
    throw error
  }
  return day < firstDay || day > lastDay
    ? refused('out-of-range', field, `${field} is outside the years 1970 to 2199`)
    : accepted(day)
}

/** Days from `from` to `to`, both included. */
export type DayRange = { readonly from: Day; readonly to: Day }

/** Reads both ends of a range; names `to` when it comes before `from` or lies more than `maxDays` away. */
export function parseRange(from: string, to: string, maxDays: number): Checked<DayRange> {
  const first = parseDay(from, 'from')
  const last = parseDay(to, 'to')
  if (!first.ok || !last.ok) {
    return { ok: false, problems: [first, last].flatMap((end) => (end.ok ? [] : end.problems)) }
  }
  if (last.value < first.value) return refused('range-reversed', 'to', 'to is before from')
  if (last.value - first.value >= maxDays) {
    return refused('range-too-long', 'to', `from and to span more than ${maxDays} days`)
  }
  return accepted({ from: first.value, to: last.value })
}
