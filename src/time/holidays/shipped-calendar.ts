import type { LocalName } from '../holiday.ts'

/** One holiday of a shipped calendar: the same date each year, so many days from Easter, or listed dates. */
export type HolidayRule = {
  readonly name: LocalName
  /** The law that makes it a holiday. */
  readonly source: string
  /** The first year in which it is one, where that is later than the calendar's first. */
  readonly since?: number
} & (
  | { readonly on: `${number}-${number}` }
  | { readonly easterPlus: number }
  | { readonly announced: readonly string[]; readonly computed: readonly string[] }
)

/** Public holidays that come with the product. */
export type ShippedCalendar = {
  readonly name: LocalName
  /** The years for which the list was checked against its sources, both included. */
  readonly years: { readonly first: number; readonly last: number }
  /** What an operator must know before relying on it. */
  readonly note: string
  readonly rules: readonly HolidayRule[]
}
