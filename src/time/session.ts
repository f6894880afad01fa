import type { TimedRecord } from './correction.ts'
import { type EpochSeconds, secondOf } from './instant.ts'

/** A stretch of time between two records that belong together. `from` included, `to` not. */
export type Interval = {
  readonly kind: 'work' | 'break'
  readonly from: EpochSeconds
  readonly to: EpochSeconds
}

/** What the records leave open or contradict. Each is shown for correction, with the record that it is about. */
export type Anomaly = {
  readonly code: AnomalyCode
  readonly recordId: string
  readonly at: EpochSeconds
}

export const anomalyCodes = [
  /** An `out` with nothing open, or too long after what is open. */
  'missing-in',
  /** A break began or ended while the person was not at work. */
  'break-outside-work',
  /** A second `break-start` in a break, or a `break-end` without one. */
  'break-repeated',
  /** The person left out of a break that was never ended. */
  'break-not-ended',
] as const
export type AnomalyCode = (typeof anomalyCodes)[number]

/** How a session ended. */
export type SessionEnd =
  | { readonly how: 'recorded'; readonly at: EpochSeconds }
  /** No clock-out: the person came again, or too much time has gone by. */
  | { readonly how: 'missing-out' }
  /** No clock-out yet, and the person may well be at work. */
  | { readonly how: 'ongoing' }

/** From a clock-in to its clock-out, across midnight or not. */
export type Session = {
  readonly employeeId: string
  readonly start: EpochSeconds
  readonly startRecordId: string
  readonly end: SessionEnd
  /** Contiguous from `start`; for an open session, up to its last record: later time is not counted. */
  readonly intervals: readonly Interval[]
  /** The sites of its records other than `null`, each once. */
  readonly siteIds: readonly string[]
  readonly recordIds: readonly string[]
  /** Of an open session: what was under way at its last record, and the next record, which it cannot outlast. */
  readonly pending?: {
    readonly since: EpochSeconds
    readonly onBreak: boolean
    readonly nextRecordAt?: EpochSeconds
  }
  readonly corrected: boolean
}

export type Pairing = {
  readonly sessions: readonly Session[]
  readonly anomalies: readonly Anomaly[]
}

/** A session in the making. */
type Open = {
  start: TimedRecord
  /** Where the interval under way began. */
  since: EpochSeconds
  onBreak: boolean
  intervals: Interval[]
  records: TimedRecord[]
}

/**
 * Pairs one employee's records into sessions and intervals. Time counts between two records that belong
 * together and nowhere else: what follows the last record of an open session is not guessed. An `in` out
 * of a break ends the break. Duplicates do not count; a record later than `maxSessionMinutes` after the clock-in does not belong to it.
 * @param records one employee's, as corrections left them, by moment (`byMoment`)
 * @param now decides whether an open session is missing its end or still going on
 */
export function pairRecords(
  records: readonly TimedRecord[],
  maxSessionMinutesAt: (second: EpochSeconds) => number,
  now: EpochSeconds,
): Pairing {
  const sessions: Session[] = []
  const anomalies: Anomaly[] = []
  let open: Open | undefined

  const note = (code: AnomalyCode, { id, at }: TimedRecord) =>
    anomalies.push({ code, recordId: id, at: secondOf(at) })
  const outlived = (session: Open, at: EpochSeconds) => {
    const start = secondOf(session.start.at)
    return at - start > maxSessionMinutesAt(start) * 60
  }
  const leaveOpen = (session: Open, nextRecordAt?: EpochSeconds) => {
    const lastly = session.records.at(-1)
    const how = nextRecordAt === undefined && !outlived(session, now) ? 'ongoing' : 'missing-out'
    if (how === 'missing-out' && session.onBreak && lastly !== undefined) {
      note('break-not-ended', lastly)
    }
    const { since, onBreak } = session
    const next = nextRecordAt === undefined ? {} : { nextRecordAt }
    sessions.push({ ...sessionOf(session, { how }), pending: { since, onBreak, ...next } })
  }

  for (const record of records) {
    if (record.duplicateOf !== undefined) continue
    const at = secondOf(record.at)
    if (open !== undefined && (outlived(open, at) || (record.kind === 'in' && !open.onBreak))) {
      leaveOpen(open, at)
      open = undefined
    }
    if (record.kind === 'in' && open !== undefined) {
      step(open, record, at)
      open.onBreak = false
    } else if (record.kind === 'in') {
      open = { start: record, since: at, onBreak: false, intervals: [], records: [record] }
    } else if (open === undefined) {
      note(record.kind === 'out' ? 'missing-in' : 'break-outside-work', record)
    } else if (record.kind === 'out') {
      if (open.onBreak) note('break-not-ended', record)
      step(open, record, at)
      sessions.push(sessionOf(open, { how: 'recorded', at }))
      open = undefined
    } else if (open.onBreak === (record.kind === 'break-start')) {
      note('break-repeated', record)
      open.records.push(record)
    } else {
      step(open, record, at)
      open.onBreak = !open.onBreak
    }
  }
  if (open !== undefined) leaveOpen(open)
  return { sessions, anomalies }
}

/** Ends the interval under way at a record and begins the next one there. */
function step(open: Open, record: TimedRecord, at: EpochSeconds): void {
  if (at > open.since) {
    open.intervals.push({ kind: open.onBreak ? 'break' : 'work', from: open.since, to: at })
  }
  open.since = at
  open.records.push(record)
}

const sessionOf = (open: Open, end: SessionEnd): Session => ({
  employeeId: open.start.employeeId,
  start: secondOf(open.start.at),
  startRecordId: open.start.id,
  end,
  intervals: open.intervals,
  siteIds: [...new Set(open.records.flatMap(({ siteId }) => (siteId === null ? [] : [siteId])))],
  recordIds: open.records.map(({ id }) => id),
  corrected: open.records.some(({ correctionId }) => correctionId !== undefined),
})
