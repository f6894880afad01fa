import { type Day, parseDay } from '../../time/day.ts'
import { parseName } from '../../time/name.ts'
import { type Headers, readCsv, type Unreadable } from './csv-table.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'

type Field = 'name' | 'site' | 'schedule' | 'from'

const headers = {
  name: ['name', 'employee', 'full name', 'nom', 'employe', 'nom complet', 'الاسم', 'الموظف'],
  site: ['site', 'الموقع'],
  schedule: ['schedule', 'horaire', 'جدول العمل'],
  from: ['from', 'since', 'depuis', 'a partir du', 'من'],
} as const satisfies Headers<Field>

/** What is known already: names are compared as they are, ids are given back. */
export type KnownNames = {
  readonly employees: ReadonlySet<string>
  readonly sites: ReadonlyMap<string, string>
  readonly schedules: ReadonlyMap<string, string>
}

/** An employee as a row of the file describes them. */
export type ImportedEmployee = {
  readonly name: string
  readonly siteId: string | null
  readonly scheduleId: string | null
  readonly from: Day | null
}

/** What becomes of one row. `row` is its number as a spreadsheet shows it: the headers are row 1. */
export type RowReport = { readonly row: number } & (
  | { readonly outcome: 'new'; readonly employee: ImportedEmployee }
  /** An employee of this name is there; the row changes nothing, so a file can be sent twice. */
  | { readonly outcome: 'already-there' }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
)

/** The report of a whole file. It may be imported only when `isClean`: all of it or nothing. */
export type EmployeeCsvReport =
  | Unreadable
  | { readonly outcome: 'read'; readonly isClean: boolean; readonly rows: readonly RowReport[] }

/**
 * Reads employees from CSV and says of every row what would become of it; writes nothing. The columns are
 * `name`, and if wanted `site`, `schedule` and `from`.
 */
export function readEmployeeCsv(bytes: Uint8Array, known: KnownNames): EmployeeCsvReport {
  const table = readCsv(bytes, headers, ['name'])
  if ('outcome' in table) return table
  const seen = new Set<string>()
  const rows = table.map(({ row, cell }): RowReport => ({ row, ...readRow(cell, known, seen) }))
  const isClean = rows.every(({ outcome }) => outcome !== 'refused')
  return { outcome: 'read', isClean, rows }
}

type Outcome =
  | { outcome: 'new'; employee: ImportedEmployee }
  | { outcome: 'already-there' }
  | { outcome: 'refused'; problems: readonly ImportProblem[] }

function readRow(cell: (field: Field) => string, known: KnownNames, seen: Set<string>): Outcome {
  const problems: ImportProblem[] = []
  const refuse = (code: ImportProblemCode, field: Field, detail: string) =>
    problems.push({ code, field, detail })

  const name = parseName(cell('name'), 'name')
  if (!name.ok) {
    const isEmpty = name.problems[0]?.code === 'missing-value'
    refuse(isEmpty ? 'missing-value' : 'out-of-range', 'name', name.problems[0]?.detail ?? '')
  } else if (seen.has(name.value)) {
    refuse('same-name', 'name', 'an earlier row has the same name; tell the two apart')
  }
  const [site, schedule, from] = [cell('site'), cell('schedule'), cell('from')]
  const siteId = site === '' ? null : known.sites.get(site)
  const scheduleId = schedule === '' ? null : known.schedules.get(schedule)
  const day = from === '' ? null : parseDay(from, 'from')
  if (siteId === undefined) refuse('unknown-site', 'site', 'there is no site of this name')
  if (scheduleId === undefined)
    refuse('unknown-schedule', 'schedule', 'there is no schedule of this name')
  if (scheduleId && site === '') refuse('missing-value', 'site', 'a schedule needs a site')
  if (day !== null && !day.ok)
    refuse('not-a-date', 'from', 'from is not a date of the form 2026-03-29')

  if (problems.length > 0 || !name.ok || siteId === undefined || scheduleId === undefined) {
    return { outcome: 'refused', problems }
  }
  seen.add(name.value)
  if (known.employees.has(name.value)) return { outcome: 'already-there' }
  const since = day !== null && day.ok ? day.value : null
  return { outcome: 'new', employee: { name: name.value, siteId, scheduleId, from: since } }
}
