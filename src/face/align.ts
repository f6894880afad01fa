import { fitSimilarity, type Similarity } from './geometry.ts'
import { pointOf, type Mesh } from './landmarks.ts'
import type { Point } from './types.ts'

/**
 * dlib's five-point mean face in a unit square: left eye (outer, inner corner), right eye (outer, inner
 * corner), base of the nose; the subject's left (dlib, get_face_chip_details).
 */
const meanFace: readonly Point[] = [
  { x: 0.8595674595992, y: 0.2134981538014 },
  { x: 0.6460604764104, y: 0.2289674387677 },
  { x: 0.1205750620789, y: 0.2137274526848 },
  { x: 0.3340850613712, y: 0.2290642403242 },
  { x: 0.4901123135679, y: 0.6277975316475 },
]
const meanFacePoints = [
  'leftEyeOuter',
  'leftEyeInner',
  'rightEyeOuter',
  'rightEyeInner',
  'noseBase',
] as const

/** The mean face placed in a crop of `sidePx`, with `padding` of its size around it on every side. */
const placed = (sidePx: number, padding: number): Point[] =>
  meanFace.map(({ x, y }) => ({
    x: ((padding + x) / (2 * padding + 1)) * sidePx,
    y: ((padding + y) / (2 * padding + 1)) * sidePx,
  }))

/**
 * The transform from the image to a crop in which the eyes and nose stand where dlib's mean face has
 * them: a similarity, as dlib aligns the faces that its network was trained on.
 */
export function alignToMeanFace(mesh: Mesh, sidePx: number, padding: number): Similarity {
  const points = meanFacePoints.map((name) => pointOf(mesh, name))
  return fitSimilarity(points, placed(sidePx, padding))
}
