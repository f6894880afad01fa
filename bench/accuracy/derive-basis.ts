import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { describe, mirrored, plain } from '../../src/face/embed.ts'
import { findFaces } from '../../src/face/find-faces.ts'
import { fivePoints, meanFace } from '../../src/face/align.ts'
import { decode } from '../../src/face/image.ts'
import { descriptorLength, keptAxes } from '../../src/face/models/faceres-basis.ts'
import { loadModel } from '../../src/face/models/load.ts'
import { blazeface, facemesh, faceres, retail0095 } from '../../src/face/models/manifest.ts'
import { hellinger } from '../../src/face/recognisers/builtin.ts'
import { centreFile } from '../../src/face/recognisers/retail-0095.ts'
import { unit } from '../../src/face/vector.ts'
import { createPyramid } from '../../src/face/warp.ts'
import { measuring, recogniserOptions, recogniserUsage } from '../recogniser.ts'
import { photosOf, readPairs } from './pairs.ts'

const usage = `npm run bench:basis -- --root DIR --pairs FILE.csv [--folds 1,2] [--recogniser NAME] [--models DIR]

Makes a recogniser's file in src/face/models again: for builtin mean and principal axes of descriptors of the photos of
some folds, for retail-0095 their mean. Only statistics of all of them are written. The other folds stay unseen, to be
judged on.
${recogniserUsage}`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    folds: { type: 'string', default: '1,2' },
    ...recogniserOptions,
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
const { card, packsDirectory } = measuring(values)
const crops = [0.3, 0.4, 0.5].flatMap((padding) => [plain(padding), mirrored(plain(padding))])
const made =
  card.name === 'builtin'
    ? { of: { card: faceres, alignment: meanFace }, crops, refine: hellinger }
    : { of: { card: retail0095, alignment: fivePoints }, crops: [plain(0)], refine: unit }
const [detector, mesher, network] = await Promise.all([
  loadModel(blazeface, { threads: 2 }),
  loadModel(facemesh, { threads: 2 }),
  loadModel(made.of.card, { threads: 2, packsDirectory }),
])

const rows: Float32Array[] = []
for (const path of paths) {
  const decoding = await decode(readFileSync(join(values.root, path)))
  if (!decoding.readable) continue
  const pyramid = createPyramid(decoding.image)
  const [face] = await findFaces({ detector, mesher, timed: (_, work) => work() }, pyramid)
  if (!face) continue
  const [descriptor] = await describe(network, made.of, pyramid, face.mesh, [made.crops])
  if (descriptor) rows.push(made.refine(descriptor))
  pyramid.close()
  if (rows.length % 50 === 0) process.stderr.write(`\r${rows.length} of ${paths.length} photos `)
}
process.stderr.write('\n')

const data = new Matrix(rows.map((row) => Array.from(row)))
const mean = data.mean('column')
if (card.name === 'builtin') writeAxes()
else writeFileSync(centreFile, Buffer.from(Float32Array.from(mean).buffer))
console.log(`${rows.length} descriptors`)

function writeAxes(): void {
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
    const peak = values.reduce(
      (best, value) => (Math.abs(value) > Math.abs(best) ? value : best),
      0,
    )
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
  console.log(`${keptAxes} axes hold ${((100 * kept) / all).toFixed(1)} % of the variance`)
}
