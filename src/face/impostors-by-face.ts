import type { ImpostorModel } from './impostors.ts'
import { readFloats } from './models/read-floats.ts'
import type { RecogniserCard } from './recognisers/card.ts'
import { createVectorTable } from './vector-table.ts'
import { dot } from './vector.ts'

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
 * Some faces are like many others and some like few, so one similarity means different things for them (adaptive
 * S-norm: Cumani et al. 2011; Matejka et al. 2017, doi:10.21437/Interspeech.2017-803). There a cohort of strangers is
 * compared with; here no stranger's embedding is kept: mean and variance of an embedding's similarity to a population
 * follow from the population's mean vector and covariance, and those of its nearest part from these two by regression.
 *
 * Reads the committed statistics: the mean vector, the principal axes times the root of their variance, and
 * the two regressions, as little-endian 32-bit floats. They are of 1,583 photos together (folds 1 and 2 of
 * the LFW pairs, grayscale); `npm run bench:impostors` makes them again.
 */
export function impostorsByFace({
  recipe,
  embeddingLength: n,
  sameShot,
}: RecogniserCard): ImpostorModel {
  const axesEnd = n * (1 + spreadAxes)
  const file = new URL('./models/impostor-model.bin', import.meta.url)
  const numbers = readFloats(file, axesEnd + 2 * termCount)
  const population = createVectorTable(n)
  for (let row = 0; row <= spreadAxes; row++)
    population.push(numbers.subarray(row * n, (row + 1) * n))
  const forMean = numbers.subarray(axesEnd, axesEnd + termCount)
  const forDeviation = numbers.subarray(axesEnd + termCount)
  return {
    model: recipe,
    sameShot,
    isSameForAll: false,
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
