import { Temporal } from 'temporal-polyfill'
import type {
  AttendanceRecord,
  Correction,
  RecordKind,
  TimesheetDay,
} from '../../shared/contract.ts'

/** A record as it stands after the corrections so far. An added one has the id of its correction. */
export type DayRecord = {
  readonly id: string
  readonly kind: RecordKind
  /** Instant, ISO 8601. */
  readonly at: string
  readonly isVoid: boolean
  /** What was asked for and is not decided. */
  readonly open?: Correction
}

/** The instants between which a day of a timesheet lies: its own hours, and those of nights that belong to it. */
export function instantsOfDay({ date, zone, intervals, shifts }: TimesheetDay): {
  from: string
  to: string
} {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  const ends = [...intervals, ...shifts.map(({ start, end }) => ({ from: start, to: end }))]
  const millis = (text: string) => Temporal.Instant.from(text).epochMilliseconds
  const from = Math.min(start.epochMilliseconds, ...ends.map((stretch) => millis(stretch.from)))
  const to = Math.max(
    start.add({ days: 1 }).epochMilliseconds,
    // A record at the very end belongs to it.
    ...ends.map((stretch) => millis(stretch.to) + 1000),
  )
  const text = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString()
  return { from: text(from), to: text(to) }
}

/** The records of a stretch of time with what corrections made of them, by moment. */
export function recordsAfter(
  records: readonly AttendanceRecord[],
  corrections: readonly Correction[],
  { from, to }: { from: string; to: string },
): DayRecord[] {
  const found = new Map<string, DayRecord>(
    records.map(({ id, kind, at }) => [id, { id, kind, at, isVoid: false }]),
  )
  for (const correction of corrections.toSorted(
    (a, b) => moment(a.writtenAt) - moment(b.writtenAt),
  )) {
    const { action, becomes, decision } = correction
    const id = action === 'add' ? correction.id : (correction.recordId ?? '')
    const before = found.get(id)
    if (decision?.outcome === 'rejected') continue
    if (decision === null) {
      if (before) found.set(id, { ...before, open: correction })
    } else if (action === 'void') {
      if (before) found.set(id, { ...before, isVoid: true })
    } else if (becomes) {
      found.set(id, { id, kind: becomes.kind, at: becomes.at, isVoid: before?.isVoid ?? false })
    }
  }
  return [...found.values()]
    .filter(({ at }) => moment(at) >= moment(from) && moment(at) < moment(to))
    .sort((a, b) => moment(a.at) - moment(b.at))
}

/** Records that somebody asked to be added on a day, not decided. */
export const openAdditions = (
  corrections: readonly Correction[],
  { from, to }: { from: string; to: string },
): Correction[] =>
  corrections.filter(
    ({ action, becomes, decision }) =>
      action === 'add' &&
      decision === null &&
      becomes !== null &&
      moment(becomes.at) >= moment(from) &&
      moment(becomes.at) < moment(to),
  )

const moment = (at: string): number => Date.parse(at)
