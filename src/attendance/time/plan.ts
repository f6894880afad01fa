import { type Assignment, assignmentOn, plannedOn, rulesOn } from './assignment.ts'
import type { Day } from './day.ts'
import type { HolidayCalendar } from './holiday.ts'
import type { EpochSeconds } from './instant.ts'
import { type Leave, leaveOn } from './leave.ts'
import type { Rules } from './rules.ts'
import { type Shift, wallLengthOf } from './shift.ts'
import type { Site } from './site.ts'
import { zoneOf } from './zone.ts'

/** What an employee's timesheet is made from, besides the records. */
export type Employment = {
  readonly employeeId: string
  /** Ascending by `from`. */
  readonly assignments: readonly Assignment[]
  readonly leaves: readonly Leave[]
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
export type PlannedShift = {
  readonly shift: Shift
  readonly day: Day
  readonly start: EpochSeconds
  readonly end: EpochSeconds
  /** Why nobody is expected. The shift still tells which day work during it belongs to. */
  readonly excused?: 'holiday' | 'leave'
}

/** Seconds of work that a shift asks for: its true length less its unpaid breaks. */
export const plannedSecondsOf = ({ shift, start, end }: PlannedShift): number =>
  end - start - shift.breaks.reduce((sum, { paid, minutes }) => sum + (paid ? 0 : minutes * 60), 0)

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

function excuseOn(
  employment: Employment,
  day: Day,
  siteId: string,
  rules: Rules,
  { holidaysOf }: Surroundings,
): PlannedShift['excused'] {
  if (leaveOn(employment.leaves, day) !== undefined) return 'leave'
  return !rules.worksOnHolidays && holidaysOf(siteId).has(day) ? 'holiday' : undefined
}

/** Every shift that starts on a day of the range, in the order of their starts. */
export function planOf(
  employment: Employment,
  from: Day,
  to: Day,
  surroundings: Surroundings,
): PlannedShift[] {
  const planned: PlannedShift[] = []
  for (let day = from; day <= to; day++) {
    const assignment = assignmentOn(employment.assignments, day)
    const shifts = plannedOn(assignment, day)
    if (assignment === undefined || shifts.length === 0) continue
    const zone = zoneOf(assignment.site.zone)
    const rules = rulesOn(assignment, day)
    const excused = excuseOn(employment, day, assignment.site.id, rules, surroundings)
    for (const shift of shifts) {
      const start = zone.secondAt(day, shift.start)
      const overnight = shift.start + wallLengthOf(shift) >= 1440
      const end = Math.max(start, zone.secondAt(overnight ? day + 1 : day, shift.end))
      planned.push({ shift, day, start, end, ...(excused === undefined ? {} : { excused }) })
    }
  }
  return planned.sort((a, b) => a.start - b.start)
}
