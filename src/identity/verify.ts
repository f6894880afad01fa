import type { FaceEngine } from '../face/index.ts'
import { scoreAt, type Calibration } from './calibration.ts'
import { verificationFmr } from './decision.ts'
import type { Gallery } from './gallery.ts'
import type { QualityReason, UnreadableReason } from './photo-verdict.ts'
import { soleFace } from './sole-face.ts'
import { wipeFaces } from './wipe.ts'

/** What comparing a face with the one employee it is said to be can give. */
export type Verification =
  | { outcome: 'match' }
  | { outcome: 'no-match' }
  | { outcome: 'no-template' }
  | { outcome: 'unreadable'; reason: UnreadableReason }
  | { outcome: 'no-face' }
  | { outcome: 'several-faces'; count: number }
  | { outcome: 'poor-quality'; reasons: readonly QualityReason[] }

/**
 * Whether a photo shows the employee that a PIN, a badge or a QR code names: 1:1, at a false match rate of
 * 1e-4 whatever the gallery's size, with the best of the employee's templates.
 */
export type Verify = (
  employeeId: string,
  photo: Uint8Array,
  signal?: AbortSignal,
) => Promise<Verification>

export type VerifyDeps = {
  readonly engine: FaceEngine
  readonly gallery: Gallery
  readonly calibration: Calibration
}

export function createVerify({ engine, gallery, calibration }: VerifyDeps): Verify {
  const { score: threshold } = scoreAt(calibration, verificationFmr)
  return async function verify(employeeId, photo, signal) {
    const face = soleFace(await engine.look(photo, { purpose: 'probe', signal }), 'probe')
    if (face.outcome !== 'usable') return face
    const score = gallery.scoreOf(employeeId, face.embedding)
    wipeFaces([face])
    if (score === undefined) return { outcome: 'no-template' }
    const alikeness = gallery.alikeness(calibration.nearestMean)
    return { outcome: score >= threshold + alikeness ? 'match' : 'no-match' }
  }
}
