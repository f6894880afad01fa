import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import { contradictionOf, type Correction, type Decision } from '../time/correction.ts'
import { microsOf } from '../time/instant.ts'
import type { AttendanceStore } from './ports/store.ts'

/** How long somebody may say at the kiosk that it was not them, in seconds: they read its answer and press. */
export const contestSeconds = 60

/** What is written down as the reason; pages put it into their language. */
export const notMeReason = 'Not me, said at the kiosk'

export type ContestResult =
  | { readonly outcome: 'voided' }
  /** This kiosk made no such record by a face, or it is void already. */
  | { readonly outcome: 'no-such-record' }
  | { readonly outcome: 'too-late' }

/**
 * Voids a record that a kiosk has just made of a face that is somebody else's: a correction that counts at
 * once, which whoever looks after the hours sees with its reason. Nobody can take back in this way what they
 * showed a PIN or a badge for.
 */
export type Contest = (
  recordId: string,
  kiosk: { readonly kioskId: string; readonly name: string },
  receipt?: Receipt<ContestResult>,
) => Promise<ContestResult>

export type ContestDeps = {
  readonly store: Pick<AttendanceStore, 'corrections' | 'records'>
  readonly clock: Clock
  readonly newId: NewId
}

const voided = { outcome: 'voided' } as const

export function createContest({ store, clock, newId }: ContestDeps): Contest {
  return async function contest(recordId, { kioskId, name }, receipt) {
    const record = await store.records.find(recordId)
    const isOwn = record?.origin?.kioskId === kioskId && record.origin.way === 'face'
    if (!record || !isOwn || record.duplicateOf !== undefined) return { outcome: 'no-such-record' }
    const now = clock.now()
    if (now.epochMilliseconds - record.at.epochMilliseconds > contestSeconds * 1000) {
      return { outcome: 'too-late' }
    }
    const { employeeId, kind, at, siteId = null } = record
    const told = {
      id: newId(),
      employeeId,
      reason: notMeReason,
      by: name,
      writtenAt: microsOf(now),
    }
    const was = { kind, at: microsOf(at), siteId }
    const correction: Correction = { ...told, action: 'void', recordId, was }
    const decision: Decision = {
      ...{ correctionId: told.id, outcome: 'not-needed', by: name, at: told.writtenAt },
    }
    const kept = receiptFor(receipt, () => voided)
    const added = await store.corrections.add(correction, kept, decision, (records) =>
      contradictionOf(correction, records),
    )
    return added === 'added' ? voided : { outcome: 'no-such-record' }
  }
}
