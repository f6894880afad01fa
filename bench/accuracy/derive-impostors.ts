import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { impostorsFile } from '../../src/face/impostor-model.ts'
import { nearestShare, type ImpostorStatistics } from '../../src/face/impostors.ts'
import { dot } from '../../src/face/vector.ts'
import { measuring, recogniserOptions, recogniserUsage } from '../recogniser.ts'
import { embedPhotos } from './embed-photos.ts'
import { writeByFace } from './impostors-by-face.ts'
import { photosOf, readPairs } from './pairs.ts'

const usage = `npm run bench:impostors -- --root DIR --pairs FILE.csv [--folds 1,2] [--cache FILE] [--recogniser NAME] [--models DIR]

Makes the statistics of a recogniser's strangers again, in src/face/models: how similar the nearest sixteenth of the
photos of some folds is to a face, for all together or, for builtin, as it follows from the mean and covariance of all
embeddings. Only statistics of all are written.
${recogniserUsage}`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    folds: { type: 'string', default: '1,2' },
    cache: { type: 'string' },
    ...recogniserOptions,
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
const chosen = measuring(values)
const { card } = chosen
const { photos } = await embedPhotos(values.root, paths, chosen, values.cache)
const known = [...photos].map(([path, vectors]) => ({ person: people.get(path), ...vectors }))

/** What the nearest strangers reach with each photo. */
const nearest = known.map(({ probe, person }): ImpostorStatistics => {
  const strangers = known.filter((other) => other.person !== person)
  const scores = Float64Array.from(strangers, ({ template }) => dot(probe, template))
    .sort()
    .reverse()
    .subarray(0, Math.round(strangers.length * nearestShare))
  const mean = average([...scores])
  return { mean, deviation: Math.sqrt(average([...scores].map((s) => (s - mean) ** 2))) }
})
if (card.impostors === 'by-face') {
  console.log(`${known.length} photos; ${writeByFace(known, nearest)}`)
} else {
  const [mean, deviation] = [
    average(nearest.map((one) => one.mean)),
    average(nearest.map((one) => one.deviation)),
  ].map((value) => Number(value.toFixed(4))) as [number, number]
  const statistics: ImpostorStatistics = { mean, deviation }
  writeFileSync(impostorsFile(card.name), `${JSON.stringify(statistics, null, 2)}\n`)
  console.log(`${known.length} photos; mean ${mean}, deviation ${deviation}`)
}

function average(xs: readonly number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length
}
