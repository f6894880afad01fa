import type { Pose } from '../face/index.ts'

/** From where a photo shows a face; left and right are the person's own: `left` is a head turned to its left. */
export type Side = 'front' | 'left' | 'right'

/** What is kept of the photo that a template was made of. */
export type TemplateView = {
  readonly side: Side
  /** The unified quality score, a whole number from 0 to 100. */
  readonly quality: number
}

/** From which sides templates show a face; what is missing is worth another photo. */
export type Coverage = { readonly [side in Side]: boolean }

/** Templates, and what is known of some of them: earlier versions kept nothing of their photos. */
export type Templates = { readonly templates: number; readonly views: readonly TemplateView[] }

/** Within this yaw in degrees a face is seen from the front, beyond it from a side. */
const frontWithin = 12

export const viewOf = (pose: Pose, quality: number): TemplateView => ({
  side: Math.abs(pose.yaw) <= frontWithin ? 'front' : pose.yaw > 0 ? 'left' : 'right',
  quality: Math.round(quality),
})

/** A template of which nothing is known was most likely made from the front. */
export function coverageOf({ templates, views }: Templates): Coverage {
  const shows = (which: Side) => views.some(({ side }) => side === which)
  return {
    front: shows('front') || templates > views.length,
    left: shows('left'),
    right: shows('right'),
  }
}

/** How well an employee's templates will do at the door. */
export type Strength = 'none' | 'weak' | 'fair' | 'strong'

/** Templates from which misses no longer fall by much (docs/accuracy.md, by number of templates). */
const strongFrom = 3
const fairFrom = 2
/** Photos below this quality are missed more than twice as often as the others (docs/decisions/0063). */
export const goodQuality = 40

/** Counts the templates of good photos, and those of which nothing is known. */
export function strengthOf({ templates, views }: Templates): Strength {
  if (templates === 0) return 'none'
  const good = templates - views.filter(({ quality }) => quality < goodQuality).length
  if (good >= strongFrom) return 'strong'
  return good >= fairFrom ? 'fair' : 'weak'
}
