import type { Day } from './day.ts'
import { daysAroundLeave, type Leave } from './leave.ts'

/** The leave of one employee by its days, so that what is asked of a day looks at its own only. */
export interface LeaveIndex {
  add(leave: Leave): void
  /** All leave that touches a day, in the order in which it was added. */
  on(day: Day): readonly Leave[]
  /** Whether any of those that could take the same time is as asked. */
  someAround(leave: Leave, isAsAsked: (other: Leave) => boolean): boolean
}

export function createLeaveIndex(leaves: readonly Leave[]): LeaveIndex {
  const byDay = new Map<Day, Leave[]>()
  const add = (leave: Leave) => {
    for (let day = leave.from; day <= leave.to; day++) {
      const there = byDay.get(day)
      if (there === undefined) byDay.set(day, [leave])
      else there.push(leave)
    }
  }
  leaves.forEach(add)
  const on = (day: Day): readonly Leave[] => byDay.get(day) ?? []
  return {
    add,
    on,
    someAround(leave, isAsAsked) {
      const { from, to } = daysAroundLeave(leave)
      for (let day = from; day <= to; day++) if (on(day).some(isAsAsked)) return true
      return false
    },
  }
}

/** Made once for each list of somebody's leave, which is asked of every day of a timesheet. */
const indexes = new WeakMap<readonly Leave[], LeaveIndex>()

/** All leave that touches a day. The list must not change after it was asked of once. */
export function leavesOn(leaves: readonly Leave[], day: Day): readonly Leave[] {
  if (leaves.length === 0) return leaves
  const index = indexes.get(leaves) ?? createLeaveIndex(leaves)
  indexes.set(leaves, index)
  return index.on(day)
}

/** The leave that takes a day whole. */
export const leaveOn = (leaves: readonly Leave[], day: Day): Leave | undefined =>
  leavesOn(leaves, day).find(({ part }) => part === undefined)
