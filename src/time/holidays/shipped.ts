import { Temporal } from 'temporal-polyfill'
import { dayOfDate } from '../day.ts'
import type { Holiday } from '../holiday.ts'
import { easterOf } from './easter.ts'
import { alsaceMoselle, france } from './france.ts'
import { morocco, moroccoPublicSector } from './morocco.ts'
import type { HolidayRule, ShippedCalendar } from './shipped-calendar.ts'

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

const known = new Map<ShippedCalendarId, readonly Holiday[]>()

/** Every holiday of a shipped calendar over the years that it covers, by date; worked out once. */
export function shippedHolidays(id: ShippedCalendarId): readonly Holiday[] {
  const holidays = known.get(id) ?? workedOut(id)
  known.set(id, holidays)
  return holidays
}

function workedOut(id: ShippedCalendarId): readonly Holiday[] {
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
