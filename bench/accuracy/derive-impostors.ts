import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix'
import { embeddingLength, nearestShare, spreadAxes, terms } from '../../src/face/impostors.ts'
import { dot } from '../../src/face/vector.ts'
import { embedPhotos } from './embed-photos.ts'
import { photosOf, readPairs } from './pairs.ts'

const usage = `npm run bench:impostors -- --root DIR --pairs FILE.csv [--folds 1,2] [--cache FILE]

Makes src/face/models/impostor-model.bin again: mean and covariance of the embeddings of some folds, and how
the similarity of a face to its nearest strangers follows from them. Only statistics of all are written.`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    folds: { type: 'string', default: '1,2' },
    cache: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const folds = values.folds.split(',')
const { pairs, people } = readPairs(values.pairs)
const paths = photosOf(pairs.filter(({ fold }) => fold !== undefined && folds.includes(fold)))
const { photos } = await embedPhotos(values.root, paths, values.cache)
const known = [...photos].map(([path, vectors]) => ({ person: people.get(path), ...vectors }))

const templates = new Matrix(known.map(({ template }) => Array.from(template)))
const mean = Float32Array.from(templates.mean('column'))
const centred = templates.subRowVector(Array.from(mean))
const covariance = centred
  .transpose()
  .mmul(centred)
  .div(known.length - 1)
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

const rows: number[][] = []
const nearestMeans: number[] = []
const nearestDeviations: number[] = []
for (const { probe, person } of known) {
  const strangers = known.filter((other) => other.person !== person)
  const scores = Float64Array.from(strangers, ({ template }) => dot(probe, template))
    .sort()
    .reverse()
    .subarray(0, Math.round(strangers.length * nearestShare))
  const m = scores.reduce((sum, s) => sum + s, 0) / scores.length
  nearestMeans.push(m)
  nearestDeviations.push(
    Math.sqrt(scores.reduce((sum, s) => sum + (s - m) ** 2, 0) / scores.length),
  )
  rows.push(terms(dot(probe, mean), spreadOf(probe)))
}
const design = new Matrix(rows)
const forMean = solve(design, Matrix.columnVector(nearestMeans), true).to1DArray()
const forDeviation = solve(design, Matrix.columnVector(nearestDeviations), true).to1DArray()

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

/** How well the regression tells what the cohort would have said, as a correlation. */
function correlation(coefficients: number[], truth: number[]): string {
  const said = rows.map((row) => row.reduce((sum, t, i) => sum + t * (coefficients[i] ?? 0), 0))
  const [ms, mt] = [average(said), average(truth)]
  const covary = average(said.map((s, i) => (s - ms) * ((truth[i] ?? 0) - mt)))
  const spread = (xs: number[], m: number) => Math.sqrt(average(xs.map((x) => (x - m) ** 2)))
  return (covary / (spread(said, ms) * spread(truth, mt))).toFixed(3)
}
function average(xs: number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length
}
console.log(
  `${known.length} photos; embeddings of ${embeddingLength} numbers; correlation with the cohort's own statistics: ` +
    `mean ${correlation(forMean, nearestMeans)}, deviation ${correlation(forDeviation, nearestDeviations)}`,
)
