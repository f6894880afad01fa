import type { Day } from './day.ts'
import type { EpochSeconds } from './instant.ts'
import type { PlannedShift } from './plan.ts'
import type { MissingOutRule } from './rules.ts'
import type { Interval, Session } from './session.ts'

/** A session's time, or the part of it that is presence of one shift. */
export type Piece = {
  readonly day: Day
  readonly session: Session
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  readonly intervals: readonly (Interval & { readonly closedByRule?: true })[]
  /** The one shift whose presence this is; undefined where the session serves none. */
  readonly shift: PlannedShift | undefined
  /** Later shifts that an open session may have reached into after its last record. */
  readonly perhaps: readonly PlannedShift[]
  /** Set on the last piece of a session without a recorded end: how long the person may have stayed. */
  readonly openUntil?: EpochSeconds
}

const overlapOf = (shift: PlannedShift, from: EpochSeconds, to: EpochSeconds): number =>
  Math.min(shift.end, to) - Math.max(shift.start, from)

/**
 * The shifts that a presence serves: those that it overlaps by more than their grace. One that it only
 * runs over into, or begins a little early in, is not served; a short presence serves the shift that it
 * lies in for the most part.
 */
function servedBy(
  plan: readonly PlannedShift[],
  from: EpochSeconds,
  to: EpochSeconds,
): readonly PlannedShift[] {
  const served = plan.filter((shift) => overlapOf(shift, from, to) > shift.grace)
  if (served.length > 0) return served
  let most: PlannedShift | undefined
  for (const shift of plan) {
    const overlap = overlapOf(shift, from, to)
    if (overlap > (most === undefined ? 0 : overlapOf(most, from, to))) most = shift
  }
  return most !== undefined && 2 * overlapOf(most, from, to) >= to - from ? [most] : []
}

/** The end of the time that is known: the clock-out, or the last record of an open session. */
const knownEnd = (session: Session): EpochSeconds =>
  session.end.how === 'recorded' ? session.end.at : (session.pending?.since ?? session.start)

/** How long an open session may have gone on: to the next record, the longest session, or now. */
export function openLimit(
  session: Session,
  maxSessionMinutes: number,
  now: EpochSeconds,
): EpochSeconds {
  const longest = session.start + maxSessionMinutes * 60
  return Math.max(
    knownEnd(session),
    Math.min(session.pending?.nextRecordAt ?? Infinity, longest, now),
  )
}

/** When a rule closes a session that was left open; `undefined` when it is only listed. */
function closingTime(
  session: Session,
  rule: MissingOutRule,
  shifts: readonly PlannedShift[],
  limit: EpochSeconds,
): EpochSeconds | undefined {
  const { pending } = session
  // Whoever forgot to end a break may not have come back from it: the session ends where the break began.
  if (session.end.how !== 'missing-out' || pending === undefined || pending.onBreak)
    return undefined
  if (rule.action === 'list') return undefined
  const wanted =
    rule.action === 'close-after'
      ? session.start + rule.minutes * 60
      : endOfLastShift(shifts, pending.since)
  if (wanted === undefined) return undefined
  const close = Math.min(wanted, limit)
  return close > pending.since ? close : undefined
}

/** Until when somebody is expected in the last shift of a day, of those that are not over at a moment. */
function endOfLastShift(
  shifts: readonly PlannedShift[],
  since: EpochSeconds,
): EpochSeconds | undefined {
  const left = shifts.filter(({ end, excused }) => end > since && excused !== 'leave')
  const last = left.findLast(({ day }) => day === left[0]?.day)
  return last?.relief?.to ?? last?.end
}

/**
 * Says which day a session belongs to. The stated rule: **a session belongs to the day on which the shift
 * that it serves begins, however long after midnight it ends; without a shift, to the day that the clocks
 * of the employee's site showed when it began. Where it serves several shifts, it is divided at the start
 * of each.** Nothing is lost or counted twice in the division: presence belongs to exactly one shift.
 * @param plan the shifts around the session, by start
 */
export function attribute(
  session: Session,
  plan: readonly PlannedShift[],
  rule: MissingOutRule,
  limit: EpochSeconds,
  dayAt: (second: EpochSeconds) => Day,
): Piece[] {
  const isOpen = session.end.how !== 'recorded'
  const reach = isOpen ? limit : knownEnd(session)
  const served = servedBy(plan, session.start, Math.max(reach, session.start + 1))
  const close = closingTime(session, rule, served, limit)
  const end = close ?? knownEnd(session)
  const intervals: Piece['intervals'] =
    close === undefined || session.pending === undefined
      ? session.intervals
      : [
          ...session.intervals,
          { kind: 'work', from: session.pending.since, to: close, closedByRule: true },
        ]

  const [first, ...later] = served
  const cuts = [{ shift: first, from: session.start }]
  const perhaps: PlannedShift[] = []
  for (const shift of later) {
    if (shift.start < end) cuts.push({ shift, from: shift.start })
    else perhaps.push(shift)
  }
  return cuts.map(({ shift, from }, i) => {
    const to = cuts[i + 1]?.from ?? end
    const isLast = i === cuts.length - 1
    return {
      day: shift?.day ?? dayAt(session.start),
      session,
      from,
      to,
      intervals: cuts.length === 1 ? intervals : clip(intervals, from, to),
      shift,
      perhaps: isLast ? perhaps : [],
      ...(isLast && isOpen ? { openUntil: Math.max(limit, end) } : {}),
    }
  })
}

const clip = (
  intervals: Piece['intervals'],
  from: EpochSeconds,
  to: EpochSeconds,
): Piece['intervals'] =>
  intervals
    .map((interval) => ({
      ...interval,
      from: Math.max(interval.from, from),
      to: Math.min(interval.to, to),
    }))
    .filter((interval) => interval.to > interval.from)
