import { type Day, parseRange } from './day.ts'
import { accepted, type Checked, refused } from './problem.ts'

export const leaveKinds = ['paid', 'unpaid', 'sick', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

/** Whole days on which an employee is not expected. */
export type Leave = {
  readonly id: string
  readonly employeeId: string
  readonly from: Day
  readonly to: Day
  readonly kind: LeaveKind
}

export const leaveOn = (leaves: readonly Leave[], day: Day): Leave | undefined =>
  leaves.find((leave) => leave.from <= day && day <= leave.to)

/** Checks a leave against those of the same employee; two may not share a day. */
export function checkLeave(
  draft: { from: string; to: string },
  others: readonly Leave[],
): Checked<{ from: Day; to: Day }> {
  const range = parseRange(draft.from, draft.to, 366)
  if (!range.ok) return range
  const { from, to } = range.value
  return others.some((other) => other.from <= to && from <= other.to)
    ? refused('leaves-overlap', 'from', 'these days overlap a leave that is already there')
    : accepted({ from, to })
}
