import type { Purpose } from '../../src/face/index.ts'
import type { SeenPhoto } from './look-at-photos.ts'

/** How many photos of a set the program refuses for a purpose. */
export type Refusals = {
  readonly purpose: Purpose
  readonly photos: number
  readonly refused: number
  /** Those refused for more than a small face or other people in the photo, which are matters of the set. */
  readonly refusedForTheFace: number
  /** A photo may have several reasons. */
  readonly reasons: Readonly<Record<string, number>>
}

const ofTheSet: ReadonlySet<string> = new Set(['too-small', 'several-faces'])

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
    refusedForTheFace: refused.filter((all) => all.some((reason) => !ofTheSet.has(reason))).length,
    reasons,
  }
}
