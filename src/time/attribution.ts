import type { Day } from './day.ts'
import type { EpochSeconds } from './instant.ts'
import type { PlannedShift } from './plan.ts'
import type { MissingOutRule } from './rules.ts'
import type { Interval, Session } from './session.ts'

/** A session's time, or the part of it that belongs to one day. */
export type Piece = {
  readonly day: Day
  readonly session: Session
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  readonly intervals: readonly (Interval & { readonly closedByRule?: true })[]
  /** Set on the last piece of a session without a recorded end: how long the person may have stayed. */
  readonly openUntil?: EpochSeconds
}

const overlaps = (shift: PlannedShift, from: EpochSeconds, to: EpochSeconds): boolean =>
  shift.start < to && shift.end > from

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
  const shift = shifts.find((candidate) => candidate.end > pending.since)
  const wanted =
    rule.action === 'close-after'
      ? session.start + rule.minutes * 60
      : (shift?.relief?.to ?? shift?.end)
  if (wanted === undefined) return undefined
  const close = Math.min(wanted, limit)
  return close > pending.since ? close : undefined
}

/**
 * Says which day a session belongs to. The stated rule: **a session belongs to the day on which the shift
 * that it serves begins, however long after midnight it ends; without a shift, to the day that the clocks
 * of the employee's site showed when it began. Where it runs on into a shift of a later day, it is divided
 * at that shift's start.** Nothing is lost or counted twice in the division.
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
  const served = plan.filter((shift) =>
    overlaps(shift, session.start, Math.max(reach, session.start + 1)),
  )
  const close = closingTime(session, rule, served, limit)
  const end = close ?? knownEnd(session)
  const intervals: Piece['intervals'] =
    close === undefined || session.pending === undefined
      ? session.intervals
      : [
          ...session.intervals,
          { kind: 'work', from: session.pending.since, to: close, closedByRule: true },
        ]

  let day = served[0]?.day ?? dayAt(session.start)
  const cuts: { day: Day; from: EpochSeconds }[] = [{ day, from: session.start }]
  for (const shift of served) {
    if (shift.day > day && shift.start < end) {
      day = shift.day
      cuts.push({ day, from: shift.start })
    }
  }
  return cuts.map(({ day: cutDay, from }, i) => {
    const to = cuts[i + 1]?.from ?? end
    const isLast = i === cuts.length - 1
    return {
      day: cutDay,
      session,
      from,
      to,
      intervals: cuts.length === 1 ? intervals : clip(intervals, from, to),
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
