import { eyeCentres, eyeOpening, interEyeDistance } from './eyes.ts'
import { measureLight } from './face-light.ts'
import { area, boxAround, overlap } from './geometry.ts'
import { pointOf, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import { strayingOf } from './steadiness.ts'
import type { Point, Purpose, QualityMeasures } from './types.ts'
import type { Pyramid } from './warp.ts'

/** The models that look at a face once more: for its points, and for its eyes. */
export type QualityModels = { readonly mesher: Network; readonly eyes: Network }

/**
 * Measures how well a face was captured; nothing about the person. Somebody waits while a probe is measured: what is beyond
 * doubt at the first look is not looked at again.
 */
export async function measureQuality(
  { mesher, eyes }: QualityModels,
  pyramid: Pyramid,
  mesh: Mesh,
  purpose: Purpose,
): Promise<QualityMeasures> {
  const { image } = pyramid
  const straying = await strayingOf(mesher, pyramid, mesh, purpose)
  const eyeOpenness = await eyeOpening(eyes, pyramid, mesh)
  const box = boxAround(mesh.points)
  const photo = { x: 0, y: 0, width: image.width, height: image.height }
  return {
    ...measureLight(pyramid, mesh),
    interEyeDistancePx: interEyeDistance(mesh) * image.reduction,
    insidePhoto: area(overlap(box, photo)) / area(box),
    eyeOpenness,
    presence: mesh.presence,
    mouthStraying: straying.mouth,
    noseStraying: straying.nose,
    eyesStraying: straying.eyes,
  }
}

/** The five points that a caller may want to draw. */
export const landmarksOf = (mesh: Mesh): Point[] => [
  ...eyeCentres(mesh),
  pointOf(mesh, 'noseBase'),
  pointOf(mesh, 'mouthRight'),
  pointOf(mesh, 'mouthLeft'),
]
