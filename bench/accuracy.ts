import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { know } from './accuracy/known.ts'
import { measuresOf } from './accuracy/measures.ts'
import { photosOf, readPairs } from './accuracy/pairs.ts'
import { writeReport } from './accuracy/report.ts'
import { verify, type Verification } from './accuracy/verification.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:accuracy -- [report] --root DIR --pairs FILE.csv [--manifest FILE.csv] [--recogniser NAME] [--models DIR] [--json FILE] [--cache FILE]

How right the engine is on labelled pairs of photos. The CSV has path_a,path_b,same (or file_a,file_b,same),
and optionally fold; photos are looked for in DIR. Prints failure to acquire, accuracy (with folds: each at the
threshold that is best on the others), and the true accept rate (TAR) at false match rates (FMR) over all
pairs of photos where it is known who is on them; for each step from plain dlib to what is shipped.

  report           writes docs/accuracy.md: 1:1 and 1:N on folds 3 and 4, for people of whom nothing was used, by
                   all recognisers side by side
  --only           the report is of one recogniser: docs/accuracy-NAME.md
  --manifest FILE  further photos for 1:N, with path,identity (report only)
  --json FILE      writes the figures to a file as well
  --cache FILE     keeps embeddings between runs; they identify people, so delete the files afterwards${recogniserUsage}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    manifest: { type: 'string' },
    json: { type: 'string' },
    cache: { type: 'string' },
    only: { type: 'boolean', default: false },
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
const paths = photosOf(list.pairs)
const missing = paths.filter((path) => !existsSync(join(root, path)))
if (missing.length > 0) {
  console.error(
    `${missing.length} photos of ${values.pairs} are not in ${root}, ${missing[0]} for one`,
  )
  process.exit(2)
}

if (positionals[0] === 'report') {
  const seen = []
  for (const recogniser of values.only ? [values.recogniser] : ['builtin', 'retail-0095']) {
    const chosen = measuring({ ...values, recogniser })
    seen.push({ chosen, ...(await know(root, paths, chosen, values.cache)) })
  }
  await writeReport({
    root,
    list,
    seen,
    name: values.only ? `accuracy-${values.recogniser}` : 'accuracy',
    manifest: values.manifest,
    cache: values.cache,
    json: values.json,
  })
} else {
  const { card, known, failures } = await know(root, paths, measuring(values), values.cache)
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  console.log(`recogniser: ${card.name} (${card.recipe})`)
  console.log(
    `photos: ${paths.length}; failure to acquire: ${failures.size} (${percent(failures.size / paths.length)})`,
  )
  for (const [path, reason] of failures) console.log(`  ${path}: ${reason}`)
  const verifications = measuresOf(card).map((measure) => verify(list, known, measure))
  for (const v of verifications) print(v)
  if (values.json)
    writeFileSync(
      values.json,
      JSON.stringify(
        {
          recogniser: card.name,
          model: card.recipe,
          photos: paths.length,
          failures: Object.fromEntries(failures),
          verifications: verifications.map(withoutScores),
        },
        null,
        2,
      ),
    )

  function print(v: Verification): void {
    console.log(`\n${v.measure}`)
    console.log(
      `accuracy: ${percent(v.accuracy)} of ${v.pairs} pairs (95 % interval ${percent(v.interval[0])} to ` +
        `${percent(v.interval[1])}), ${v.errors} wrong, at ${v.thresholds.length === 1 ? 'one fixed threshold' : 'thresholds'} ` +
        v.thresholds.map((t) => t.toFixed(4)).join(' '),
    )
    if (!v.cross)
      return console.log('the names of the photos do not say who is on them: no false match rates')
    console.log(`${v.cross.genuine.length} genuine, ${v.cross.impostorCount} impostor comparisons`)
    console.log(
      table(
        ['FMR', 'TAR', '95 % interval (people)', 'threshold', 'false matches'],
        v.rates.map((r) =>
          r.falseMatches < 1
            ? [r.fmr.toExponential(0), 'too few', '', '', '']
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
  }
}

function withoutScores({ cross, ...rest }: Verification) {
  return { ...rest, genuine: cross?.genuine.length, impostors: cross?.impostorCount }
}
