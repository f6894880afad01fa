import type { TimedRecord } from './correction.ts'
import { dateOf, type Day, type DayRange, mondayOf, monthNameOf, weekNameOf } from './day.ts'
import { type DaySheet, daySheets } from './day-sheet.ts'
import { addFigures, type Figures, noFigures } from './figures.ts'
import type { EpochSeconds } from './instant.ts'
import { type Employment, rulesFor, siteOn, type Surroundings } from './plan.ts'

/** One employee's hours over a range. */
export type Timesheet = {
  readonly employeeId: string
  /** Only days on which something was planned or happened. */
  readonly days: readonly DaySheet[]
  /** The weeks that end in the range, with the overtime that the week as a whole adds. */
  readonly weeks: readonly WeekOvertime[]
  readonly total: Figures
}

/** Overtime by week counts on the week's Sunday: in the month in which the week ends. */
export type WeekOvertime = {
  readonly sunday: Day
  /** Where the employee belonged on that Sunday. */
  readonly siteId: string
  readonly overtime: number
}

export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

/** A part of a timesheet added up. */
export type PeriodTotal = { readonly period: string; readonly figures: Figures }

/** How far the clocks of any zone are ahead of UTC, and behind it, in seconds. */
const mostAhead = 14 * 3600
const mostBehind = 12 * 3600

/** Instants from `from` on, up to `to`, which is not included. */
export type SecondsRange = { readonly from: EpochSeconds; readonly to: EpochSeconds }

/**
 * Whose records must be read to make a timesheet of a range: from the Monday of its first week on, for
 * overtime by week, wherever the site is; before that, as long as a session that reaches into the range may
 * have lasted, and as long again, so that it is not taken for the end of one that is not seen.
 * @param longestMinutes the largest `maxSession` of any schedule in force
 */
export function readingRange(range: DayRange, longestMinutes: number): SecondsRange {
  const longest = longestMinutes * 60
  return {
    from: mondayOf(range.from) * 86_400 - mostAhead - 2 * longest,
    to: (range.to + 1) * 86_400 + mostBehind + longest,
  }
}

/**
 * One employee's timesheet.
 * @param records the employee's records of `readingRange(range)`, as corrections left them, by moment
 */
export function timesheetOf(
  employment: Employment,
  records: readonly TimedRecord[],
  range: DayRange,
  surroundings: Surroundings,
): Timesheet {
  const wholeWeeks = { from: mondayOf(range.from), to: range.to }
  const all = daySheets(employment, records, wholeWeeks, surroundings)
  const days = all.filter(({ day }) => day >= range.from)
  const weeks: WeekOvertime[] = []
  for (let sunday = wholeWeeks.from + 6; sunday <= range.to; sunday += 7) {
    const overtime = weekOvertimeOf(employment, all, sunday)
    if (overtime > 0) {
      weeks.push({ sunday, siteId: siteOn(employment, sunday, surroundings).id, overtime })
    }
  }
  return totalled({ employeeId: employment.employeeId, days, weeks })
}

const totalled = (parts: Omit<Timesheet, 'total'>): Timesheet => {
  const total = parts.days.reduce((sum, { figures }) => addFigures(sum, figures), noFigures)
  return { ...parts, total: withWeeks(total, parts.weeks) }
}

/** The days and weeks of a timesheet on which the employee belonged to a site. */
export const partAtSite = ({ employeeId, days, weeks }: Timesheet, siteId: string): Timesheet =>
  totalled({
    employeeId,
    days: days.filter((day) => day.siteId === siteId),
    weeks: weeks.filter((week) => week.siteId === siteId),
  })

/** Work beyond the week's limit, by the rules of its Sunday, that was not yet overtime by day. */
function weekOvertimeOf(employment: Employment, days: readonly DaySheet[], sunday: Day): number {
  const { overtimeWeekAfter } = rulesFor(employment, sunday)
  if (overtimeWeekAfter === undefined) return 0
  let ordinary = 0
  for (const { day, figures } of days) {
    if (day > sunday - 7 && day <= sunday) ordinary += figures.worked - figures.overtime
  }
  return Math.max(0, ordinary - overtimeWeekAfter * 60)
}

const withWeeks = (figures: Figures, weeks: readonly WeekOvertime[]): Figures => ({
  ...figures,
  overtime: weeks.reduce((sum, { overtime }) => sum + overtime, figures.overtime),
})

const periodNameOf = {
  day: dateOf,
  week: weekNameOf,
  month: monthNameOf,
} as const satisfies Record<Period, (day: Day) => string>

/** A timesheet by day, ISO week or month, in order. The totals of the periods add up to the timesheet's. */
export function totalsBy(period: Period, { days, weeks }: Timesheet): PeriodTotal[] {
  const nameOf = periodNameOf[period]
  const totals = new Map<string, Figures>()
  for (const { day, figures } of days) {
    const name = nameOf(day)
    totals.set(name, addFigures(totals.get(name) ?? noFigures, figures))
  }
  for (const week of weeks) {
    const name = nameOf(week.sunday)
    totals.set(name, withWeeks(totals.get(name) ?? noFigures, [week]))
  }
  return [...totals]
    .map(([name, figures]) => ({ period: name, figures }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}
