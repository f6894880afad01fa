import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createImportEmployees } from '../attendance/import/employee-import.ts'
import { type Command, UsageError } from './command.ts'
import { writeReport } from './import-report.ts'

/** Imports employees from CSV. */
export const importEmployeesCommand: Command = {
  usage: `pointeuse import-employees FILE [--dry-run]

  FILE        CSV in UTF-8 with the column name and, if wanted, site, schedule, from
  --dry-run   write nothing, say what would become of each row`,

  async run(args, { store, clock, newId, write }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    })
    const [path] = positionals
    if (path === undefined) throw new UsageError('FILE is missing')
    const importEmployees = createImportEmployees({ store, clock, newId })
    const { report, isImported } = await importEmployees(await readFile(path), {
      isDryRun: values['dry-run'],
    })
    return writeReport(report, isImported, write)
  },
}
