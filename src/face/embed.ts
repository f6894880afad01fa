import { alignToMeanFace } from './align.ts'
import { chain, type Similarity } from './geometry.ts'
import type { Mesh } from './landmarks.ts'
import type { ModelCard } from './models/manifest.ts'
import type { Network } from './runtime.ts'
import type { Embedding } from './types.ts'
import { warp, type Pyramid } from './warp.ts'

/** A small change to an aligned crop, about its centre; shifts in parts of the crop's side. */
export type Variant = {
  readonly mirrored: boolean
  readonly turnDegrees: number
  readonly zoom: number
  readonly shiftX: number
  readonly shiftY: number
  /** Room around the mean face, in parts of its size. */
  readonly padding: number
}

export const plain = (padding: number): Variant => ({
  mirrored: false,
  turnDegrees: 0,
  zoom: 1,
  shiftX: 0,
  shiftY: 0,
  padding,
})

export const mirrored = (variant: Variant): Variant => ({ ...variant, mirrored: true })

/**
 * The mean descriptor of a face over several crops, as a unit vector: small changes of the crop move a
 * descriptor at random, and the mean of several moves less.
 */
export async function describe(
  network: Network,
  card: ModelCard,
  pyramid: Pyramid,
  mesh: Mesh,
  variants: readonly Variant[],
): Promise<Float32Array> {
  const side = card.inputPx
  const size = side * side * 3
  const crops = new Uint8Array(variants.length * size)
  variants.forEach((variant, i) => {
    const toCrop = chain(alignToMeanFace(mesh, side, variant.padding), change(variant, side))
    warp(pyramid, toCrop, side, crops.subarray(i * size, (i + 1) * size), variant.mirrored)
  })
  const [rows] = (await network.run(crops, variants.length)) as [Float32Array]
  return unit(meanOfRows(rows, variants.length))
}

function change({ turnDegrees, zoom, shiftX, shiftY }: Variant, side: number): Similarity {
  const angle = (turnDegrees / 180) * Math.PI
  const a = zoom * Math.cos(angle)
  const b = zoom * Math.sin(angle)
  const c = side / 2
  return { a, b, tx: c - (a * c - b * c) + shiftX * side, ty: c - (b * c + a * c) + shiftY * side }
}

function meanOfRows(rows: Float32Array, count: number): Float32Array {
  const length = rows.length / count
  const mean = new Float32Array(length)
  for (let i = 0; i < rows.length; i++) {
    const at = i % length
    mean[at] = (mean[at] as number) + (rows[i] as number) / count
  }
  return mean
}

/** The vector scaled to length 1. Throws for a vector of zeros, which no model gives for a face. */
export function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector))
  if (!(norm > 0)) throw new Error('a descriptor without length')
  return vector.map((value) => value / norm)
}

/** Scalar product; of two unit vectors: their cosine similarity, -1 to 1. */
export function dot(p: Float32Array, q: Float32Array): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += (p[i] as number) * (q[i] as number)
  return sum
}

/**
 * How alike two faces are to one model: the cosine of their embeddings, -1 to 1, higher is more alike.
 * Throws when the embeddings are of different models, which cannot be compared.
 */
export function similarity(p: Embedding, q: Embedding): number {
  if (p.model !== q.model) throw new Error('embeddings of different models cannot be compared')
  return dot(p.vector, q.vector)
}
