import type { RecordKind } from '../record.ts'
import type { EpochMicros } from './instant.ts'

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

/**
 * One change to what was recorded, as it was asked for. A row of its own, written once: the record that
 * it speaks of never changes, and what it was is kept beside what it became.
 */
export type Correction = {
  readonly id: string
  readonly employeeId: string
  readonly reason: string
  /** The operator who asked, and when. */
  readonly by: string
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

export type CorrectedValue = Pick<TimedRecord, 'kind' | 'at' | 'siteId'>

/** The answer to a correction: also a row of its own. Only an approved correction counts. */
export type Decision = {
  readonly correctionId: string
  readonly outcome: 'approved' | 'rejected'
  readonly by: string
  readonly at: EpochMicros
}

/** By moment, and for the same moment by id, so that the order in which rows arrive never matters. */
export const byMoment = (a: TimedRecord, b: TimedRecord): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const byWriting = (a: Correction, b: Correction): number =>
  a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The records as the approved corrections leave them, by moment. Corrections apply in the order in which
 * they were written. An added record takes the correction's id, so it can be corrected in its turn; a
 * record once void stays void; a changed duplicate is no longer a duplicate. Neither input is touched.
 */
export function foldCorrections(
  records: readonly TimedRecord[],
  corrections: readonly Correction[],
  decisions: readonly Decision[],
): TimedRecord[] {
  if (corrections.length === 0) return records.toSorted(byMoment)
  const approved = new Set(
    decisions
      .filter(({ outcome }) => outcome === 'approved')
      .map(({ correctionId }) => correctionId),
  )
  const current = new Map(records.map((record) => [record.id, record]))
  const voided = new Set<string>()
  for (const correction of corrections.toSorted(byWriting)) {
    if (!approved.has(correction.id)) continue
    const id = correction.action === 'add' ? correction.id : correction.recordId
    if (correction.action === 'void') {
      voided.add(id)
    } else {
      const { employeeId, becomes } = correction
      current.set(id, { id, employeeId, ...becomes, correctionId: correction.id })
    }
  }
  return [...current.values()].filter(({ id }) => !voided.has(id)).sort(byMoment)
}
