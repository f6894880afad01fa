import { Temporal } from 'temporal-polyfill'
import type { Period } from './period.ts'

/** The month (2026-11) of a day (2026-11-23). */
export const monthOf = (day: string): string => Temporal.PlainYearMonth.from(day).toString()

/** The month that comes so many months after another; before it when the number is negative. */
export const monthAfter = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString()

/** The days of a month. */
export function daysOf(month: string): Period {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  return { from: `${month}-01`, to: `${month}-${daysInMonth}` }
}
