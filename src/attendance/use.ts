import type { Day } from '../time/day.ts'
import { accepted, type Checked, refused } from '../time/problem.ts'
import type { KeptAssignment } from './ports/planning.ts'

/**
 * What keeps a site or a schedule from going out of use: people who are assigned to it on a day, or later.
 * @param assignments all of those who were ever assigned to it, by employee and first day
 */
export function checkUnused(
  assignments: readonly KeptAssignment[],
  today: Day,
  isThere: (assignment: KeptAssignment) => boolean,
): Checked<true> {
  const people = [...Map.groupBy(assignments, ({ employeeId }) => employeeId).values()]
  const still = people.filter((own) => {
    const now = own.findLast(({ from }) => from <= today)
    return own.some((each) => isThere(each) && (each === now || each.from > today))
  })
  return still.length === 0
    ? accepted(true)
    : refused(
        'in-use',
        'archived',
        `employees who are assigned to it today or later: ${still.length}; assign them elsewhere first`,
      )
}
