import { Temporal } from 'temporal-polyfill'
import { dayOfDate } from '../day.ts'
import type { Holiday, LocalName } from '../holiday.ts'
import { easterOf } from './easter.ts'
import { alsaceMoselle, france } from './france.ts'
import { morocco, moroccoPublicSector } from './morocco.ts'

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

export const shippedCalendars = {
  fr: france,
  'fr-alsace-moselle': alsaceMoselle,
  ma: morocco,
  'ma-public-sector': moroccoPublicSector,
} as const satisfies Record<string, ShippedCalendar>

export type ShippedCalendarId = keyof typeof shippedCalendars

function daysOf(
  rule: HolidayRule,
  year: number,
): { date: Temporal.PlainDate; provisional: boolean }[] {
  if (rule.since !== undefined && year < rule.since) return []
  if ('on' in rule)
    return [{ date: Temporal.PlainDate.from(`${year}-${rule.on}`), provisional: false }]
  if ('easterPlus' in rule) {
    return [{ date: easterOf(year).add({ days: rule.easterPlus }), provisional: false }]
  }
  const listed = (dates: readonly string[], provisional: boolean) =>
    dates.map((text) => ({ date: Temporal.PlainDate.from(text), provisional }))
  return [...listed(rule.announced, false), ...listed(rule.computed, true)].filter(
    ({ date }) => date.year === year,
  )
}

/** Every holiday of a shipped calendar over the years that it covers, by date. */
export function shippedHolidays(id: ShippedCalendarId): readonly Holiday[] {
  const { years, rules }: ShippedCalendar = shippedCalendars[id]
  const all = Array.from({ length: years.last - years.first + 1 }, (_, i) => years.first + i)
  return all
    .flatMap((year) =>
      rules.flatMap((rule) =>
        daysOf(rule, year).map(({ date, provisional }) => ({
          day: dayOfDate(date),
          name: rule.name,
          provisional,
        })),
      ),
    )
    .sort((a, b) => a.day - b.day)
}
