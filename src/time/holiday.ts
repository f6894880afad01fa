import type { Day } from './day.ts'

/** A name as it is shown in each language that the product speaks. */
export type LocalName = { readonly fr: string; readonly en: string; readonly ar: string }

/** A public holiday: the shifts that start on it are not expected, unless their schedule says otherwise. */
export type Holiday = {
  readonly day: Day
  readonly name: LocalName
  /** Set while the day is only computed: feasts of the Islamic calendar follow a sighting of the moon. */
  readonly provisional: boolean
}

/** The holidays of a site, by day. */
export type HolidayCalendar = ReadonlyMap<Day, Holiday>

/** One calendar from several lists; for a day in two of them the later list wins, as a confirmation does. */
export const calendarOf = (...lists: readonly (readonly Holiday[])[]): HolidayCalendar =>
  new Map(lists.flat().map((holiday) => [holiday.day, holiday]))
