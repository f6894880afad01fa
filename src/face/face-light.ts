import { align, meanFace } from './align.ts'
import { apply, type Similarity } from './geometry.ts'
import type { Mesh } from './landmarks.ts'
import type { Point } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** The aligned face is measured at this size, so that figures mean the same for every camera. */
const sidePx = 128
/** The face's own outline fits into the crop with this padding. */
const padding = 0.1
/** Luminance at or below, and at or above, which detail is lost (of 255). */
const nearlyBlack = 20
const nearlyWhite = 245
/** The outline of the face in the mesh, all the way round (MediaPipe's face oval). */
const outline = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
]

/** How a face is lit and how sharp it is. */
export type FaceLight = {
  readonly sharpness: number
  readonly luminanceMean: number
  readonly contrast: number
  readonly underExposed: number
  readonly overExposed: number
}

/**
 * Measures what lies inside the face's outline: a bright wall behind a dark face, hair and collar say nothing
 * about the face.
 */
export function measureLight(pyramid: Pyramid, mesh: Mesh): FaceLight {
  const toCrop = align(mesh, meanFace, sidePx, padding)
  const luminance = alignedLuminance(pyramid, toCrop)
  const inside = insideOf(outline.map((index) => apply(toCrop, mesh.points[index] as Point)))
  let [count, sum, dark, bright] = [0, 0, 0, 0]
  for (let i = 0; i < luminance.length; i++) {
    if (!inside[i]) continue
    const value = luminance[i] as number
    count++
    sum += value
    if (value <= nearlyBlack) dark++
    if (value >= nearlyWhite) bright++
  }
  const mean = sum / Math.max(1, count)
  let squares = 0
  for (let i = 0; i < luminance.length; i++)
    if (inside[i]) squares += ((luminance[i] as number) - mean) ** 2
  const deviation = Math.sqrt(squares / Math.max(1, count))
  return {
    sharpness: sharpness(luminance, inside, deviation),
    luminanceMean: mean / 255,
    contrast: deviation / 255,
    underExposed: dark / Math.max(1, count),
    overExposed: bright / Math.max(1, count),
  }
}

/** Luminance (BT.601) of the aligned face, sidePx x sidePx values 0 to 255. */
function alignedLuminance(pyramid: Pyramid, toCrop: Similarity): Float32Array {
  const crop = new Uint8Array(sidePx * sidePx * 3)
  warp(pyramid, toCrop, sidePx, crop)
  const luminance = new Float32Array(sidePx * sidePx)
  for (let i = 0, at = 0; i < luminance.length; i++, at += 3)
    luminance[i] =
      0.299 * (crop[at] as number) +
      0.587 * (crop[at + 1] as number) +
      0.114 * (crop[at + 2] as number)
  return luminance
}

/** Which pixels of the crop lie inside a closed line: 1 or 0 each (even-odd rule, row by row). */
function insideOf(line: readonly Point[]): Uint8Array {
  const inside = new Uint8Array(sidePx * sidePx)
  for (let row = 0; row < sidePx; row++) {
    const y = row + 0.5
    const crossings: number[] = []
    line.forEach((p, i) => {
      const q = line[(i + 1) % line.length] as Point
      if (p.y > y !== q.y > y) crossings.push(p.x + ((y - p.y) / (q.y - p.y)) * (q.x - p.x))
    })
    crossings.sort((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] as number) - 0.5))
      const to = Math.min(sidePx, Math.ceil((crossings[i + 1] as number) - 0.5))
      inside.fill(1, row * sidePx + from, Math.max(row * sidePx + from, row * sidePx + to))
    }
  }
  return inside
}

/**
 * Root mean square of the Laplacian, relative to the contrast, so that a dim sharp photo is not taken
 * for a blurred one (variance of the Laplacian: Pech-Pacheco et al. 2000, doi:10.1109/ICPR.2000.903548).
 */
function sharpness(luminance: Float32Array, inside: Uint8Array, deviation: number): number {
  let [energy, count] = [0, 0]
  for (let y = 1; y < sidePx - 1; y++)
    for (let x = 1; x < sidePx - 1; x++) {
      const i = y * sidePx + x
      const [up, down] = [i - sidePx, i + sidePx]
      if (!inside[i] || !inside[i - 1] || !inside[i + 1] || !inside[up] || !inside[down]) continue
      const laplacian =
        (luminance[i - 1] as number) +
        (luminance[i + 1] as number) +
        (luminance[up] as number) +
        (luminance[down] as number) -
        4 * (luminance[i] as number)
      energy += laplacian * laplacian
      count++
    }
  return Math.sqrt(energy / Math.max(1, count)) / Math.max(1, deviation)
}
