import type { Embedding } from './types.ts'

/** How far rounding to 32 bits may take a unit vector's squared length from 1, with room. */
const lengthTolerance = 1e-3

/** Whether every number of a vector is one that can be compared. */
export const isFiniteVector = (vector: Float32Array): boolean =>
  Number.isFinite(dot(vector, vector))

/** Whether a vector is what an embedding must be: finite numbers, and of length 1. */
export const isUnit = (vector: Float32Array): boolean =>
  Math.abs(dot(vector, vector) - 1) <= lengthTolerance

/** Scalar product; of two unit vectors: their cosine similarity, -1 to 1. */
export function dot(p: Float32Array, q: Float32Array): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += (p[i] as number) * (q[i] as number)
  return sum
}

/** The vector scaled to length 1. Throws for zeros and for what is no number, which no model gives for a face. */
export function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector))
  if (!(norm > 0 && norm < Infinity)) throw new Error('a descriptor without length')
  return vector.map((value) => value / norm)
}

/**
 * How alike two faces are to one model: the cosine of their embeddings, -1 to 1, higher is more alike.
 * Throws when the embeddings are of different models, which cannot be compared.
 */
export function similarity(p: Embedding, q: Embedding): number {
  if (p.model !== q.model) throw new Error('embeddings of different models cannot be compared')
  return dot(p.vector, q.vector)
}
