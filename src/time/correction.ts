import type { RecordKind } from './record-kind.ts'
import { type EpochMicros, secondOf } from './instant.ts'
import type { LocalClock } from './zone.ts'

/** An attendance record as the rules of time see it: raw, or as corrections left it. */
export type TimedRecord = {
  readonly id: string
  readonly employeeId: string
  /** Where it was made; `null` when the device belonged to no site. */
  readonly siteId: string | null
  readonly kind: RecordKind
  readonly at: EpochMicros
  /** Set on a repetition within the debounce time: kept, never counted. */
  readonly duplicateOf?: string
  /** The last correction that made it what it is. */
  readonly correctionId?: string
}

/** Who did something: the name that is shown, and the id of their account where it is known. */
export type Author = { readonly by: string; readonly byId?: string }

/**
 * One change to what was recorded, as it was asked for. A row of its own, written once: the record that
 * it speaks of never changes, and what it was is kept beside what it became.
 */
export type Correction = Author & {
  readonly id: string
  readonly employeeId: string
  readonly reason: string
  readonly writtenAt: EpochMicros
} & (
    | { readonly action: 'add'; readonly becomes: CorrectedValue }
    | { readonly action: 'void'; readonly recordId: string; readonly was: CorrectedValue }
    | {
        readonly action: 'change'
        readonly recordId: string
        readonly was: CorrectedValue
        readonly becomes: CorrectedValue
      }
  )

export type CorrectedValue = Pick<TimedRecord, 'kind' | 'at' | 'siteId'> & {
  /** Of what a record becomes: by which clocks its time was meant. */
  readonly clock?: LocalClock
}

/** What can become of a correction. Only an approved one counts, or one that needs no approval. */
export const decisionOutcomes = [
  'approved',
  'rejected',
  /** It counted at once, because the settings asked for no approval when it was written. */
  'not-needed',
] as const

/** The answer to a correction: also a row of its own. The first stands. */
export type Decision = Author & {
  readonly correctionId: string
  readonly outcome: (typeof decisionOutcomes)[number]
  readonly at: EpochMicros
}

/**
 * Whether two are one: the same account, whatever its name. Where an account is missing, as in what was
 * written before accounts were, the same letters, however written.
 */
export const isSamePerson = (a: Author, b: Author): boolean =>
  a.byId === undefined || b.byId === undefined
    ? signature(a.by) === signature(b.by)
    : a.byId === b.byId

const signature = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en')

/** By moment, and for the same moment by id, so that the order in which rows arrive never matters. */
export const byMoment = (a: TimedRecord, b: TimedRecord): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

type Approved = { readonly correction: Correction; readonly at: EpochMicros }

const byApproval = (a: Approved, b: Approved): number =>
  a.at - b.at ||
  a.correction.writtenAt - b.correction.writtenAt ||
  (a.correction.id < b.correction.id ? -1 : 1)

/**
 * The records as the approved corrections leave them, by moment. Corrections apply in the order in which
 * they were approved, as each was looked at beside what was approved before it. An added record takes the correction's id, so it can be corrected in its turn; a
 * record once void stays void; a changed duplicate is no longer a duplicate. Neither input is touched.
 */
export function foldCorrections(
  records: readonly TimedRecord[],
  corrections: readonly Correction[],
  decisions: readonly Decision[],
): TimedRecord[] {
  if (corrections.length === 0) return records.toSorted(byMoment)
  const approvedAt = new Map(
    decisions
      .filter(({ outcome }) => outcome !== 'rejected')
      .map(({ correctionId, at }) => [correctionId, at]),
  )
  const approved = corrections.flatMap((correction): Approved[] => {
    const at = approvedAt.get(correction.id)
    return at === undefined ? [] : [{ correction, at }]
  })
  const current = new Map(records.map((record) => [record.id, record]))
  const voided = new Set<string>()
  for (const { correction } of approved.sort(byApproval)) {
    const id = correction.action === 'add' ? correction.id : correction.recordId
    if (correction.action === 'void') {
      voided.add(id)
    } else {
      const { employeeId } = correction
      const { kind, at, siteId } = correction.becomes
      current.set(id, { id, employeeId, kind, at, siteId, correctionId: correction.id })
    }
  }
  return [...current.values()].filter(({ id }) => !voided.has(id)).sort(byMoment)
}

/** Why a correction cannot come true any more, or not at all. */
export type Contradiction =
  /** The record that it speaks of is void, or was never approved. */
  | 'record-void'
  /** The record has become another since. */
  | 'record-changed'
  /** Another record that counts is at the same moment, or of the same kind in the same minute. */
  | 'records-overlap'

/**
 * What keeps a correction from coming true.
 * @param records the employee's records as approved corrections left them: at least those at the moment
 * that the correction leads to, and the one that it speaks of
 */
export function contradictionOf(
  correction: Correction,
  records: readonly TimedRecord[],
): Contradiction | undefined {
  const id = correction.action === 'add' ? correction.id : correction.recordId
  if (correction.action !== 'add') {
    const current = records.find((record) => record.id === id)
    if (current === undefined) return 'record-void'
    const { kind, at, siteId } = correction.was
    if (current.kind !== kind || current.at !== at || current.siteId !== siteId) {
      return 'record-changed'
    }
  }
  if (correction.action === 'void') return undefined
  const { becomes } = correction
  const overlaps = records.some(
    (record) =>
      record.id !== id &&
      record.duplicateOf === undefined &&
      ((secondOf(record.at) === secondOf(becomes.at) && !isHandover(record.kind, becomes.kind)) ||
        (record.kind === becomes.kind && minuteOf(record.at) === minuteOf(becomes.at))),
  )
  return overlaps ? 'records-overlap' : undefined
}

/** Whether somebody can do both at the same second: what one ends, the other begins. */
const isHandover = (a: RecordKind, b: RecordKind): boolean =>
  [a, b].sort().join() === 'in,out' || [a, b].sort().join() === 'break-end,break-start'

const minuteOf = (micros: EpochMicros): number => Math.floor(micros / 60_000_000)
