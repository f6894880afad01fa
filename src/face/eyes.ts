import { distance, middle, type Similarity } from './geometry.ts'
import { meshPoint, pointOf, type Mesh } from './landmarks.ts'
import { eyeContour } from './models/manifest.ts'
import type { Network } from './runtime.ts'
import type { Point } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** Centres of the eyes, the subject's right one first. */
export const eyeCentres = (mesh: Mesh): [Point, Point] => [
  middle(pointOf(mesh, 'rightEyeOuter'), pointOf(mesh, 'rightEyeInner')),
  middle(pointOf(mesh, 'leftEyeOuter'), pointOf(mesh, 'leftEyeInner')),
]

/** Distance between the eye centres in pixels of the image (ISO/IEC 29794-5: inter-eye distance). */
export const interEyeDistance = (mesh: Mesh): number => distance(...eyeCentres(mesh))

const side = eyeContour.inputPx
/** The crop is this many times as wide as the eye (MediaPipe's iris landmark graph). */
const cropWidth = 2.3
/** The contour's corners, and points of the lower and the upper lid that face each other. */
const corners = [0, 8] as const
const lids = [[3, 11], [4, 12], [5, 13]] as const // prettier-ignore
/** Numbers of one eye: 71 points of its contour and brow, in three dimensions. */
const contourLength = 71 * 3

/** From this opening on an eye is open beyond doubt, for whatever purpose; the other one is not asked. */
const surelyOpen = 0.25

/**
 * Height over width of the more open eye: the model of eye contours follows the lids, which the mesh of the
 * whole face does not. The more open one, as some people have one eye only, or cannot open one. The eye that shows
 * more of itself is looked at first, and alone where it is open.
 */
export async function eyeOpening(network: Network, pyramid: Pyramid, mesh: Mesh): Promise<number> {
  const width = (which: Which) => distance(...cornersOf(mesh, which))
  const first: Which = width('right') > width('left') ? 'right' : 'left'
  const opening = await openingOfOne(network, pyramid, mesh, first)
  if (opening >= surelyOpen) return opening
  const other = first === 'right' ? 'left' : 'right'
  return Math.max(opening, await openingOfOne(network, pyramid, mesh, other))
}

type Which = 'left' | 'right'

async function openingOfOne(
  network: Network,
  pyramid: Pyramid,
  mesh: Mesh,
  which: Which,
): Promise<number> {
  const crop = new Uint8Array(side * side * 3)
  // The model knows left eyes; a right one is shown to it mirrored.
  warp(pyramid, cropAround(mesh, which), side, crop, which === 'right')
  const [contour] = (await network.run(crop, 1)) as [Float32Array]
  return openingOf(contour.subarray(0, contourLength))
}

const cornersOf = (mesh: Mesh, which: Which): [outer: Point, inner: Point] => [
  mesh.points[meshPoint[`${which}EyeOuter`]] as Point,
  mesh.points[meshPoint[`${which}EyeInner`]] as Point,
]

function cropAround(mesh: Mesh, which: Which): Similarity {
  const [outer, inner] = cornersOf(mesh, which)
  const [rightEye, leftEye] = eyeCentres(mesh)
  const roll = Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x)
  const scale = side / (distance(outer, inner) * cropWidth)
  const centre = middle(outer, inner)
  const a = scale * Math.cos(-roll)
  const b = scale * Math.sin(-roll)
  return {
    a,
    b,
    tx: side / 2 - (a * centre.x - b * centre.y),
    ty: side / 2 - (b * centre.x + a * centre.y),
  }
}

function openingOf(contour: Float32Array): number {
  const at = (index: number): Point => ({
    x: contour[3 * index] as number,
    y: contour[3 * index + 1] as number,
  })
  const height = lids.reduce((sum, [low, up]) => sum + distance(at(low), at(up)), 0) / lids.length
  return height / distance(at(corners[0]), at(corners[1]))
}
