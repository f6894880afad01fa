import type { Temporal } from 'temporal-polyfill'
import type { FaceEngine } from '../face/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { EmployeeRef } from '../identity/employee.ts'
import type { Gallery } from '../identity/gallery.ts'
import type { Identify } from '../identity/side-by-side.ts'
import type { NewId } from '../ports/ids.ts'
import type { QualityReason, UnreadableReason } from '../identity/photo-verdict.ts'
import type { AttendanceStore } from './ports/store.ts'
import type { Appended } from './ports/records.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import type { AttendanceRecord, RecordOrigin } from './record.ts'
import type { RecordKind } from '../time/record-kind.ts'
import { soleFace } from '../identity/sole-face.ts'
import { wipeFaces } from '../identity/wipe.ts'
import { microsOf, secondOf } from '../time/instant.ts'
import { rulesWithoutSchedule } from '../time/rules.ts'
import { createSessionLimits, type SessionLimit } from './session-limit.ts'
import type { SearchAt } from './site-search.ts'
import { toggledKind } from '../time/toggle.ts'

/** What a person standing at the kiosk can be told. Anything else is an error. */
export type ClockInResult =
  | { outcome: 'recorded'; employee: EmployeeRef; record: AttendanceRecord; proof: string }
  | { outcome: 'already-recorded'; employee: EmployeeRef; record: AttendanceRecord }
  | { outcome: 'unreadable'; reason: UnreadableReason }
  | { outcome: 'no-face' }
  | { outcome: 'several-faces'; count: number }
  | { outcome: 'poor-quality'; reasons: readonly QualityReason[] }
  | { outcome: 'unknown' }
  | { outcome: 'ambiguous' }

export type ClockInSettings = {
  /** Within this time after a counted record, another one of the same employee repeats it. */
  readonly debounceSeconds: number
}

/** What the sender of a photo says besides. */
export type Stated = {
  /** Without it, the last record decides. */
  readonly kind?: RecordKind
  readonly siteId?: string
  /** By what, and where. */
  readonly origin?: RecordOrigin
}

/**
 * Records the attendance of whoever a photo shows (JPEG, PNG and other bytes, see FaceEngine). With a
 * receipt it throws AlreadyAnsweredError when the same request was answered before. Rejects with the signal's
 * reason, and has recorded nothing, when that is aborted before it is known whom the photo shows.
 */
export type ClockIn = (
  photo: Uint8Array,
  receipt?: Receipt<ClockInResult>,
  stated?: Stated,
  signal?: AbortSignal,
) => Promise<ClockInResult>

export type ClockInDeps = {
  readonly engine: FaceEngine
  readonly gallery: Pick<Gallery, 'remove'>
  readonly identify: Identify
  /** Among whom a face is looked for at a site. */
  readonly searchAt: SearchAt
  readonly store: Pick<AttendanceStore, 'records' | 'assignments' | 'schedules' | 'sites'>
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: ClockInSettings
}

/** Records the attendance of somebody who has said, and shown, who they are. */
export type ClockInAs = (
  employeeId: string,
  receipt?: Receipt<ClockInResult>,
  stated?: Stated,
) => Promise<ClockInResult>

/** See faces; need exactly one, and good; find whose it is; record it once. */
export function createClockIn(deps: ClockInDeps): ClockIn {
  const { engine, identify, searchAt, clock } = deps
  const recordOnce = createRecordOnce(deps)

  return async function clockIn(photo, receipt, stated = {}, signal) {
    const at = clock.now()
    const face = soleFace(await engine.look(photo, { purpose: 'probe', signal }), 'probe')
    if (face.outcome !== 'usable') return face
    const { siteId } = stated
    const search = siteId === undefined ? undefined : await searchAt(siteId)
    const decision = identify(face, search)
    wipeFaces([face])
    if (decision.outcome !== 'match') return decision
    return recordOnce(decision.employeeId, at, stated, receipt)
  }
}

export function createClockInAs(deps: RecordOnceDeps): ClockInAs {
  const recordOnce = createRecordOnce(deps)
  return (employeeId, receipt, stated = {}) =>
    recordOnce(employeeId, deps.clock.now(), stated, receipt)
}

type RecordOnceDeps = Pick<ClockInDeps, 'store' | 'clock' | 'newId' | 'settings'> & {
  readonly gallery: Pick<Gallery, 'remove'>
}

function createRecordOnce({ store, gallery, newId, settings }: RecordOnceDeps) {
  const sessionLimitOf = createSessionLimits(store)

  return async function recordOnce(
    employeeId: string,
    at: Temporal.Instant,
    { kind, siteId, origin }: Stated,
    receipt: Receipt<ClockInResult> | undefined,
  ): Promise<ClockInResult> {
    const id = newId()
    const limit = kind === undefined ? await sessionLimitOf(employeeId) : undefined
    const next = (previous: AttendanceRecord | undefined) => ({
      id,
      employeeId,
      at,
      kind: kind ?? nextKind(previous, at, limit),
      ...(siteId !== undefined && { siteId }),
      ...(origin && { origin }),
      ...(previous &&
        repeats(previous, at, kind) && { kind: previous.kind, duplicateOf: previous.id }),
    })
    const appended = await store.records.append(employeeId, next, receiptFor(receipt, toResult))
    if (appended) return toResult(appended)
    // Forgotten between the look into the gallery and now, perhaps by another process.
    gallery.remove(employeeId)
    return { outcome: 'unknown' }
  }

  /** Either side: a clock set back must not let the same clock-in count twice. Whoever states another kind means it. */
  function repeats(previous: AttendanceRecord, at: Temporal.Instant, kind?: RecordKind): boolean {
    if (kind !== undefined && kind !== previous.kind) return false
    const apart = Math.abs(at.epochMilliseconds - previous.at.epochMilliseconds)
    return apart < settings.debounceSeconds * 1000
  }
}

function toResult({ employee, record, previous, proof }: Appended): ClockInResult {
  return record.duplicateOf !== undefined && previous
    ? { outcome: 'already-recorded', employee, record: previous }
    : { outcome: 'recorded', employee, record, proof }
}

function nextKind(
  previous: AttendanceRecord | undefined,
  at: Temporal.Instant,
  limit: SessionLimit | undefined,
): RecordKind {
  if (previous === undefined) return toggledKind(undefined, secondOf(microsOf(at)), 0)
  const began = microsOf(previous.at)
  const last = { kind: previous.kind, at: secondOf(began) }
  return toggledKind(
    last,
    secondOf(microsOf(at)),
    limit?.(began) ?? rulesWithoutSchedule.maxSession,
  )
}
