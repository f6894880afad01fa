import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { describe, mirrored, plain } from '../../src/face/embed.ts'
import { findFaces } from '../../src/face/find-faces.ts'
import { decode } from '../../src/face/image.ts'
import { descriptorLength, keptAxes } from '../../src/face/models/faceres-basis.ts'
import { loadModel } from '../../src/face/models/load.ts'
import { blazeface, facemesh, faceres } from '../../src/face/models/manifest.ts'
import { hellinger } from '../../src/face/recipe.ts'
import { createPyramid } from '../../src/face/warp.ts'
import { photosOf, readPairs } from './pairs.ts'

const usage = `npm run bench:basis -- --root DIR --pairs FILE.csv [--folds 1,2]

Makes src/face/models/faceres-basis.bin again: mean and principal axes of descriptors of the photos of some
folds. Only statistics of all of them are written. The other folds stay unseen, to be judged on.`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    folds: { type: 'string', default: '1,2' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const folds = values.folds.split(',')
const { pairs } = readPairs(values.pairs)
const paths = photosOf(pairs.filter(({ fold }) => fold !== undefined && folds.includes(fold)))
const [detector, mesher, network] = await Promise.all([
  loadModel(blazeface, { threads: 2 }),
  loadModel(facemesh, { threads: 2 }),
  loadModel(faceres, { threads: 2 }),
])
const crops = [0.3, 0.4, 0.5].flatMap((padding) => [plain(padding), mirrored(plain(padding))])

const rows: Float32Array[] = []
for (const path of paths) {
  const decoding = await decode(readFileSync(join(values.root, path)))
  if (!decoding.readable) continue
  const pyramid = createPyramid(decoding.image)
  const [face] = await findFaces({ detector, mesher, timed: (_, work) => work() }, pyramid)
  if (!face) continue
  rows.push(hellinger(await describe(network, faceres, pyramid, face.mesh, crops)))
  if (rows.length % 50 === 0) process.stderr.write(`\r${rows.length} of ${paths.length} photos `)
}
process.stderr.write('\n')

const data = new Matrix(rows.map((row) => Array.from(row)))
const mean = data.mean('column')
const centred = data.subRowVector(mean)
const covariance = centred
  .transpose()
  .mmul(centred)
  .div(rows.length - 1)
const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
  assumeSymmetric: true,
})
const order = realEigenvalues
  .map((_, i) => i)
  .sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0))

const numbers = new Float32Array(descriptorLength * (1 + keptAxes))
numbers.set(mean)
order.slice(0, keptAxes).forEach((column, axis) => {
  const variance = realEigenvalues[column] ?? 1
  const values = eigenvectorMatrix.getColumn(column)
  // An eigenvector's sign is arbitrary: the largest value is made positive, so that the file is reproducible.
  const peak = values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
  const scale = Math.sign(peak) / Math.sqrt(Math.sqrt(variance))
  numbers.set(
    values.map((value) => value * scale),
    descriptorLength * (1 + axis),
  )
})
writeFileSync(
  new URL('../../src/face/models/faceres-basis.bin', import.meta.url),
  Buffer.from(numbers.buffer),
)
const kept = order.slice(0, keptAxes).reduce((sum, i) => sum + (realEigenvalues[i] ?? 0), 0)
const all = realEigenvalues.reduce((sum, value) => sum + value, 0)
console.log(
  `${rows.length} descriptors; ${keptAxes} axes hold ${((100 * kept) / all).toFixed(1)} % of the variance`,
)
