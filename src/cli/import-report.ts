import type { Unreadable } from '../attendance/import/csv-table.ts'
import type { ImportProblem } from '../attendance/import/import-problem.ts'

type Row = { readonly row: number } & (
  | { readonly outcome: 'new' | 'already-there' }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
)

/** What became of a table, row by row. Gives the exit code. */
export function writeReport(
  report:
    | Unreadable
    | { readonly outcome: 'read'; readonly isClean: boolean; readonly rows: readonly Row[] },
  isImported: boolean,
  write: (text: string) => void,
): number {
  if (report.outcome === 'unreadable') {
    write(`${report.problem.field}: ${report.problem.detail}\n`)
    return 1
  }
  for (const row of report.rows) {
    const problems = row.outcome === 'refused' ? row.problems : []
    const details = problems.map(({ field, detail }) => ` ${field}: ${detail}`).join(';')
    write(`row ${row.row}: ${row.outcome}${details}\n`)
  }
  write(isImported ? 'imported\n' : 'nothing was written\n')
  return report.isClean ? 0 : 1
}
