import type { TimedRecord } from './correction.ts'
import { type EpochSeconds, secondOf } from './instant.ts'
import type { RecordKind } from './record-kind.ts'

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
  /** An `in` of somebody who is in. It changes nothing: the first stands. */
  'in-repeated',
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
 * of a break ends the break. An `in` of somebody who is in is noted and changes nothing, unless the next `out`
 * comes too late for the first `in` and not for this one: then a session begins here. Duplicates do not count;
 * a record later than `maxSessionMinutes` after the clock-in does not belong to it.
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
  const counted = records.filter(({ duplicateOf }) => duplicateOf === undefined)

  const note = (code: AnomalyCode, { id, at }: TimedRecord) =>
    anomalies.push({ code, recordId: id, at: secondOf(at) })
  const outlived = (session: Open, at: EpochSeconds) => {
    const start = secondOf(session.start.at)
    return at - start > maxSessionMinutesAt(start) * 60
  }
  /** Whether the next `out` is too late for a session, and not for one that begins with the `in` at a place. */
  const beginsAnew = (session: Open, i: number) => {
    const start = secondOf(counted[i]?.at ?? 0)
    for (let next = i + 1; next < counted.length; next++) {
      const { kind, at } = counted[next] ?? {}
      const second = secondOf(at ?? 0)
      if (second - start > maxSessionMinutesAt(start) * 60) return false
      if (kind === 'out') return outlived(session, second)
    }
    return false
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

  for (let i = 0; i < counted.length; i++) {
    putFirst(counted, i, open)
    const record = counted[i]
    if (record === undefined) break
    const at = secondOf(record.at)
    if (
      open !== undefined &&
      (outlived(open, at) || (record.kind === 'in' && !open.onBreak && beginsAnew(open, i)))
    ) {
      leaveOpen(open, at)
      open = undefined
    }
    if (record.kind === 'in' && open !== undefined) {
      if (open.onBreak) step(open, record, at)
      else {
        note('in-repeated', record)
        open.records.push(record)
      }
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

/** What can come next, before anything else of the same second, by what the person is doing. */
const expected = {
  off: ['in', 'out', 'break-end', 'break-start'],
  atWork: ['out', 'break-start', 'in', 'break-end'],
  onBreak: ['break-end', 'out', 'in', 'break-start'],
} as const satisfies Record<string, readonly RecordKind[]>

/**
 * Puts the record that comes next at a place, of those of the same second. Their order says nothing: whoever
 * goes out and comes in at the same second was there before and after, in whatever order that was written.
 */
function putFirst(records: TimedRecord[], i: number, open: Open | undefined): void {
  const second = secondOf(records[i]?.at ?? 0)
  let last = i
  while (secondOf(records[last + 1]?.at ?? -1) === second) last++
  if (last === i) return
  const order = expected[open === undefined ? 'off' : open.onBreak ? 'onBreak' : 'atWork']
  const same = records.slice(i, last + 1)
  same.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  records.splice(i, same.length, ...same)
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
