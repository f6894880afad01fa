import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { exportBytes } from '../attendance/export/export.ts'
import { exportFormats, languages } from '../attendance/export/table.ts'
import { createExports, exportKinds } from '../attendance/export/exports.ts'
import { createTimesheets } from '../attendance/timesheets.ts'
import { parseRange } from '../time/day.ts'
import { type Command, oneOf, UsageError } from './command.ts'

const maxDays = 3660

/** Writes records or timesheets to a file, or to the standard output. */
export const exportCommand: Command = {
  usage: `pointeuse export KIND --from DATE --to DATE [options]

  KIND             ${exportKinds.join(', ')}
  --from, --to     first and last day, such as 2026-03-01
  --format F       ${exportFormats.join(', ')} (default csv)
  --language L     ${languages.join(', ')} (default fr)
  --bom            begin CSV with a byte order mark, for Excel
  --employee ID    only this employee
  --site ID        only this site
  --output FILE    default: the standard output`,

  async run(args, { store, clock, stdout }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        format: { type: 'string', default: 'csv' },
        language: { type: 'string', default: 'fr' },
        bom: { type: 'boolean', default: false },
        employee: { type: 'string' },
        site: { type: 'string' },
        output: { type: 'string' },
      },
    })
    const kind = oneOf('KIND', positionals[0], exportKinds)
    const format = oneOf('--format', values.format, exportFormats)
    const language = oneOf('--language', values.language, languages)
    const range = parseRange(values.from ?? '', values.to ?? '', maxDays)
    if (!range.ok)
      throw new UsageError(range.problems.map(({ detail }) => `--${detail}`).join('\n'))
    const timesheets = createTimesheets({ store, clock })
    const query = {
      range: range.value,
      ...(values.employee !== undefined && { employeeId: values.employee }),
      ...(values.site !== undefined && { siteId: values.site }),
    }
    const table = createExports({ store, timesheets })(kind, query, language)
    const bytes = exportBytes(table, { format, language, bom: values.bom })
    if (values.output !== undefined) {
      // What is exported names people: the file is for its owner only.
      await pipeline(bytes, createWriteStream(values.output, { mode: 0o600 }))
    } else {
      await pipeline(bytes, stdout, { end: false })
    }
    return 0
  },
}
