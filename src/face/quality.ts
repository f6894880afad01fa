import { eyeCentres, eyeOpening, interEyeDistance } from './eyes.ts'
import { measureLight } from './face-light.ts'
import { area, boxAround, overlap } from './geometry.ts'
import { pointOf, type Mesh } from './landmarks.ts'
import type { Network } from './runtime.ts'
import { strayingOf } from './steadiness.ts'
import type { Point, QualityMeasures } from './types.ts'
import type { Pyramid } from './warp.ts'

/** The models that look at a face once more: for its points, and for its eyes. */
export type QualityModels = { readonly mesher: Network; readonly eyes: Network }

/** Measures how well a face was captured; nothing about the person. */
export async function measureQuality(
  { mesher, eyes }: QualityModels,
  pyramid: Pyramid,
  mesh: Mesh,
): Promise<QualityMeasures> {
  const image = pyramid.levels[0]
  if (!image) throw new Error('a pyramid without an image')
  const [straying, eyeOpenness] = await Promise.all([
    strayingOf(mesher, pyramid, mesh),
    eyeOpening(eyes, pyramid, mesh),
  ])
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
