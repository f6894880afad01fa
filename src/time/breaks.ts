import type { Piece } from './attribution.ts'
import type { EpochSeconds } from './instant.ts'
import type { PlannedShift } from './plan.ts'
import type { PlannedBreak } from './shift.ts'

/** What became of the breaks of a day, or of one shift. Whole seconds. */
export type BreakFigures = {
  /** Recorded work, and recorded breaks. */
  readonly work: number
  readonly paidBreak: number
  readonly unpaidBreak: number
  /** Between an out and the next in of the same shift; nothing without a shift, which has no breaks. */
  readonly away: number
  /** Unpaid breaks that were neither recorded nor spent away, taken off by rule. */
  readonly deductedBreak: number
}

const noBreaks: BreakFigures = { work: 0, paidBreak: 0, unpaidBreak: 0, away: 0, deductedBreak: 0 }

/**
 * The breaks of a day. The stated rule: **each shift looks at the whole presence that belongs to it, from the
 * first in to the last out; what was recorded as a break, and the time away in between, is taken towards the
 * breaks that are due, and only the rest is taken off.** So a kiosk that knows in and out alone gives the same
 * hours as one that knows breaks. Presence that serves no shift is looked at with the shift nearest to it.
 */
export function breaksOf(shifts: readonly PlannedShift[], pieces: readonly Piece[]): BreakFigures {
  if (pieces.length === 0) return noBreaks
  const [only] = shifts
  if (only === undefined) return { ...breaksOfShift([], pieces), away: 0 }
  if (shifts.length === 1) return breaksOfShift(only.shift.breaks, pieces)
  const byShift = Map.groupBy(pieces, (piece) => piece.shift ?? nearest(shifts, piece))
  let sum = noBreaks
  for (const [planned, some] of byShift) {
    sum = added(sum, breaksOfShift(planned?.shift.breaks ?? [], some))
  }
  return sum
}

/** @param pieces in the order of time */
function breaksOfShift(planned: readonly PlannedBreak[], pieces: readonly Piece[]): BreakFigures {
  let [work, breaks, away] = [0, 0, 0]
  for (const [i, { intervals, from }] of pieces.entries()) {
    for (const interval of intervals) {
      const length = interval.to - interval.from
      if (interval.kind === 'work') work += length
      else breaks += length
    }
    const leaving = leavingOf(pieces[i - 1])
    if (leaving !== undefined) away += Math.max(0, from - leaving)
  }
  const presence = work + breaks + away
  let [allowance, due] = [0, 0]
  for (const { paid, minutes, deductedAfterMinutes } of planned) {
    if (paid) allowance += minutes * 60
    else if (deductedAfterMinutes !== undefined && presence > deductedAfterMinutes * 60)
      due += minutes * 60
  }
  const paidBreak = Math.min(breaks, allowance)
  const unpaidBreak = breaks - paidBreak
  const deductedBreak = Math.min(work, Math.max(0, due - unpaidBreak - away))
  return { work, paidBreak, unpaidBreak, away, deductedBreak }
}

/** When somebody left; undefined where nobody knows, because the clock-out is missing. */
function leavingOf(piece: Piece | undefined): EpochSeconds | undefined {
  const isOpen = piece?.openUntil !== undefined && !piece.intervals.at(-1)?.closedByRule
  return isOpen ? undefined : piece?.to
}

function nearest(shifts: readonly PlannedShift[], { from, to }: Piece): PlannedShift | undefined {
  let best: PlannedShift | undefined
  const distance = ({ start, end }: PlannedShift) => Math.max(start - to, from - end)
  for (const shift of shifts) {
    if (best === undefined || distance(shift) < distance(best)) best = shift
  }
  return best
}

const added = (a: BreakFigures, b: BreakFigures): BreakFigures => ({
  work: a.work + b.work,
  paidBreak: a.paidBreak + b.paidBreak,
  unpaidBreak: a.unpaidBreak + b.unpaidBreak,
  away: a.away + b.away,
  deductedBreak: a.deductedBreak + b.deductedBreak,
})
