import type { Detection } from './detect.ts'
import { apply, distance, invert, middle, type Similarity } from './geometry.ts'
import { facemesh } from './models/manifest.ts'
import type { Network } from './runtime.ts'
import type { Point, Pose } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** The 468 points of a face, in pixels of the image; z in the same unit, towards the camera negative. */
export type Mesh = {
  readonly points: readonly (Point & { readonly z: number })[]
  /** How sure the model is that it looks at a face, 0 to 1. */
  readonly presence: number
}

/** Indices in the canonical face of MediaPipe; left and right are the subject's. */
export const meshPoint = {
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  noseBase: 2,
  noseTip: 1,
  mouthRight: 61,
  mouthLeft: 291,
  forehead: 10,
  chin: 152,
  rightCheek: 234,
  leftCheek: 454,
} as const

/** A point of the mesh that has a name here. */
export type PointName = keyof typeof meshPoint

const side = facemesh.inputPx
/** The crop is this much larger than the face's box (MediaPipe's face landmark graph). */
const cropMargin = 1.5

/**
 * Finds the mesh of one face with Face Mesh (https://arxiv.org/abs/1907.06724) in a crop turned so that
 * the eyes are level; a second look at the crop that the first mesh suggests places it better.
 */
export async function findMesh(network: Network, pyramid: Pyramid, face: Detection): Promise<Mesh> {
  const [rightEye, leftEye] = face.keyPoints as [Point, Point]
  const centre = {
    x: face.box.x + face.box.width / 2,
    y: face.box.y + face.box.height / 2,
  }
  const size = Math.max(face.box.width, face.box.height)
  const first = await lookOnce(network, pyramid, cropAround(centre, size, rightEye, leftEye))
  return lookOnce(network, pyramid, cropOfMesh(first))
}

function cropAround(centre: Point, sizePx: number, rightEye: Point, leftEye: Point): Similarity {
  const roll = Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x)
  const scale = side / (sizePx * cropMargin)
  const a = scale * Math.cos(-roll)
  const b = scale * Math.sin(-roll)
  return {
    a,
    b,
    tx: side / 2 - (a * centre.x - b * centre.y),
    ty: side / 2 - (b * centre.x + a * centre.y),
  }
}

/** The crop that a mesh suggests for the next look; with a zoom, from that many times further away. */
export function cropOfMesh(mesh: Mesh, zoom = 1): Similarity {
  const at = (name: PointName) => pointOf(mesh, name)
  const rightEye = middle(at('rightEyeOuter'), at('rightEyeInner'))
  const leftEye = middle(at('leftEyeOuter'), at('leftEyeInner'))
  const size = Math.max(
    distance(at('forehead'), at('chin')),
    distance(at('rightCheek'), at('leftCheek')),
  )
  return cropAround(middle(at('forehead'), at('chin')), size * zoom, rightEye, leftEye)
}

const lookOnce = async (network: Network, pyramid: Pyramid, toCrop: Similarity): Promise<Mesh> =>
  (await lookAt(network, pyramid, [toCrop]))[0] as Mesh

/** The mesh that the model sees in each of several crops of one face. */
export async function lookAt(
  network: Network,
  pyramid: Pyramid,
  toCrops: readonly Similarity[],
): Promise<Mesh[]> {
  const size = side * side * 3
  const crops = new Uint8Array(toCrops.length * size)
  toCrops.forEach((toCrop, i) =>
    warp(pyramid, toCrop, side, crops.subarray(i * size, (i + 1) * size)),
  )
  const [numbers, flags] = (await network.run(crops, toCrops.length)) as [
    Float32Array,
    Float32Array,
  ]
  const length = numbers.length / toCrops.length
  return toCrops.map((toCrop, i) => ({
    points: pointsOf(numbers.subarray(i * length, (i + 1) * length), invert(toCrop)),
    presence: flags[i] as number,
  }))
}

function pointsOf(numbers: Float32Array, toImage: Similarity): Mesh['points'] {
  const depthScale = Math.hypot(toImage.a, toImage.b)
  return Array.from({ length: numbers.length / 3 }, (_, i) => ({
    ...apply(toImage, { x: numbers[3 * i] as number, y: numbers[3 * i + 1] as number }),
    z: (numbers[3 * i + 2] as number) * depthScale,
  }))
}

export function pointOf(mesh: Mesh, name: PointName): Point & { readonly z: number } {
  return mesh.points[meshPoint[name]] ?? { x: 0, y: 0, z: 0 }
}

const degrees = 180 / Math.PI

/** Head rotation from the mesh: the line between the cheeks and the line from forehead to chin. */
export function poseOf(mesh: Mesh): Pose {
  const right = pointOf(mesh, 'rightCheek')
  const left = pointOf(mesh, 'leftCheek')
  const top = pointOf(mesh, 'forehead')
  const bottom = pointOf(mesh, 'chin')
  const across = { x: left.x - right.x, y: left.y - right.y, z: left.z - right.z }
  const down = { x: bottom.x - top.x, y: bottom.y - top.y, z: bottom.z - top.z }
  return {
    yaw: Math.atan2(across.z, Math.hypot(across.x, across.y)) * degrees,
    pitch: -Math.atan2(down.z, Math.hypot(down.x, down.y)) * degrees,
    roll: Math.atan2(across.y, across.x) * degrees,
  }
}
