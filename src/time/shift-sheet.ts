import type { Piece } from './attribution.ts'
import type { EpochSeconds } from './instant.ts'
import type { LeaveKind } from './leave.ts'
import type { PlannedShift } from './plan.ts'
import type { Rules } from './rules.ts'
import type { Anomaly } from './session.ts'

/** How a planned shift went. */
export type ShiftSheet = {
  readonly name: string
  readonly start: EpochSeconds
  readonly end: EpochSeconds
  readonly outcome: ShiftOutcome
  /** Seconds; 0 within the grace. */
  readonly late: number
  readonly early: number
}

export type ShiftOutcome =
  | 'attended'
  | 'absent'
  /** A record is missing, so neither presence nor absence can be said. */
  | 'unclear'
  | 'holiday'
  | 'leave'
  /** Not over yet, and nobody has come. */
  | 'upcoming'

/** What was planned and what happened on one day of one employee. */
export type DayFindings = {
  readonly shifts: readonly PlannedShift[]
  readonly pieces: readonly Piece[]
  /** Records that belong to no session, or contradict one. */
  readonly strays: readonly Anomaly[]
  /** Corrections that wait for their decision. */
  readonly pending: readonly string[]
  /** Of a schedule without times: what is due. */
  readonly due?: DueDay
}

/** The work that a schedule without times asks for on a day. Whole seconds. */
export type DueDay = {
  /** Before leave and holidays. */
  readonly seconds: number
  /** What is left of it: nothing on a holiday. */
  readonly expected: number
  /** What leave takes off it. */
  readonly taken: readonly { readonly kind: LeaveKind; readonly seconds: number }[]
  /** Whether a day without any work is missed: not where the hours are those of a week, nor before it is over. */
  readonly isMissable: boolean
}

/** A record without its partner is of the shift that it lies in, or is this close to. */
export const reachSeconds = 2 * 3600

/** Judges one shift by the presence of its day: who came, how late, how early they left. */
export function shiftSheetOf(
  planned: PlannedShift,
  found: DayFindings,
  rules: Rules,
  now: EpochSeconds,
): ShiftSheet {
  const { shift, start, end } = planned
  const bare = { name: shift.name, start, end, late: 0, early: 0 }
  if (planned.excused !== undefined) return { ...bare, outcome: planned.excused }
  // Whoever has leave at one end of a shift is expected later, or until earlier.
  const expected = planned.relief ?? { from: start, to: end }
  const present = found.pieces.filter(
    (piece) => piece.shift === planned || piece.perhaps.includes(planned),
  )
  const isNear = ({ at }: Anomaly) => at > start - reachSeconds && at < end + reachSeconds
  const stray = found.strays.find((anomaly) => anomaly.code === 'missing-in' && isNear(anomaly))
  if (present.length === 0) {
    if (stray !== undefined) return { ...bare, outcome: 'unclear' }
    return { ...bare, outcome: now < expected.to ? 'upcoming' : 'absent' }
  }
  const arrival = Math.min(...present.map((piece) => piece.from))
  const departure = Math.max(
    ...present.map((piece) => Math.max(piece.to, piece.openUntil ?? piece.to)),
  )
  const late =
    stray !== undefined && stray.at < arrival ? 0 : beyond(arrival - expected.from, rules.graceLate)
  const early =
    stray !== undefined && stray.at > departure
      ? 0
      : beyond(expected.to - departure, rules.graceEarly)
  const isCertain = present.some(
    (piece) => piece.to > start || piece.session.end.how !== 'missing-out',
  )
  return {
    ...bare,
    outcome: isCertain ? 'attended' : 'unclear',
    late,
    early: now < expected.to ? 0 : early,
  }
}

/** A delay counts whole once it exceeds the grace. */
const beyond = (seconds: number, graceMinutes: number): number =>
  seconds > graceMinutes * 60 ? seconds : 0
