import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createImportLeaves } from '../attendance/import/leave-import.ts'
import { type Command, UsageError } from './command.ts'
import { writeReport } from './import-report.ts'

/** Imports leave from CSV. */
export const importLeavesCommand: Command = {
  usage: `pointeuse import-leaves FILE [--dry-run]

  FILE        CSV in UTF-8 with the columns employee (name or id), from, kind (paid, unpaid, sick, other)
              and, if wanted, to, part (day, morning, afternoon, hours), start, end
  --dry-run   write nothing, say what would become of each row`,

  async run(args, { store, clock, newId, write }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    })
    const [path] = positionals
    if (path === undefined) throw new UsageError('FILE is missing')
    const importLeaves = createImportLeaves({ store, clock, newId })
    const isDryRun = values['dry-run']
    const { report, isImported } = await importLeaves(await readFile(path), { isDryRun })
    return writeReport(report, isImported, write)
  },
}
