import type { Purpose } from '../../src/face/index.ts'
import type { SeenPhoto } from './look-at-photos.ts'

/** How many photos of a set the program refuses for a purpose. */
export type Refusals = {
  readonly purpose: Purpose
  readonly photos: number
  readonly refused: number
  /** Those for which more speaks against them than that the face is small: a matter of the set, not of the gate. */
  readonly refusedNotForSize: number
  /** A photo may have several reasons. */
  readonly reasons: Readonly<Record<string, number>>
}

export function refusals(photos: readonly SeenPhoto[], purpose: Purpose): Refusals {
  const refused = photos
    .map((photo) => photo[purpose].refusedFor)
    .filter(({ length }) => length > 0)
  const reasons: Record<string, number> = {}
  for (const reason of refused.flat()) reasons[reason] = (reasons[reason] ?? 0) + 1
  return {
    purpose,
    photos: photos.length,
    refused: refused.length,
    refusedNotForSize: refused.filter((all) => all.some((reason) => reason !== 'too-small')).length,
    reasons,
  }
}
