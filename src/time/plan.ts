import { type Assignment, assignmentOn, flexibleOn, plannedOn, rulesOn } from './assignment.ts'
import type { Day } from './day.ts'
import { type EmploymentDays, isWithin } from './employment-days.ts'
import { dueSeconds } from './flexible.ts'
import type { HolidayCalendar } from './holiday.ts'
import type { EpochSeconds } from './instant.ts'
import type { Leave } from './leave.ts'
import { leaveOn } from './leave-index.ts'
import {
  dayWindows,
  hourWindows,
  type LeaveWindow,
  type Relief,
  reliefOf,
  type TimedShift,
} from './relief.ts'
import { type Rules, usualShiftGrace } from './rules.ts'
import { versionOn } from './schedule.ts'
import { wallLengthOf } from './shift.ts'
import type { Site } from './site.ts'
import { zoneOf } from './zone.ts'

/** What an employee's timesheet is made from, besides the records. */
export type Employment = {
  readonly employeeId: string
  /** Ascending by `from`. */
  readonly assignments: readonly Assignment[]
  readonly leaves: readonly Leave[]
  /** When they were employed; without it always. */
  readonly employed?: EmploymentDays
  /** Corrections that nobody has decided yet. They count for nothing and are shown. */
  readonly pending?: readonly PendingCorrection[]
}

/** A correction that waits, with the moments that it is about: what was, what would be. */
export type PendingCorrection = {
  readonly id: string
  readonly moments: readonly EpochSeconds[]
}

/** What is the same for every employee. */
export type Surroundings = {
  /** Where somebody belongs who was never assigned anywhere. */
  readonly defaultSite: Site
  readonly holidaysOf: (siteId: string) => HolidayCalendar
  /** The present: what lies after it is neither absent nor missing yet. */
  readonly now: EpochSeconds
}

/** A shift on a date, with its true instants. */
export type PlannedShift = TimedShift & {
  readonly day: Day
  /** Seconds by which presence must overlap it to be presence of this shift. */
  readonly grace: number
  /** Why nobody is expected. The shift still tells which day work during it belongs to. */
  readonly excused?: 'holiday' | 'leave'
  /** What leave takes off it, all of it or a part; nothing on a holiday. */
  readonly relief?: Relief
}

/** Whether somebody is employed on a day: nothing is planned, missed or due on any other. */
export const isEmployedOn = ({ employed }: Employment, day: Day): boolean =>
  employed === undefined || isWithin(employed, day)

/** Whether a schedule says what is to be worked on a day. */
export function hasSchedule(employment: Employment, day: Day): boolean {
  const schedule = assignmentOn(employment.assignments, day)?.schedule
  if (!isEmployedOn(employment, day)) return false
  return schedule !== undefined && schedule !== null && versionOn(schedule, day) !== undefined
}

/**
 * Seconds by which people come before a shift or stay after it without being there for another one. Half of
 * a very short shift is enough.
 */
const graceOf = ({ start, end }: TimedShift, { shiftGrace = usualShiftGrace }: Rules): number =>
  Math.min(shiftGrace * 60, Math.floor((end - start) / 2))

/** Seconds of work that a shift asks for: its true length less its unpaid breaks. */
const wholeSecondsOf = ({ shift, start, end }: TimedShift): number =>
  end - start - shift.breaks.reduce((sum, { paid, minutes }) => sum + (paid ? 0 : minutes * 60), 0)

/** Seconds of work that are left of a shift for which somebody is expected, less what leave takes off it. */
export const plannedSecondsOf = (shift: PlannedShift): number =>
  wholeSecondsOf(shift) - (shift.relief?.taken.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0)

export const siteOn = (employment: Employment, day: Day, { defaultSite }: Surroundings): Site =>
  assignmentOn(employment.assignments, day)?.site ?? defaultSite

/** The rules that hold for an employee on a day. */
export const rulesFor = (employment: Employment, day: Day): Rules =>
  rulesOn(assignmentOn(employment.assignments, day), day)

/** The day that the clocks of the employee's own site show: the site assigned to them at that moment. */
export function homeDayAt(
  { assignments }: Employment,
  second: EpochSeconds,
  { defaultSite }: Surroundings,
): Day {
  const assignment = assignments.findLast(
    ({ from, site }) => second >= zoneOf(site.zone).secondAt(from, 0),
  )
  return zoneOf((assignment?.site ?? defaultSite).zone).dayAt(second)
}

/** Whether a day is a public holiday where an employee belongs, and whether nothing is planned on it. */
export function sortOfDay(
  employment: Employment,
  day: Day,
  surroundings: Surroundings,
): { readonly 'rest-day': boolean; readonly holiday: boolean } {
  const assignment = assignmentOn(employment.assignments, day)
  const flexible = flexibleOn(assignment, day)
  const isFree = flexible === undefined || dueSeconds(flexible, day) === 0
  return {
    'rest-day': plannedOn(assignment, day).length === 0 && isFree,
    holiday: surroundings.holidaysOf(siteOn(employment, day, surroundings).id).has(day),
  }
}

/** Leave by the hour that a shift of a day can meet: either may reach into the day after. */
const around = (byTheHour: ReadonlyMap<Day, readonly LeaveWindow[]>, day: Day): LeaveWindow[] =>
  [-1, 0, 1].flatMap((days) => byTheHour.get(day + days) ?? [])

/** Every shift that starts on a day of the range, in the order of their starts. */
export function planOf(
  employment: Employment,
  from: Day,
  to: Day,
  surroundings: Surroundings,
): PlannedShift[] {
  const { leaves } = employment
  const zoneOn = (day: Day) => zoneOf(siteOn(employment, day, surroundings).zone)
  const byTheHour = hourWindows(leaves, from - 1, to + 1, zoneOn)
  const planned: PlannedShift[] = []
  for (let day = from; day <= to; day++) {
    const assignment = assignmentOn(employment.assignments, day)
    const shifts = plannedOn(assignment, day)
    if (assignment === undefined || shifts.length === 0) continue
    if (!isEmployedOn(employment, day)) continue
    const zone = zoneOf(assignment.site.zone)
    const timed = shifts
      .map((shift): TimedShift => {
        const start = zone.secondAt(day, shift.start)
        const overnight = shift.start + wallLengthOf(shift) >= 1440
        const end = Math.max(start, zone.secondAt(overnight ? day + 1 : day, shift.end))
        return { shift, start, end }
      })
      .sort((a, b) => a.start - b.start)
    const rules = rulesOn(assignment, day)
    const isHoliday = !rules.worksOnHolidays && surroundings.holidaysOf(assignment.site.id).has(day)
    const onLeave = leaveOn(leaves, day) !== undefined
    if (isHoliday) {
      // Nobody is expected anyway: leave takes nothing.
      const excused = 'holiday' as const
      planned.push(
        ...timed.map((shift) => ({ ...shift, day, grace: graceOf(shift, rules), excused })),
      )
      continue
    }
    const windows =
      leaves.length === 0
        ? []
        : [...dayWindows(leaves, day, timed), ...around(byTheHour, day)].sort(
            (a, b) => a.from - b.from,
          )
    for (const shift of timed) {
      const relief = reliefOf(shift, wholeSecondsOf(shift), windows)
      const isWhole = relief !== undefined && relief.from >= relief.to
      planned.push({
        ...shift,
        day,
        grace: graceOf(shift, rules),
        ...(relief !== undefined && { relief }),
        ...((onLeave || isWhole) && { excused: 'leave' }),
      })
    }
  }
  return planned.sort((a, b) => a.start - b.start)
}
