import { type Day, parseDay } from '../../time/day.ts'
import { parseName } from '../../time/name.ts'
import { parseEmployeeNumber } from '../../identity/employee-number.ts'
import type { KnownEmployee } from '../ports/recorded-hours.ts'
import { type Headers, readCsv, type Unreadable } from './csv-table.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'

type Field = 'name' | 'number' | 'site' | 'schedule' | 'from'

const headers = {
  name: ['name', 'employee', 'full name', 'nom', 'employe', 'nom complet', 'الاسم', 'الموظف'],
  number: [
    ...['number', 'employee number', 'matricule', 'numero', 'numero employe', 'no'],
    ...['الرقم', 'رقم الموظف'],
  ],
  site: ['site', 'الموقع'],
  schedule: ['schedule', 'horaire', 'جدول العمل'],
  from: ['from', 'since', 'depuis', 'a partir du', 'من'],
} as const satisfies Headers<Field>

/** What is known already: names are compared as they are, ids are given back. */
export type KnownNames = {
  readonly employees: readonly KnownEmployee[]
  readonly sites: ReadonlyMap<string, string>
  readonly schedules: ReadonlyMap<string, string>
}

/** An employee as a row of the file describes them. */
export type ImportedEmployee = {
  readonly name: string
  /** Null: they get the next one. */
  readonly number: string | null
  readonly siteId: string | null
  readonly scheduleId: string | null
  readonly from: Day | null
}

/** What becomes of one row. `row` is its number as a spreadsheet shows it: the headers are row 1. */
export type RowReport = { readonly row: number } & (
  | { readonly outcome: 'new'; readonly employee: ImportedEmployee }
  /** An employee of this name, and number where the row has one, is there; the row changes nothing, so a file can be sent twice. */
  | { readonly outcome: 'already-there' }
  | { readonly outcome: 'refused'; readonly problems: readonly ImportProblem[] }
)

/** The report of a whole file. It may be imported only when `isClean`: all of it or nothing. */
export type EmployeeCsvReport =
  | Unreadable
  | { readonly outcome: 'read'; readonly isClean: boolean; readonly rows: readonly RowReport[] }

/**
 * Reads employees from CSV and says of every row what would become of it; writes nothing. The columns are
 * `name`, and if wanted `number`, `site`, `schedule` and `from`. Two people of one name are told apart by
 * their numbers.
 */
export async function readEmployeeCsv(
  bytes: Uint8Array,
  known: KnownNames,
): Promise<EmployeeCsvReport> {
  const seen: Seen = { names: new Set(), numbers: new Set() }
  const people = peopleOf(known.employees)
  const rows = await readCsv(bytes, headers, ['name'], ({ row, cell }): RowReport => ({
    row,
    ...readRow(cell, known, people, seen),
  }))
  if ('outcome' in rows) return rows
  const isClean = rows.every(({ outcome }) => outcome !== 'refused')
  return { outcome: 'read', isClean, rows }
}

type Outcome =
  | { outcome: 'new'; employee: ImportedEmployee }
  | { outcome: 'already-there' }
  | { outcome: 'refused'; problems: readonly ImportProblem[] }

/** What earlier rows have taken: names of rows without a number, and all numbers. */
type Seen = { readonly names: Set<string>; readonly numbers: Set<string> }

type People = {
  readonly byName: ReadonlyMap<string, readonly KnownEmployee[]>
  readonly byNumber: ReadonlyMap<string, KnownEmployee>
}

const peopleOf = (employees: readonly KnownEmployee[]): People => ({
  byName: Map.groupBy(
    employees.filter(({ hasLeft }) => !hasLeft),
    ({ name }) => name,
  ),
  byNumber: new Map(employees.map((employee) => [employee.number, employee])),
})

function readRow(
  cell: (field: Field) => string,
  known: KnownNames,
  people: People,
  seen: Seen,
): Outcome {
  const problems: ImportProblem[] = []
  const refuse = (code: ImportProblemCode, field: Field, detail: string) =>
    problems.push({ code, field, detail })

  const name = parseName(cell('name'), 'name')
  if (!name.ok) {
    const isEmpty = name.problems[0]?.code === 'missing-value'
    refuse(isEmpty ? 'missing-value' : 'out-of-range', 'name', name.problems[0]?.detail ?? '')
  }
  const typed = cell('number')
  const number = typed === '' ? null : parseEmployeeNumber(typed)
  if (number === undefined) {
    refuse(
      'not-a-number',
      'number',
      'a number has letters without accents, digits and . _ / - only',
    )
  }
  const clash = name.ok && number !== undefined && clashOf(name.value, number, people, seen)
  if (clash) refuse(...clash)
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
  if (number == null) seen.names.add(name.value)
  else seen.numbers.add(number)
  if (people.byName.has(name.value)) return { outcome: 'already-there' }
  const since = day !== null && day.ok ? day.value : null
  const employee = { name: name.value, number: number ?? null, siteId, scheduleId, from: since }
  return { outcome: 'new', employee }
}

/** What keeps a name with a number, or without one, from being a newcomer's or that of one who is there. */
function clashOf(
  name: string,
  number: string | null,
  { byName, byNumber }: People,
  seen: Seen,
): [ImportProblemCode, Field, string] | undefined {
  if (number === null) {
    return seen.names.has(name)
      ? ['same-name', 'name', 'an earlier row has the same name; tell the two apart by numbers']
      : undefined
  }
  if (seen.numbers.has(number)) {
    return ['same-number', 'number', 'an earlier row has the same number']
  }
  const holder = byNumber.get(number)
  if (holder !== undefined && (holder.hasLeft || holder.name !== name)) {
    return ['number-taken', 'number', 'somebody else has this number, or had it before they left']
  }
  return holder === undefined && byName.has(name)
    ? ['another-number', 'number', 'the employee of this name has another number']
    : undefined
}
