import { Temporal } from 'temporal-polyfill'
import type { Period } from '../period.ts'

/** What a timesheet page shows at once. */
export type Span = 'month' | 'week'

/** The month (2026-11) of a day (2026-11-23). */
export const monthOf = (day: string): string => Temporal.PlainYearMonth.from(day).toString()

/** The days of a month. */
export function daysOf(month: string): Period {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return { from: `${month}-01`, to: `${month}-${daysInMonth}` }
}

/** The month or the week (Monday to Sunday) that a day is in. */
export function spanAround(day: string, span: Span): Period {
  if (span === 'month') return daysOf(monthOf(day))
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
}

/** A day in the span that comes so many spans after that of a day; before it when the number is negative. */
export function dayInSpanAfter(day: string, span: Span, spans: number): string {
  const date = Temporal.PlainDate.from(spanAround(day, span).from)
  return date.add(span === 'month' ? { months: spans } : { weeks: spans }).toString()
}
