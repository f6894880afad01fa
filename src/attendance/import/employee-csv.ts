import { parse, CsvError } from 'csv-parse/sync'
import { type Day, parseDay } from '../time/day.ts'
import { parseName } from '../time/site.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'

export const maxCsvBytes = 5_000_000
export const maxCsvColumns = 50
export const maxCsvRows = 20_000

/** The headers that each column may have, as people write them; compared in small letters without accents. */
const headers = {
  name: ['name', 'employee', 'full name', 'nom', 'employe', 'nom complet', 'الاسم', 'الموظف'],
  site: ['site', 'الموقع'],
  schedule: ['schedule', 'horaire', 'جدول العمل'],
  from: ['from', 'since', 'depuis', 'a partir du', 'من'],
} as const satisfies Record<string, readonly string[]>

type Field = keyof typeof headers

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
  | { readonly outcome: 'unreadable'; readonly problem: ImportProblem }
  | { readonly outcome: 'read'; readonly isClean: boolean; readonly rows: readonly RowReport[] }

const unreadable = (
  code: ImportProblemCode,
  detail: string,
  field = 'file',
): EmployeeCsvReport => ({
  outcome: 'unreadable',
  problem: { code, field, detail },
})

/** `À partir du ` is `a partir du`. */
const plainHeader = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\uFEFF]/g, '')
    .trim()
    .toLowerCase()

/** Commas, semicolons as French spreadsheets write, or tabs: whichever the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => line.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] }

function readTable(bytes: Uint8Array): Table | EmployeeCsvReport {
  if (bytes.length > maxCsvBytes) {
    return unreadable('too-large', `the file is larger than ${maxCsvBytes} bytes`)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The only thing that a fatal decoder throws is that the bytes are not UTF-8.
    return unreadable('not-utf-8', 'the file is not UTF-8; save it as “CSV UTF-8”')
  }
  const delimiter = delimiterOf(text)
  // Counted before parsing: a line of separators only must not be taken apart first.
  if ((text.split(/\r?\n/, 1)[0] ?? '').split(delimiter).length > maxCsvColumns) {
    return unreadable('too-many-columns', `the first line has more than ${maxCsvColumns} columns`)
  }
  try {
    const [first, ...rows] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_records_with_empty_values: false,
      to: maxCsvRows + 2,
      max_record_size: 50_000,
    })
    const wide = rows.findIndex((cells) => cells.length > maxCsvColumns)
    if (wide >= 0) {
      return unreadable(
        'too-many-columns',
        `row ${wide + 2} has more than ${maxCsvColumns} columns`,
      )
    }
    return { headers: (first ?? []).map(plainHeader), rows }
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''
      return unreadable('not-csv', `the file is not CSV${line}`)
    }
    throw error
  }
}

/** Where each known column stands; the first header that is missing or twice there is named. */
function placesOf(found: readonly string[]): Record<Field, number> | EmployeeCsvReport {
  const places: Record<Field, number> = { name: -1, site: -1, schedule: -1, from: -1 }
  for (const field of Object.keys(headers) as Field[]) {
    const spellings: readonly string[] = headers[field]
    const at = found.flatMap((header, i) => (spellings.includes(header) ? [i] : []))
    if (at.length > 1)
      return unreadable('repeated-header', `there are ${at.length} columns “${field}”`, field)
    places[field] = at[0] ?? -1
  }
  return places.name >= 0
    ? places
    : unreadable('missing-header', 'the first line has no column “name” (“nom”, “الاسم”)', 'name')
}

/**
 * Reads employees from CSV and says of every row what would become of it; writes nothing. UTF-8, with
 * commas, semicolons or tabs. The columns are `name`, and if wanted `site`, `schedule` and `from`.
 */
export function readEmployeeCsv(bytes: Uint8Array, known: KnownNames): EmployeeCsvReport {
  const table = readTable(bytes)
  if ('outcome' in table) return table
  const places = placesOf(table.headers)
  if ('outcome' in places) return places
  if (table.rows.length > maxCsvRows) {
    return unreadable('too-many-rows', `the file has more than ${maxCsvRows} rows`)
  }
  const seen = new Set<string>()
  const rows = table.rows.flatMap((cells, i): RowReport[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const cell = (field: Field) => (cells[places[field]] ?? '').trim().normalize('NFC')
    return [{ row: i + 2, ...readRow(cell, known, seen) }]
  })
  if (rows.length === 0) return unreadable('no-rows', 'the file has headers and no rows')
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
