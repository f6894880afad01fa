import { globSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { goodQuality } from '../src/identity/coverage.ts'
import { createImpostorModel, normalise } from '../src/face/index.ts'
import { dot } from '../src/face/vector.ts'
import { photosOf, readPairs } from './accuracy/pairs.ts'
import { discard, type Comparison, type Discard } from './quality/discard.ts'
import { lookAtPhotos, type SeenFace } from './quality/look-at-photos.ts'
import { refusals, type Refusals } from './quality/refusals.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:quality -- --root DIR --pairs FILE.csv [--good GLOB]... [--json FILE] [--cache FILE] [--recogniser NAME] [--models DIR]

What the quality figure and the quality gate are worth. On labelled pairs (see bench:accuracy): how many genuine
comparisons are missed at a fixed threshold when the worst photos by the figure are dropped. Of photos that are
good to the eye: how many the gate refuses, and why.

  --good GLOB   photos in DIR that are good, such as 'portraits/*.jpg'; may be given several times
  --json FILE   writes the figures to a file as well
  --cache FILE  keeps embeddings between runs; they identify people, so delete the file afterwards${recogniserUsage}`

/** Folds that the figure was not tuned on, and those that it was. */
const judgedFolds = ['3', '4']
const tunedFolds = ['1', '2']
const falseMatchRates = [1e-3, 1e-4]

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    good: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    cache: { type: 'string' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const { root } = values
const list = readPairs(values.pairs)
const labelled = photosOf(list.pairs).filter((path) => list.people.has(path))
const sets = values.good.map((glob) => ({
  glob,
  paths: globSync(glob, { cwd: root }).sort(),
}))
for (const { glob, paths } of sets)
  if (paths.length === 0) {
    console.error(`no photo in ${root} is ${glob}`)
    process.exit(2)
  }
const everything = [...new Set([...labelled, ...sets.flatMap(({ paths }) => paths)])]
const chosen = measuring(values)
const { recipe } = chosen.card
const seen = await lookAtPhotos(root, everything, chosen, values.cache)

const foldsOf = (folds: readonly string[]) => {
  const paths = photosOf(
    list.pairs.filter(({ fold }) => fold !== undefined && folds.includes(fold)),
  )
  return new Set(paths)
}
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const hasFolds = list.pairs.some(({ fold }) => fold !== undefined)
const judged = hasFolds
  ? errorsVersusDiscard('folds 3 and 4, for whom nothing was tuned', foldsOf(judgedFolds))
  : errorsVersusDiscard('all photos', new Set(labelled))
const tuned = errorsVersusDiscard('folds 1 and 2, on which it was tuned', foldsOf(tunedFolds))
const gate = sets.map(({ glob, paths }) => ({
  glob,
  refusals: (['template', 'probe'] as const).map((purpose) =>
    refusals(
      paths.flatMap((path) => seen.get(path) ?? []),
      purpose,
    ),
  ),
}))
if (gate.length > 0) printRefusals()
if (values.json)
  writeFileSync(values.json, JSON.stringify({ model: recipe, judged, tuned, gate }, null, 2))

type Photo = { readonly person: string; readonly template: SeenFace; readonly probe: SeenFace }

function errorsVersusDiscard(title: string, paths: ReadonlySet<string>): Discard[] {
  const photos = [...paths].flatMap((path): Photo[] => {
    const [person, photo] = [list.people.get(path), seen.get(path)]
    const { template, probe } = { template: photo?.template.face, probe: photo?.probe.face }
    return person !== undefined && template && probe ? [{ person, template, probe }] : []
  })
  const { genuine, impostors } = compareAll(photos)
  if (genuine.length === 0 || impostors.length === 0) return []
  const qualities = photos.map(({ template, probe }) => (template.quality + probe.quality) / 2)
  const results = falseMatchRates.map((fmr) => discard(qualities, genuine, impostors, fmr))
  console.log(
    `\n${title}: ${photos.length} photos, ${genuine.length} genuine comparisons; ` +
      `${percent(qualities.filter((quality) => quality < goodQuality).length / photos.length)} ` +
      `of the photos below ${goodQuality}`,
  )
  for (const { fmr, rows } of results) {
    const all = rows[0]?.ofPhotos ?? NaN
    const fall = (fnmr: number) => `${percent(fnmr)} (${percent(fnmr / all - 1)})`
    console.log(
      table(
        [`FNMR at FMR ${fmr.toExponential(0)}`, 'worst photos dropped', 'comparisons dropped'],
        rows.map(({ dropped, ofPhotos, ofComparisons }) => [
          percent(dropped),
          fall(ofPhotos),
          fall(ofComparisons),
        ]),
      ),
    )
  }
  const poor = (comparison: Comparison) =>
    Math.min(qualities[comparison.a] as number, qualities[comparison.b] as number) < goodQuality
  for (const { fmr, threshold } of results) {
    const rate = (comparisons: readonly Comparison[]) =>
      percent(comparisons.filter(({ score }) => score < threshold).length / comparisons.length)
    const [below, above] = [genuine.filter(poor), genuine.filter((each) => !poor(each))]
    console.log(
      `FMR ${fmr.toExponential(0)}: missed with a photo below ${goodQuality} ${rate(below)}, without ${rate(above)}`,
    )
  }
  return results
}

/** Every photo with every other one, either of them as the template: the mean of both scores. */
function compareAll(photos: readonly Photo[]) {
  const impostorModel = createImpostorModel(chosen.card)
  const sides = photos.map(({ person, template, probe }) => {
    const of = ({ vector }: SeenFace) => {
      const embedding = { model: recipe, vector: Float32Array.from(vector) }
      return { vector: embedding.vector, strangers: impostorModel.expect(embedding) }
    }
    return { person, template: of(template), probe: of(probe) }
  })
  const genuine: Comparison[] = []
  const impostors = new Float32Array((photos.length * (photos.length - 1)) / 2)
  let count = 0
  for (const [a, one] of sides.entries())
    for (const [b, other] of sides.entries()) {
      if (b <= a) continue
      const score = (scoreOf(one.template, other.probe) + scoreOf(other.template, one.probe)) / 2
      if (one.person === other.person) genuine.push({ a, b, score })
      else impostors[count++] = score
    }
  return { genuine, impostors: impostors.subarray(0, count) }
}

type Side = {
  readonly vector: Float32Array
  readonly strangers: ReturnType<ReturnType<typeof createImpostorModel>['expect']>
}
function scoreOf(p: Side, q: Side): number {
  return normalise(dot(p.vector, q.vector), p.strangers, q.strangers)
}

function printRefusals(): void {
  const purposes = { template: 'enrol', probe: 'clock in' } as const
  const share = (count: number, { photos }: Refusals) => `${count} (${percent(count / photos)})`
  console.log('\ngood photos that are refused')
  console.log(
    table(
      ['photos', 'to', 'refused', 'for the face itself', 'reasons'],
      gate.flatMap(({ glob, refusals: all }) =>
        all.map((each) => [
          `${glob}: ${each.photos}`,
          purposes[each.purpose],
          share(each.refused, each),
          share(each.refusedForTheFace, each),
          Object.entries(each.reasons)
            .map(([reason, count]) => `${reason} ${count}`)
            .join(', '),
        ]),
      ),
    ),
  )
}
