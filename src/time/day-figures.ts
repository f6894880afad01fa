import { breaksOf } from './breaks.ts'
import { type Figures, noFigures } from './figures.ts'
import type { Holiday } from './holiday.ts'
import type { Leave, LeaveKind } from './leave.ts'
import { plannedSecondsOf } from './plan.ts'
import type { Rules } from './rules.ts'
import type { Interval } from './session.ts'
import type { DayFindings, ShiftSheet } from './shift-sheet.ts'

/** What is special about a day. */
export type Occasion = {
  readonly holiday: Holiday | undefined
  /** All leave that touches it. */
  readonly leaves: readonly Leave[]
  /** False before the first and after the last day of the employee. */
  readonly isEmployed: boolean
  /** Whether leave takes anything: not on a rest day of a schedule, nor on a holiday that it keeps. */
  readonly isDue: boolean
  /** What of the counted work is on a holiday, where that is by the clock and not by the day. */
  readonly onHoliday?: (
    intervals: readonly CountedInterval[],
    breaks: Pick<Figures, 'paidBreak' | 'deductedBreak'>,
  ) => number
}

/** Work or break time of a day, marked where a rule supplied it for a forgotten clock-out. */
export type CountedInterval = Interval & { readonly closedByRule?: true }

/** Adds up one day: its intervals against its shifts, by the rules that hold on it. */
export function figuresOf(
  found: DayFindings,
  shifts: readonly ShiftSheet[],
  intervals: readonly CountedInterval[],
  rules: Rules,
  { holiday, leaves, isDue, onHoliday }: Occasion,
): Figures {
  const expected = found.shifts.filter(({ excused }) => excused === undefined)
  const due = found.due?.expected ?? 0
  const planned = expected.reduce((sum, shift) => sum + plannedSecondsOf(shift), due)
  const { work, paidBreak, unpaidBreak, away, deductedBreak } = breaksOf(found.shifts, found.pieces)
  const worked = work + paidBreak - deductedBreak
  const absent = found.shifts.reduce(
    (sum, shift, i) => sum + (shifts[i]?.outcome === 'absent' ? plannedSecondsOf(shift) : 0),
    missedOf(found),
  )
  return {
    ...noFigures,
    planned,
    worked,
    late: shifts.reduce((sum, shift) => sum + shift.late, 0),
    early: shifts.reduce((sum, shift) => sum + shift.early, 0),
    overtime: overtimeOf(worked, planned, rules),
    absent,
    paidBreak,
    unpaidBreak,
    deductedBreak,
    away,
    onHoliday:
      onHoliday?.(intervals, { paidBreak, deductedBreak }) ?? (holiday === undefined ? 0 : worked),
    underWay: underWayOf(found),
    closedByRule: intervals.reduce(
      (sum, each) => sum + (each.closedByRule ? each.to - each.from : 0),
      0,
    ),
    ...leaveOf(found),
    missingOut: found.pieces.filter(
      ({ session, openUntil }) => openUntil !== undefined && session.end.how === 'missing-out',
    ).length,
    missingIn: found.strays.filter(({ code }) => code === 'missing-in').length,
    daysWorked: worked > 0 ? 1 : 0,
    daysAbsent: absent > 0 ? 1 : 0,
    daysOfLeave: isDue ? daysTakenBy(leaves) : 0,
  }
}

/** How long somebody who is at work has been at it since their last record. */
const underWayOf = ({ pieces }: DayFindings): number =>
  pieces.reduce((sum, { session: { end, pending }, to, openUntil }) => {
    const isAtWork = openUntil !== undefined && end.how === 'ongoing' && !pending?.onBreak
    return isAtWork ? sum + openUntil - to : sum
  }, 0)

const figureOfLeave = {
  paid: 'leavePaid',
  unpaid: 'leaveUnpaid',
  sick: 'leaveSick',
  other: 'leaveOther',
} as const satisfies Record<LeaveKind, keyof Figures>

/** Work that is due on a day without times, when nobody came and nothing of it is unclear. */
const missedOf = ({ due, pieces, strays }: DayFindings): number =>
  due?.isMissable && pieces.length === 0 && strays.length === 0 ? due.expected : 0

function leaveOf({ shifts, due }: DayFindings) {
  const sums = { leavePaid: 0, leaveUnpaid: 0, leaveSick: 0, leaveOther: 0 }
  for (const { kind, seconds } of due?.taken ?? []) sums[figureOfLeave[kind]] += seconds
  for (const { relief } of shifts) {
    for (const { kind, seconds } of relief?.taken ?? []) sums[figureOfLeave[kind]] += seconds
  }
  return sums
}

const daysTakenBy = (leaves: readonly Leave[]): number =>
  leaves.reduce((sum, { part }) => {
    if (part === undefined) return sum + 1
    return typeof part === 'object' ? sum : sum + 0.5
  }, 0)

function overtimeOf(worked: number, planned: number, { overtimeDayAfter }: Rules): number {
  if (overtimeDayAfter === undefined) return 0
  return Math.max(0, worked - (overtimeDayAfter === 'planned' ? planned : overtimeDayAfter * 60))
}
