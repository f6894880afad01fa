import type { Embedding, Face, PhotoReading, Pose, Purpose } from '../face/index.ts'
import { qualityFaults } from './quality-gate.ts'
import type { QualityReason, UnreadableReason } from './photo-verdict.ts'

/** The one usable face of a photo, or what keeps it from being used. */
export type SoleFace =
  | {
      readonly outcome: 'usable'
      readonly embedding: Embedding
      /** What the same photo gives as a probe. */
      readonly atTheDoor: Embedding
      /** What the recogniser before makes of it as a probe, where some are enrolled with that. */
      readonly former?: Embedding
      readonly pose: Pose
      /** The unified quality score, 0 to 100. */
      readonly quality: number
    }
  | { readonly outcome: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly outcome: 'no-face' }
  | { readonly outcome: 'several-faces'; readonly count: number }
  | { readonly outcome: 'poor-quality'; readonly reasons: readonly QualityReason[] }

/**
 * Share of the largest face's area from which another face counts too. Whoever stands at the door is
 * nearest to the camera; people passing behind are less than half as large. A template must show nobody
 * else, but a face on a poster far behind does no harm.
 */
const countsFromShare: Record<Purpose, number> = { probe: 0.5, template: 0.1 }

/** Finds the one face that a photo is about, and whether it is good enough for the purpose. */
export function soleFace(reading: PhotoReading, purpose: Purpose): SoleFace {
  if (!reading.readable) return { outcome: 'unreadable', reason: reading.reason }
  const [largest] = reading.faces
  if (!largest) return { outcome: 'no-face' }
  const count = reading.faces.filter(
    (face) => !(area(face) < countsFromShare[purpose] * area(largest)),
  ).length
  if (count > 1) return { outcome: 'several-faces', count }
  const { quality, pose, embedding, atTheDoor, former, unifiedQuality } = largest
  if (!quality) throw new Error('The engine did not measure the largest face')
  const reasons = qualityFaults({ quality, pose }, purpose)
  if (reasons.length > 0) return { outcome: 'poor-quality', reasons }
  if (!embedding || unifiedQuality === undefined)
    throw new Error('The engine gave the largest face no embedding')
  return {
    outcome: 'usable',
    embedding,
    atTheDoor: atTheDoor ?? embedding,
    ...(former && { former }),
    pose,
    quality: unifiedQuality,
  }
}

const area = ({ box }: Face) => box.width * box.height
