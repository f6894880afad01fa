import type { Day } from '../time/day.ts'
import type { ShippedCalendarId } from '../time/holidays/shipped.ts'
import type { CalendarChange, KeptSite } from './ports/planning.ts'

/** Every calendar that a site keeps, by first day; the first holds since ever. */
export const calendarsOf = ({
  calendar,
  laterCalendars = [],
}: Pick<KeptSite, 'calendar' | 'laterCalendars'>): readonly CalendarChange[] => [
  { from: -Infinity, calendar },
  ...laterCalendars,
]

/** The calendar of public holidays that a site keeps on a day. */
export const calendarOn = (
  site: Pick<KeptSite, 'calendar' | 'laterCalendars'>,
  day: Day,
): ShippedCalendarId | null =>
  calendarsOf(site).findLast(({ from }) => from <= day)?.calendar ?? null
