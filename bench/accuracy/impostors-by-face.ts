import { writeFileSync } from 'node:fs'
import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix'
import { spreadAxes, terms } from '../../src/face/impostors-by-face.ts'
import type { ImpostorStatistics } from '../../src/face/impostors.ts'
import { dot } from '../../src/face/vector.ts'
import type { Embedded } from './embed-photos.ts'

/**
 * Writes how the similarity of a face to its nearest strangers follows from the mean and the spread of all embeddings;
 * gives how well it does, in words.
 */
export function writeByFace(
  photos: readonly Embedded[],
  nearest: readonly ImpostorStatistics[],
): string {
  const templates = new Matrix(photos.map(({ template }) => Array.from(template)))
  const mean = Float32Array.from(templates.mean('column'))
  const centred = templates.subRowVector(Array.from(mean))
  const covariance = centred
    .transpose()
    .mmul(centred)
    .div(photos.length - 1)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  })
  const largestFirst = realEigenvalues
    .map((variance, column) => ({ variance, column }))
    .sort((p, q) => q.variance - p.variance)
  const axes = largestFirst.slice(0, spreadAxes).map(({ variance, column }) => {
    const axis = eigenvectorMatrix.getColumn(column)
    // An eigenvector's sign is arbitrary: the largest value is made positive, so that the file is reproducible.
    const peak = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
    return Float32Array.from(axis, (value) => value * Math.sign(peak) * Math.sqrt(variance))
  })
  const spreadOf = (vector: Float32Array) => Math.hypot(...axes.map((axis) => dot(axis, vector)))

  const rows = photos.map(({ probe }) => terms(dot(probe, mean), spreadOf(probe)))
  const design = new Matrix(rows)
  const solved = (truth: readonly number[]) =>
    solve(design, Matrix.columnVector([...truth]), true).to1DArray()
  const means = nearest.map((one) => one.mean)
  const deviations = nearest.map((one) => one.deviation)
  const [forMean, forDeviation] = [solved(means), solved(deviations)]
  const numbers = Float32Array.from([
    ...mean,
    ...axes.flatMap((axis) => [...axis]),
    ...forMean,
    ...forDeviation,
  ])
  writeFileSync(
    new URL('../../src/face/models/impostor-model.bin', import.meta.url),
    Buffer.from(numbers.buffer),
  )
  return (
    "correlation with the cohort's own statistics: " +
    `mean ${correlation(rows, forMean, means)}, deviation ${correlation(rows, forDeviation, deviations)}`
  )
}

/** How well the regression tells what the cohort would have said, as a correlation. */
function correlation(
  rows: readonly (readonly number[])[],
  coefficients: readonly number[],
  truth: readonly number[],
): string {
  const said = rows.map((row) => row.reduce((sum, t, i) => sum + t * (coefficients[i] ?? 0), 0))
  const [ms, mt] = [average(said), average(truth)]
  const covary = average(said.map((s, i) => (s - ms) * ((truth[i] ?? 0) - mt)))
  const spread = (xs: readonly number[], m: number) =>
    Math.sqrt(average(xs.map((x) => (x - m) ** 2)))
  return (covary / (spread(said, ms) * spread(truth, mt))).toFixed(3)
}

function average(xs: readonly number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length
}
