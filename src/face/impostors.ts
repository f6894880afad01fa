import { readFileSync } from 'node:fs'
import { recipeName } from './recipe.ts'
import type { Embedding } from './types.ts'
import { createVectorTable } from './vector-table.ts'
import { dot } from './vector.ts'

/** How similar strangers are to a face: mean and standard deviation over the nearest of many. */
export type ImpostorStatistics = { readonly mean: number; readonly deviation: number }

/** How similar a face is on average to those that it is compared with here, and how many those are. */
export type Here = { readonly mean: number; readonly count: number }

/**
 * Tells, for any embedding of its model, how similar the nearest sixteenth of a large population would be.
 * Some faces are like many others and some like few, so one similarity means different things for them; a
 * score is normalised by this (adaptive S-norm: Cumani et al. 2011; Matejka et al. 2017,
 * doi:10.21437/Interspeech.2017-803). There a cohort of strangers is compared with; here no stranger's
 * embedding is kept: mean and variance of an embedding's similarity to a population follow from the
 * population's mean vector and covariance, and those of its nearest part from these two by regression.
 */
export interface ImpostorModel {
  readonly model: string
  /**
   * With `here`, the mean similarity to the population gives way to the one seen here, the more faces that
   * is of: those of one place and one camera are more alike (docs/decisions/0061).
   */
  expect(embedding: Embedding, here?: Here): ImpostorStatistics
}

/** The nearest part of the population that statistics are taken over: 1 in 16. */
export const nearestShare = 1 / 16
/** Length of this version's embeddings. */
export const embeddingLength = 320
/** Axes of the population's spread that are kept; the others hold less than a hundredth of it. */
export const spreadAxes = 128
/** Terms of the regression: 1, m, s, m s, m squared, s squared. */
export const termCount = 6
/** The mean over this many faces here counts as much as that of the population. */
const evenAt = 3
/** A deviation below this is one that the regression got wrong, far from all that it was made on. */
const minDeviation = 0.005

export const terms = (mean: number, deviation: number): number[] => [
  1,
  mean,
  deviation,
  mean * deviation,
  mean * mean,
  deviation * deviation,
]

/**
 * Reads the committed statistics: the mean vector, the principal axes times the root of their variance, and
 * the two regressions, as little-endian 32-bit floats. They are of 1,583 photos together (folds 1 and 2 of
 * the LFW pairs, grayscale); `npm run bench:impostors` makes them again.
 */
export function createImpostorModel(): ImpostorModel {
  const bytes = readFileSync(new URL('./models/impostor-model.bin', import.meta.url))
  const numbers = new Float32Array(new Uint8Array(bytes).buffer)
  const n = embeddingLength
  const axesEnd = n * (1 + spreadAxes)
  if (numbers.length !== axesEnd + 2 * termCount)
    throw new Error('impostor-model.bin has not the size that this version was made for')
  const population = createVectorTable(n)
  for (let row = 0; row <= spreadAxes; row++)
    population.push(numbers.subarray(row * n, (row + 1) * n))
  const forMean = numbers.subarray(axesEnd, axesEnd + termCount)
  const forDeviation = numbers.subarray(axesEnd + termCount)
  return {
    model: recipeName,
    expect({ vector }, here) {
      const products = population.products(vector)
      const onAxes = products.subarray(1)
      const there = products[0] as number
      const mean = here ? there + (here.count / (here.count + evenAt)) * (here.mean - there) : there
      const at = Float32Array.from(terms(mean, Math.sqrt(dot(onAxes, onAxes))))
      return { mean: dot(at, forMean), deviation: Math.max(minDeviation, dot(at, forDeviation)) }
    },
  }
}

/**
 * A similarity in standard deviations above what the nearest strangers reach, as seen from both faces: the
 * score that is decided on. The same score means the same for every pair of faces.
 */
export const normalise = (
  similarity: number,
  a: ImpostorStatistics,
  b: ImpostorStatistics,
): number => ((similarity - a.mean) / a.deviation + (similarity - b.mean) / b.deviation) / 2
