import type { Embedding, FaceEngine } from '../face/index.ts'
import { scoreAt } from './calibration.ts'
import { verificationFmr } from './decision.ts'
import type { QualityReason, UnreadableReason } from './photo-verdict.ts'
import type { Recognition } from './recognition.ts'
import { shareOfEach } from './side-by-side.ts'
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
  readonly current: VerifyBy
  /** The recogniser before, where some are enrolled with that alone. */
  readonly former?: VerifyBy | undefined
}

type VerifyBy = Pick<Recognition, 'gallery' | 'calibration'>

export function createVerify({ engine, current, former }: VerifyDeps): Verify {
  // Of two that may each say yes, each may be wrong half as often.
  const fmr = verificationFmr * (former ? shareOfEach : 1)

  /** Whether a face is an employee's by one recogniser; undefined when they are not enrolled with it. */
  function isTheirs(employeeId: string, { gallery, calibration }: VerifyBy, face: Embedding) {
    const score = gallery.scoreOf(employeeId, face)
    const alikeness = gallery.alikeness(calibration.nearestMean)
    return score === undefined ? undefined : score >= scoreAt(calibration, fmr).score + alikeness
  }

  return async function verify(employeeId, photo, signal) {
    const face = soleFace(await engine.look(photo, { purpose: 'probe', signal }), 'probe')
    if (face.outcome !== 'usable') return face
    const said = [
      isTheirs(employeeId, current, face.embedding),
      former && face.former && isTheirs(employeeId, former, face.former),
    ].filter((one) => one !== undefined)
    wipeFaces([face])
    if (said.length === 0) return { outcome: 'no-template' }
    return { outcome: said.includes(true) ? 'match' : 'no-match' }
  }
}
