import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAudit } from './access/audit.ts'
import type { Figure } from './access/figure.ts'
import { measureKeys } from './access/keys.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:access [-- --json FILE] [--quick]

What the encryption of templates, the record of what was done, and receipts cost. --quick: a tenth of the
sizes, to see that it runs.`

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const share = values.quick ? 0.1 : 1
const progress = (text: string) => process.stderr.write(`\r\x1b[K${text}`)

const figures: Figure[] = [
  ...(await measureKeys(share, progress)),
  ...(await measureAudit(share, progress)),
]
progress('')
console.log(
  table(
    ['what', 'measured', 'allowed', ''],
    figures.map(({ what, value, unit, atMost }) => [
      what,
      `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
      atMost === undefined ? '' : `${atMost} ${unit}`,
      atMost === undefined ? '' : value <= atMost ? 'kept' : 'MISSED',
    ]),
  ),
)
if (values.json) writeFileSync(values.json, JSON.stringify(figures, null, 2))
process.exitCode = figures.some(({ value, atMost }) => value > (atMost ?? Infinity)) ? 1 : 0
