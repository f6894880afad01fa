import type { Leave, Timesheet } from '../../shared/contract.ts'

export type LeaveOf = { readonly employee: Timesheet['employee']; readonly leave: Leave }

/** The leave of timesheets, each once, by first day. */
export function leavesOf(timesheets: readonly Timesheet[]): LeaveOf[] {
  const found = new Map<string, LeaveOf>()
  for (const { employee, days } of timesheets) {
    for (const { leaves } of days) {
      for (const leave of leaves) found.set(leave.id, { employee, leave })
    }
  }
  return [...found.values()].sort((a, b) => a.leave.from.localeCompare(b.leave.from))
}
