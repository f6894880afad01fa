import type { Pose } from '../face/index.ts'

/** From which sides photos show a face; what is missing is worth another photo. */
export type Coverage = { readonly front: boolean; readonly left: boolean; readonly right: boolean }

/** Within this yaw in degrees a face is seen from the front, beyond it from a side. */
const frontWithin = 12

/** Left and right are the person's own: `left` is a head turned to its left. */
export const coverageOf = (poses: readonly Pose[]): Coverage => ({
  front: poses.some(({ yaw }) => Math.abs(yaw) <= frontWithin),
  left: poses.some(({ yaw }) => yaw > frontWithin),
  right: poses.some(({ yaw }) => yaw < -frontWithin),
})

/** How well an employee's templates will do at the door. */
export type Strength = 'none' | 'weak' | 'fair' | 'strong'

/** Templates from which misses no longer fall by much (docs/accuracy.md, by number of templates). */
const strongFrom = 3
const fairFrom = 2

export function strengthOf(templates: number): Strength {
  if (templates === 0) return 'none'
  if (templates >= strongFrom) return 'strong'
  return templates >= fairFrom ? 'fair' : 'weak'
}
