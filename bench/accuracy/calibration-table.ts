import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { nearestMean } from '../../src/identity/alikeness.ts'
import {
  calibrationFile,
  type Calibration,
  type CalibrationPoint,
} from '../../src/identity/calibration.ts'
import { createImpostorModel, normalise } from '../../src/face/index.ts'
import { dot } from '../../src/face/vector.ts'
import { measuring, recogniserOptions, recogniserUsage } from '../recogniser.ts'
import { table } from '../statistics.ts'
import { embedPhotos } from './embed-photos.ts'
import { withoutLabelErrors } from './label-errors.ts'
import { photosOf, readPairs } from './pairs.ts'
import { fitTail } from './tail.ts'

const usage = `npm run bench:calibration -- --root DIR --pairs FILE.csv [--folds 3,4] [--only] [--cache FILE] [--recogniser NAME] [--models DIR]

Makes a table in src/identity/calibrations again: from which score on strangers are taken for one another how
often. Templates are of the folds named, which nothing else was derived from; probes are of all other people,
without the label errors that are known.

  --only             probes are of the folds named as well, so that the others stay unseen${recogniserUsage}`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    folds: { type: 'string', default: '3,4' },
    only: { type: 'boolean', default: false },
    cache: { type: 'string' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

/** A rate is counted where at least 30 comparisons exceed it (the rule of 30: Doddington et al. 2000). */
const ruleOf30 = 30
/** Rates in the table, two a decade; below what is counted, the tail of what was counted is drawn on. */
const rates = Array.from({ length: 11 }, (_, i) => 10 ** (-2 - i / 2))
/** The tail is fitted to what exceeds this rate's score (docs/decisions/0140). */
const tailShare = 1e-3

const folds = values.folds.split(',')
const list = readPairs(values.pairs)
const { pairs } = list
const { people } = withoutLabelErrors(list)
const enrolled = new Set(
  photosOf(pairs.filter(({ fold }) => fold !== undefined && folds.includes(fold))),
)
const chosen = measuring(values)
const { card } = chosen
const { model, photos } = await embedPhotos(values.root, photosOf(pairs), chosen, values.cache)
const impostors = createImpostorModel(card)
const known = [...photos]
  .filter(([path]) => people.has(path) && (!values.only || enrolled.has(path)))
  .map(([path, { template, probe }]) => ({
    path,
    person: people.get(path),
    template,
    probe,
    ofTemplate: impostors.expect({ model, vector: template }),
    ofProbe: impostors.expect({ model, vector: probe }),
  }))

const scores: number[] = []
/** Where a photo gives one embedding for every purpose, two photos are compared once. */
const isSymmetric = known.every(({ template, probe }) => dot(template, probe) > 1 - 1e-6)
const isTwice = (a: string, b: string) => isSymmetric && enrolled.has(b) && b < a
for (const a of known.filter(({ path }) => enrolled.has(path)))
  for (const b of known)
    if (a.person !== b.person && !isTwice(a.path, b.path))
      scores.push(normalise(dot(a.template, b.probe), a.ofTemplate, b.ofProbe))
/** Templates with one another, as a gallery sees them. */
const mutual: number[] = []
const templates = known.filter(({ path }) => enrolled.has(path))
templates.forEach((a, i) => {
  for (const b of templates.slice(i + 1))
    if (a.person !== b.person)
      mutual.push(normalise(dot(a.template, b.template), a.ofTemplate, b.ofTemplate))
})
const sorted = Float64Array.from(scores).sort().reverse()

const counted = rates
  .filter((fmr) => fmr * sorted.length >= ruleOf30)
  .map((fmr) => ({ fmr, score: sorted[Math.floor(fmr * sorted.length)] ?? NaN, measured: true }))
const tail = fitTail(sorted, tailShare)
const drawnOn = rates
  .slice(counted.length)
  .map((fmr) => ({ fmr, score: tail.scoreAt(fmr), measured: false }))
const points: CalibrationPoint[] = [...counted, ...drawnOn].map((point) => ({
  fmr: Number(point.fmr.toPrecision(3)),
  score: Number(point.score.toFixed(4)),
  measured: point.measured,
}))

const calibration: Calibration = {
  model,
  table: points,
  nearestMean: Number((nearestMean(Float32Array.from(mutual)) ?? NaN).toFixed(4)),
  data: {
    description: `grayscale LFW-a, official pairs, templates of folds ${folds.join(' and ')}, probes of ${values.only ? 'the same folds' : 'all other people'}`,
    photos: known.length,
    people: new Set(known.map(({ person }) => person)).size,
    impostorComparisons: sorted.length,
  },
}
writeFileSync(calibrationFile(card.name), JSON.stringify(calibration, null, 2) + '\n')
console.log(`${sorted.length} impostor comparisons of ${calibration.data.people} people`)
console.log(
  table(
    ['FMR', 'score', 'counted'],
    points.map(({ fmr, score, measured }) => [
      fmr.toExponential(1),
      score.toFixed(3),
      measured ? 'yes' : 'drawn on',
    ]),
  ),
)
console.log(
  `the tail: shape ${tail.shape.toFixed(3)}, scale ${tail.scale.toFixed(3)}; strongest comparison ${(sorted[0] ?? NaN).toFixed(2)}`,
)
