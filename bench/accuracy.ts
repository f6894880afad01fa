import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crossScores, tarAtFmr, tarInterval, type CrossScores } from './accuracy/cross.ts'
import { embedPhotos, type Embedded } from './accuracy/embed-photos.ts'
import { accuracy, wilson, type Scored } from './accuracy/folds.ts'
import { photosOf, readPairs, type PairList } from './accuracy/pairs.ts'
import { dot } from '../src/face/vector.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:accuracy -- --root DIR --pairs FILE.csv [--json FILE] [--cache FILE]

How right the engine is on labelled pairs of photos. The CSV has path_a,path_b,same (or file_a,file_b,same),
and optionally fold; photos are looked for in DIR.
Prints failure to acquire, accuracy (with folds: each at the threshold that is best on the others), and the
true accept rate (TAR) at false match rates (FMR) over all pairs of photos where it is known who is on them.`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'string' },
    cache: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const falseMatchRates = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6]
const list = readPairs(values.pairs)
const paths = photosOf(list.pairs)
const root = paths.every((path) => existsSync(join(values.root ?? '', path))) ? values.root : ''
if (root === '') throw new Error(`not all photos of ${values.pairs} are in ${values.root}`)

const { model, photos, failures } = await embedPhotos(root, paths, values.cache)
const similarityOf = (a: Embedded, b: Embedded): number => dot(a.template, b.probe)

const scored = scorePairs(list, photos)
const result = accuracy(scored)
const errors = Math.round((1 - result.accuracy) * scored.length)
const [low, high] = wilson(scored.length - errors, scored.length)
const percent = (share: number) => `${(100 * share).toFixed(2)} %`

console.log(`model: ${model}`)
console.log(
  `photos: ${paths.length}; failure to acquire: ${failures.size} (${percent(failures.size / paths.length)})`,
)
for (const [path, reason] of failures) console.log(`  ${path}: ${reason}`)
console.log(
  `accuracy: ${percent(result.accuracy)} of ${scored.length} pairs (95 % interval ${percent(low)} to ${percent(high)}), ` +
    `${errors} wrong, at ${result.thresholds.length === 1 ? 'one fixed threshold' : 'thresholds'} ` +
    result.thresholds.map((t) => t.toFixed(4)).join(' '),
)

const cross = crossOf(list, photos)
const rates = cross ? falseMatchRates.map((fmr) => rateAt(cross, fmr)) : []
if (cross) {
  console.log(
    `all pairs: ${cross.genuine.length} genuine, ${cross.impostorCount} impostor comparisons`,
  )
  console.log(
    table(
      ['FMR', 'TAR', '95 % interval (people)', 'threshold', 'impostor comparisons above'],
      rates.map((r) =>
        r.falseMatches < 1
          ? [r.fmr.toExponential(0), 'too few comparisons', '', '', '']
          : [
              r.fmr.toExponential(0),
              r.tar.toFixed(3),
              `${r.interval[0].toFixed(3)} to ${r.interval[1].toFixed(3)}`,
              r.threshold.toFixed(4),
              String(r.falseMatches),
            ],
      ),
    ),
  )
} else console.log('the names of the photos do not say who is on them: no false match rates')

if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify(
      {
        model,
        photos: paths.length,
        failures: Object.fromEntries(failures),
        pairs: scored.length,
        accuracy: result.accuracy,
        interval: [low, high],
        thresholds: result.thresholds,
        genuine: cross?.genuine.length,
        impostors: cross?.impostorCount,
        rates,
      },
      null,
      2,
    ),
  )

function scorePairs({ pairs }: PairList, embedded: ReadonlyMap<string, Embedded>): Scored[] {
  return pairs.flatMap(({ a, b, same, fold }) => {
    const [first, second] = [embedded.get(a), embedded.get(b)]
    if (!first || !second) return []
    // Either photo may be the enrolled one: the mean of both ways depends on no order.
    const score = (similarityOf(first, second) + similarityOf(second, first)) / 2
    return [{ score, same, ...(fold === undefined ? {} : { fold }) }]
  })
}

function crossOf(
  { people }: PairList,
  embedded: ReadonlyMap<string, Embedded>,
): CrossScores | undefined {
  const known = [...embedded].filter(([path]) => people.has(path))
  if (known.length < 2) return undefined
  const numbers = new Map<string, number>()
  const person = Int32Array.from(known, ([path]) => {
    const name = people.get(path) ?? ''
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name) ?? 0
  })
  const vectors = known.map(([, vector]) => vector)
  const at = (i: number): Embedded => vectors[i] as Embedded
  return crossScores(
    person,
    (i, j) => (similarityOf(at(i), at(j)) + similarityOf(at(j), at(i))) / 2,
  )
}

function rateAt(scores: CrossScores, fmr: number) {
  const { tar, threshold } = tarAtFmr(scores, fmr)
  const falseMatches = Math.floor(fmr * scores.impostorCount)
  const interval = falseMatches < 1 ? ([NaN, NaN] as const) : tarInterval(scores, fmr)
  return { fmr, tar, threshold, falseMatches, interval }
}
