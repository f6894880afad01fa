import type { TimedRecord } from './correction.ts'
import { dateOf, type Day, type DayRange, mondayOf, monthNameOf, weekNameOf } from './day.ts'
import { type DaySheet, daySheets } from './day-sheet.ts'
import { addFigures, type Figures, noFigures } from './figures.ts'
import type { EpochSeconds } from './instant.ts'
import { type BandTime, bandTimes } from './overtime.ts'
import {
  type Employment,
  hasSchedule,
  rulesFor,
  siteOn,
  sortOfDay,
  type Surroundings,
} from './plan.ts'
import type { Rules } from './rules.ts'

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
  /** Where the employee belonged on the last day of the week on which a schedule held. */
  readonly siteId: string
  readonly overtime: number
  /** The overtime by rates, for schedules that have them; empty for others. */
  readonly bands: readonly BandTime[]
}

export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

/** A part of a timesheet added up. */
export type PeriodTotal = {
  readonly period: string
  /** Where the employee belonged on the last of its days. */
  readonly siteId: string
  readonly figures: Figures
  /** Overtime by rates of the weeks that end in the period. */
  readonly bands: readonly BandTime[]
}

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
    const week = all.filter(({ day }) => day > sunday - 7 && day <= sunday)
    if (week.length === 0) continue
    const ruling = lastScheduledDay(employment, sunday)
    const siteId = siteOn(employment, ruling, surroundings).id
    const rules = rulesFor(employment, ruling)
    if (rules.overtimeBands !== undefined) {
      const bands =
        rules.specialDaysBy === 'clock'
          ? bandTimes(rules.overtimeBands, week, (_, day) =>
              sortOfDay(employment, day, surroundings),
            )
          : bandTimes(rules.overtimeBands, week)
      const overtime = bands.reduce((sum, { seconds }) => sum + seconds, 0)
      weeks.push({ sunday, siteId, overtime, bands })
      continue
    }
    const overtime = weekOvertimeOf(week, rules)
    if (overtime > 0) weeks.push({ sunday, siteId, overtime, bands: [] })
  }
  return totalled({ employeeId: employment.employeeId, days, weeks })
}

/** What is counted at a time, a month and some: a few milliseconds' work, so that nobody waits for a year to be. */
const daysOfPiece = 7 * 7

/**
 * A range in pieces whose timesheets, each counted by itself, are that of the whole when `joined`: they begin on
 * Mondays, as overtime by week does.
 */
export function piecesOf({ from, to }: DayRange): DayRange[] {
  const pieces: DayRange[] = []
  for (let first = from; first <= to;) {
    const next = mondayOf(first) + daysOfPiece
    pieces.push({ from: first, to: Math.min(to, next - 1) })
    first = next
  }
  return pieces
}

/** The timesheet of a whole range from those of its pieces, of which there is one at least, in their order. */
export const joined = ([first, ...others]: readonly Timesheet[]): Timesheet => {
  if (first === undefined) throw new RangeError('A timesheet of no days')
  if (others.length === 0) return first
  const all = [first, ...others]
  return totalled({
    employeeId: first.employeeId,
    days: all.flatMap(({ days }) => days),
    weeks: all.flatMap(({ weeks }) => weeks),
  })
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

/** The last day of a week on which a schedule held, whose rules are those of the week; without any, its Sunday. */
function lastScheduledDay(employment: Employment, sunday: Day): Day {
  for (let day = sunday; day > sunday - 7; day--) if (hasSchedule(employment, day)) return day
  return sunday
}

/** Work beyond the week's limit that was not yet overtime by day. */
function weekOvertimeOf(days: readonly DaySheet[], { overtimeWeekAfter }: Rules): number {
  if (overtimeWeekAfter === undefined) return 0
  let ordinary = 0
  for (const { figures } of days) ordinary += figures.worked - figures.overtime
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
  const totals = new Map<string, Omit<PeriodTotal, 'period'>>()
  const before = (name: string, siteId: string) =>
    totals.get(name) ?? { siteId, figures: noFigures, bands: [] }
  for (const { day, siteId, figures } of days) {
    const name = nameOf(day)
    const { figures: sum, bands } = before(name, siteId)
    totals.set(name, { siteId, figures: addFigures(sum, figures), bands })
  }
  for (const week of weeks) {
    const name = nameOf(week.sunday)
    const { siteId, figures, bands } = before(name, week.siteId)
    const summed = { figures: withWeeks(figures, [week]), bands: addBands(bands, week.bands) }
    totals.set(name, { siteId, ...summed })
  }
  return [...totals]
    .map(([name, total]) => ({ period: name, ...total }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** The sum of two lists, label by label. */
function addBands(a: readonly BandTime[], b: readonly BandTime[]): BandTime[] {
  const sums = new Map<string, number>()
  for (const { label, seconds } of [...a, ...b]) sums.set(label, (sums.get(label) ?? 0) + seconds)
  return [...sums].map(([label, seconds]) => ({ label, seconds }))
}
