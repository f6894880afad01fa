import { parseArgs } from 'node:util'
import { sitesTable } from './accuracy/by-site.ts'
import { know } from './accuracy/known.ts'
import { judgeSites } from './accuracy/judge.ts'
import { withoutLabelErrors } from './accuracy/label-errors.ts'
import { photosOf, readPairs } from './accuracy/pairs.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'

const usage = `npm run bench:sites -- --root DIR --pairs FILE.csv [--cache FILE] [--recogniser NAME] [--models DIR]

What it brings to look for faces first, or only, among the people of a site: the people of folds 3 and 4 divided among
20 sites against one gallery of all of them, with the strangers of folds 1 and 2, at the default target.${recogniserUsage}`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    cache: { type: 'string' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const list = withoutLabelErrors(readPairs(values.pairs))
const known = await know(values.root, photosOf(list.pairs), measuring(values), values.cache)
console.log(sitesTable(judgeSites(list, known)))
