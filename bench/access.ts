import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAudit } from './access/audit.ts'
import type { Figure } from './access/figure.ts'
import { measureKeys } from './access/keys.ts'
import { measureRights } from './access/rights.ts'
import { table } from './statistics.ts'

const usage = `npm run bench:access [-- --json FILE] [--quick]

How large the table of rights is and how safe PINs are; what the encryption of templates, the record of what was
done, and receipts cost. --quick: a tenth of the
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
/** Seconds to the hundredth, counts as they are, chances as powers of ten. */
const shown = (value: number) =>
  Number.isInteger(value) ? value : value < 0.001 ? value.toExponential(2) : value.toFixed(2)
const progress = (text: string) => process.stderr.write(`\r\x1b[K${text}`)

const figures: Figure[] = [
  ...measureRights(),
  ...(await measureKeys(share, progress)),
  ...(await measureAudit(share, progress)),
]
progress('')
console.log(
  table(
    ['what', 'measured', 'allowed', ''],
    figures.map(({ what, value, unit, atMost }) => [
      what,
      `${shown(value)} ${unit}`,
      atMost === undefined ? '' : `${atMost} ${unit}`,
      atMost === undefined ? '' : value <= atMost ? 'kept' : 'MISSED',
    ]),
  ),
)
if (values.json) writeFileSync(values.json, JSON.stringify(figures, null, 2))
process.exitCode = figures.some(({ value, atMost }) => value > (atMost ?? Infinity)) ? 1 : 0
