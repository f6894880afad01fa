import { type Day, dateOf, type DayRange, parseRange } from './day.ts'
import { accepted, type Checked, problemsOf, refused } from './problem.ts'
import { parseWallMinute } from './wall-time.ts'
import type { WallMinute } from './zone.ts'

export const leaveKinds = ['paid', 'unpaid', 'sick', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

export const leaveParts = ['day', 'morning', 'afternoon', 'hours'] as const

/** Hours on the clocks of the site. An end at or before the start is on the next day, as for shifts. */
export type LeaveHours = { readonly start: WallMinute; readonly end: WallMinute }

/** Days, or the same part of each of these days, on which an employee is not expected. */
export type Leave = {
  readonly id: string
  readonly employeeId: string
  readonly from: Day
  readonly to: Day
  readonly kind: LeaveKind
  /** Without it the days are taken whole. What a half of a day is, its shifts say: see `leaveWindowsOf`. */
  readonly part?: 'morning' | 'afternoon' | LeaveHours
}

/** A leave as an operator types it. */
export type LeaveDraft = {
  readonly from: string
  readonly to: string
  readonly kind: LeaveKind
  readonly part?: (typeof leaveParts)[number]
  /** `14:00`; both with `hours`, and with nothing else. */
  readonly start?: string
  readonly end?: string
}

/** Where leave by the hour ends on its day, in minutes since that day's midnight: up to two days. */
export const leaveEndOf = ({ start, end }: LeaveHours): number => (end > start ? end : end + 1440)

/** Checks what an operator typed; every field that is wrong is named. */
export function checkLeave(draft: LeaveDraft): Checked<Omit<Leave, 'id' | 'employeeId'>> {
  const { part = 'day', kind } = draft
  const range = parseRange(draft.from, draft.to, 366)
  const hours = part === 'hours' ? checkHours(draft) : withoutHours(draft, part)
  if (!range.ok || !hours.ok) return { ok: false, problems: problemsOf([range, hours]) }
  return accepted({
    ...range.value,
    kind,
    ...(hours.value !== null && { part: hours.value }),
    ...((part === 'morning' || part === 'afternoon') && { part }),
  })
}

function checkHours({ start, end }: LeaveDraft): Checked<LeaveHours> {
  const read = (text: string | undefined, field: string) =>
    text === undefined
      ? refused('missing-value', field, `leave of hours needs ${field}`)
      : parseWallMinute(text, field)
  const [from, to] = [read(start, 'start'), read(end, 'end')]
  if (!from.ok || !to.ok) return { ok: false, problems: problemsOf([from, to]) }
  return from.value === to.value
    ? refused('shift-empty', 'end', 'the leave starts and ends at the same time')
    : accepted({ start: from.value, end: to.value })
}

function withoutHours({ start, end }: LeaveDraft, part: string): Checked<null> {
  const field = start !== undefined ? 'start' : end !== undefined ? 'end' : undefined
  return field === undefined
    ? accepted(null)
    : refused('out-of-range', field, `${field} goes with part "hours", not with "${part}"`)
}

/**
 * Whether two leaves of one employee take the same time. Two different halves of a day do not; a half and
 * hours of the same day are taken to, because only the day's shifts could tell.
 */
export function leavesClash(a: Leave, b: Leave): boolean {
  // By the hour, leave may reach into the day after.
  if (typeof a.part === 'object' && typeof b.part === 'object') return hoursClash(a, b)
  const shareDays = a.from <= b.to && b.from <= a.to
  if (!shareDays) return false
  if (a.part === undefined || b.part === undefined) return true
  return typeof a.part === 'object' || typeof b.part === 'object' || a.part === b.part
}

function hoursClash(a: Leave, b: Leave): boolean {
  if (typeof a.part !== 'object' || typeof b.part !== 'object') return false
  for (const days of [-1, 0, 1]) {
    // Some day d of `a` with d + days of `b`.
    const meet = Math.max(a.from, b.from - days) <= Math.min(a.to, b.to - days)
    const [start, end] = [b.part.start + days * 1440, leaveEndOf(b.part) + days * 1440]
    if (meet && a.part.start < end && start < leaveEndOf(a.part)) return true
  }
  return false
}

/** The days on which a leave could take the same time as another. */
export const daysAroundLeave = ({ from, to }: DayRange): DayRange => ({
  from: from - 1,
  to: to + 1,
})

/** The refusal of a leave that takes the same time as one that is there. */
export const leaveClash = (other: Leave): Checked<never> =>
  refused(
    'leaves-overlap',
    'from',
    `this overlaps the leave from ${dateOf(other.from)} to ${dateOf(other.to)} that is already there`,
  )
