import type { Day } from './day.ts'
import type { Flexible } from './flexible.ts'
import { accepted, type Checked, refused } from './problem.ts'
import { rulesWithoutSchedule, type Rules } from './rules.ts'
import { overlapAt, type Schedule, shiftsOn, versionOn } from './schedule.ts'
import type { Shift } from './shift.ts'
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

/** The hours without times that an assignment plans, where it does. */
export const flexibleOn = (assignment: Assignment | undefined, day: Day): Flexible | undefined =>
  assignment?.schedule ? versionOn(assignment.schedule, day)?.flexible : undefined

/** The shifts that an assignment plans to start on a day. */
export function plannedOn(assignment: Assignment | undefined, day: Day): readonly Shift[] {
  if (!assignment?.schedule) return []
  const version = versionOn(assignment.schedule, day)
  return version === undefined ? [] : shiftsOn(version, day, assignment.weekOffset)
}

/**
 * One employee's assignments with one more, which may also come before one that has not begun. Refused when it
 * would begin before `today` where another has begun already, when another begins on the same
 * day, or when the last night of one schedule would run into the first shift of the next; both are then named.
 */
export function addAssignment(
  assignments: readonly Assignment[],
  next: Assignment,
  today: Day,
): Checked<readonly Assignment[]> {
  const governsThePast = assignments.some(({ from }) => from <= today)
  if (assignments.some(({ from }) => from === next.from)) {
    return refused(
      'rewrites-the-past',
      'from',
      'another assignment begins on this day: withdraw it first',
    )
  }
  if (next.from < today && governsThePast) {
    return refused(
      'rewrites-the-past',
      'from',
      'from must be today or later: days already worked keep their rules',
    )
  }
  const all = [...assignments, next].sort((a, b) => a.from - b.from)
  const place = all.indexOf(next)
  const seams = [
    [all[place - 1], next],
    [next, all[place + 1]],
  ] as const
  for (const [before, after] of seams) {
    const overlap =
      after && overlapAt(plannedOn(before, after.from - 1), plannedOn(after, after.from))
    if (overlap) return overlap
  }
  return accepted(all)
}

/**
 * Whether an assignment can be withdrawn, as if it had never been: only as long as it has not begun. What holds
 * from its first day on is then what held before, so no night of that may run into a later first shift.
 */
export function withdrawAssignment(
  assignments: readonly Assignment[],
  from: Day,
  today: Day,
): Checked<readonly Assignment[]> {
  if (from < today) {
    return refused(
      'rewrites-the-past',
      'from',
      'it has begun: days already worked keep their rules',
    )
  }
  const place = assignments.findIndex((each) => each.from === from)
  const [before, after] = [assignments[place - 1], assignments[place + 1]]
  const overlap =
    after && overlapAt(plannedOn(before, after.from - 1), plannedOn(after, after.from))
  return overlap ?? accepted(assignments.filter((each) => each.from !== from))
}
