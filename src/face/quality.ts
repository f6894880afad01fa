import { alignToMeanFace } from './align.ts'
import { area, boxAround, distance, middle, overlap } from './geometry.ts'
import { pointOf, type Mesh } from './landmarks.ts'
import type { Point, QualityMeasures } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** The aligned face is measured at this size, so that figures mean the same for every camera. */
const sidePx = 128
/** Tight around the face: hair and background say nothing about the face. */
const padding = 0.1
/** Luminance at or below, and at or above, which detail is lost (of 255). */
const nearlyBlack = 20
const nearlyWhite = 245

/** Upper and lower lid, and the two corners, of each eye in the mesh. */
const eyes = [
  { lids: [[159, 145], [158, 153], [160, 144]], corners: [33, 133] },
  { lids: [[386, 374], [385, 380], [387, 373]], corners: [362, 263] },
] as const // prettier-ignore

/** Measures how well a face was captured; nothing about the person. */
export function measureQuality(pyramid: Pyramid, mesh: Mesh): QualityMeasures {
  const image = pyramid.levels[0]
  if (!image) throw new Error('a pyramid without an image')
  const luminance = alignedLuminance(pyramid, mesh)
  const { mean, deviation } = moments(luminance)
  const share = (test: (value: number) => boolean) =>
    luminance.reduce((count, value) => count + (test(value) ? 1 : 0), 0) / luminance.length
  const box = boxAround(mesh.points)
  const photo = { x: 0, y: 0, width: image.width, height: image.height }
  return {
    interEyeDistancePx: interEyeDistance(mesh) * image.reduction,
    sharpness: sharpness(luminance, deviation),
    luminanceMean: mean / 255,
    contrast: deviation / 255,
    underExposed: share((value) => value <= nearlyBlack),
    overExposed: share((value) => value >= nearlyWhite),
    insidePhoto: area(overlap(box, photo)) / area(box),
    eyeOpenness: Math.min(...eyes.map((eye) => openness(mesh, eye))),
  }
}

/** Distance between the eye centres in pixels of the image (ISO/IEC 29794-5: inter-eye distance). */
export function interEyeDistance(mesh: Mesh): number {
  const [right, left] = eyes.map(({ corners: [a, b] }) =>
    middle(mesh.points[a] as Point, mesh.points[b] as Point),
  ) as [Point, Point]
  return distance(right, left)
}

function openness(mesh: Mesh, { lids, corners }: (typeof eyes)[number]): number {
  const at = (index: number) => mesh.points[index] as Point
  const height = lids.reduce((sum, [up, down]) => sum + distance(at(up), at(down)), 0) / lids.length
  return height / distance(at(corners[0]), at(corners[1]))
}

/** Luminance (BT.601) of the aligned face, sidePx x sidePx values 0 to 255. */
function alignedLuminance(pyramid: Pyramid, mesh: Mesh): Float32Array {
  const crop = new Uint8Array(sidePx * sidePx * 3)
  warp(pyramid, alignToMeanFace(mesh, sidePx, padding), sidePx, crop)
  const luminance = new Float32Array(sidePx * sidePx)
  for (let i = 0, at = 0; i < luminance.length; i++, at += 3)
    luminance[i] =
      0.299 * (crop[at] as number) +
      0.587 * (crop[at + 1] as number) +
      0.114 * (crop[at + 2] as number)
  return luminance
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  const mean = sum / values.length
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / values.length) }
}

/**
 * Root mean square of the Laplacian, relative to the contrast, so that a dim sharp photo is not taken
 * for a blurred one (variance of the Laplacian: Pech-Pacheco et al. 2000, doi:10.1109/ICPR.2000.903548).
 */
function sharpness(luminance: Float32Array, deviation: number): number {
  let energy = 0
  for (let y = 1; y < sidePx - 1; y++)
    for (let x = 1; x < sidePx - 1; x++) {
      const i = y * sidePx + x
      const laplacian =
        (luminance[i - 1] as number) +
        (luminance[i + 1] as number) +
        (luminance[i - sidePx] as number) +
        (luminance[i + sidePx] as number) -
        4 * (luminance[i] as number)
      energy += laplacian * laplacian
    }
  return Math.sqrt(energy / (sidePx - 2) ** 2) / Math.max(1, deviation)
}

/** The five points that a caller may want to draw. */
export const landmarksOf = (mesh: Mesh): Point[] => [
  middle(pointOf(mesh, 'rightEyeOuter'), pointOf(mesh, 'rightEyeInner')),
  middle(pointOf(mesh, 'leftEyeOuter'), pointOf(mesh, 'leftEyeInner')),
  pointOf(mesh, 'noseBase'),
  pointOf(mesh, 'mouthRight'),
  pointOf(mesh, 'mouthLeft'),
]
