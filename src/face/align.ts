import { fitSimilarity, middle, type Similarity } from './geometry.ts'
import { pointOf, type Mesh, type PointName } from './landmarks.ts'
import type { Point } from './types.ts'

/** Where some points of a face belong in a crop that a model is fed with. */
export type Alignment = {
  readonly points: readonly ((mesh: Mesh) => Point)[]
  /** Their places in a unit square. */
  readonly places: readonly Point[]
}

/**
 * dlib's five-point mean face in a unit square: left eye (outer, inner corner), right eye (outer, inner
 * corner), base of the nose; the subject's left (dlib, get_face_chip_details).
 */
export const meanFace: Alignment = {
  places: [
    { x: 0.8595674595992, y: 0.2134981538014 },
    { x: 0.6460604764104, y: 0.2289674387677 },
    { x: 0.1205750620789, y: 0.2137274526848 },
    { x: 0.3340850613712, y: 0.2290642403242 },
    { x: 0.4901123135679, y: 0.6277975316475 },
  ],
  points: namedPoints('leftEyeOuter', 'leftEyeInner', 'rightEyeOuter', 'rightEyeInner', 'noseBase'),
}

function namedPoints(...names: readonly PointName[]): Alignment['points'] {
  return names.map((name) => (mesh: Mesh) => pointOf(mesh, name))
}

const midway =
  (first: PointName, second: PointName) =>
  (mesh: Mesh): Point =>
    middle(pointOf(mesh, first), pointOf(mesh, second))

/**
 * Middle of each eye, tip of the nose, corners of the mouth, the person's right first, where the models of Intel's Open
 * Model Zoo want them (face-reidentification-retail-0095).
 */
export const fivePoints: Alignment = {
  places: [
    { x: 0.31556875, y: 0.4615741071 },
    { x: 0.6826229167, y: 0.4615741071 },
    { x: 0.5002625, y: 0.6405053571 },
    { x: 0.349471875, y: 0.8246919643 },
    { x: 0.65343645833, y: 0.8246919643 },
  ],
  points: [
    midway('rightEyeOuter', 'rightEyeInner'),
    midway('leftEyeOuter', 'leftEyeInner'),
    ...namedPoints('noseTip', 'mouthRight', 'mouthLeft'),
  ],
}

/**
 * The transform from the image to a crop of `sidePx` in which a face's points stand as nearly as can be where they
 * belong, with `padding` of the unit square's size around it on every side: a similarity, as faces were aligned that
 * the networks were trained on.
 */
export function align(
  mesh: Mesh,
  { points, places }: Alignment,
  sidePx: number,
  padding: number,
): Similarity {
  const placed = places.map(({ x, y }) => ({
    x: ((padding + x) / (2 * padding + 1)) * sidePx,
    y: ((padding + y) / (2 * padding + 1)) * sidePx,
  }))
  return fitSimilarity(
    points.map((point) => point(mesh)),
    placed,
  )
}
