import type { Day } from './day.ts'
import { accepted, type Checked, refused } from './problem.ts'
import { rulesWithoutSchedule, type Rules } from './rules.ts'
import { type Schedule, shiftsOn, versionOn } from './schedule.ts'
import { type Shift, shiftText, wallLengthOf } from './shift.ts'
import type { Site } from './site.ts'

/** Where an employee belongs and by which schedule they work, from a day on, until the next assignment. */
export type Assignment = {
  readonly id: string
  readonly employeeId: string
  readonly from: Day
  readonly site: Site
  /** `null`: the person attends without planned hours. */
  readonly schedule: Schedule | null
  /** How many weeks this person is ahead in the cycle of a rotating schedule. */
  readonly weekOffset: number
}

/** The assignment that holds on a day, of one employee's, ascending by `from`. */
export const assignmentOn = (
  assignments: readonly Assignment[],
  day: Day,
): Assignment | undefined => assignments.findLast((assignment) => assignment.from <= day)

/** The rules that hold for an assignment on a day. */
export const rulesOn = (assignment: Assignment | undefined, day: Day): Rules =>
  (assignment?.schedule && versionOn(assignment.schedule, day)?.rules) || rulesWithoutSchedule

/** The shifts that an assignment plans to start on a day. */
export function plannedOn(assignment: Assignment | undefined, day: Day): readonly Shift[] {
  if (!assignment?.schedule) return []
  const version = versionOn(assignment.schedule, day)
  return version === undefined ? [] : shiftsOn(version, day, assignment.weekOffset)
}

/**
 * One employee's assignments with one more. Refused when it would begin before `today` on days that
 * another assignment already governs, or when the last night of the old schedule would run into the
 * first shift of the new one; both shifts are then named.
 */
export function addAssignment(
  assignments: readonly Assignment[],
  next: Assignment,
  today: Day,
): Checked<readonly Assignment[]> {
  const last = assignments.at(-1)
  if (last !== undefined && (next.from < today || next.from <= last.from)) {
    return refused(
      'rewrites-the-past',
      'from',
      'from must be today or later, and after the assignment before it: days already worked keep their rules',
    )
  }
  const nights = plannedOn(last, next.from - 1).map((shift) => ({
    shift,
    runsInto: shift.start + wallLengthOf(shift) - 1440,
  }))
  for (const morning of plannedOn(next, next.from)) {
    const night = nights.find(({ runsInto }) => runsInto > morning.start)
    if (night !== undefined) {
      const detail = `${shiftText(morning)} overlaps ${shiftText(night.shift)} of the schedule before it`
      return refused('shifts-overlap', 'from', detail)
    }
  }
  return accepted([...assignments, next])
}
