import { finished } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { giveWay } from '../../ports/give-way.ts'
import { textOf } from '../../time/utf8.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'

export const maxCsvBytes = 5_000_000
export const maxCsvColumns = 50
/** All of a file is one commit, which SQLite does in one go: of twice as many it takes longer than others should wait. */
export const maxCsvRows = 10_000
/** Far above any name; composing characters takes time by the square of how many marks stand in a row. */
const maxCellLength = 1000

/** Why a file cannot be read as a whole. */
export type Unreadable = { readonly outcome: 'unreadable'; readonly problem: ImportProblem }

/** A row with anything in it: `cell` gives what stands under a heading, trimmed, empty without such a column. */
export type CsvRow<Field extends string> = {
  /** As a spreadsheet shows it: the headers are row 1. */
  readonly row: number
  readonly cell: (field: Field) => string
}

/** The headers that each column may have, as people write them; compared in small letters without accents. */
export type Headers<Field extends string> = Readonly<Record<Field, readonly string[]>>

const unreadable = (code: ImportProblemCode, detail: string, field = 'file'): Unreadable => ({
  outcome: 'unreadable',
  problem: { code, field, detail },
})

/** Small letters without accents: `À partir du ` is `a partir du`. */
export const plainText = (text: string): string =>
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

const isTooLong = (cell: string): boolean => cell.length > maxCellLength

/** Bytes that are taken apart before everybody else has their turn: some milliseconds' work. */
const bytesAtOnce = 32 * 1024

async function recordsOf(bytes: Uint8Array, delimiter: string): Promise<string[][]> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_records_with_empty_values: false,
    max_record_size: 50_000,
  })
  const records: string[][] = []
  parser.on('data', (record: string[]) => records.push(record))
  const parsed = finished(parser)
  parsed.catch(() => undefined) // looked at below, when everything was written
  for (let at = 0; at < bytes.length && !parser.destroyed; at += bytesAtOnce) {
    // One more than are taken, so that they are seen to be too many.
    if (records.length > maxCsvRows + 1) break
    parser.write(bytes.subarray(at, at + bytesAtOnce))
    await giveWay()
  }
  parser.end()
  await parsed
  return records
}

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] }

async function readTable(bytes: Uint8Array): Promise<Table | Unreadable> {
  if (bytes.length > maxCsvBytes) {
    return unreadable('too-large', `the file is larger than ${maxCsvBytes} bytes`)
  }
  const text = textOf(bytes)
  if (text === undefined) {
    return unreadable('not-utf-8', 'the file is not UTF-8; save it as “CSV UTF-8”')
  }
  const delimiter = delimiterOf(text)
  // Counted before parsing: a line of separators only must not be taken apart first.
  if ((text.split(/\r?\n/, 1)[0] ?? '').split(delimiter).length > maxCsvColumns) {
    return unreadable('too-many-columns', `the first line has more than ${maxCsvColumns} columns`)
  }
  try {
    const [first = [], ...rows] = await recordsOf(bytes, delimiter)
    const wide = rows.findIndex((cells) => cells.length > maxCsvColumns)
    if (wide >= 0) {
      const detail = `row ${wide + 2} has more than ${maxCsvColumns} columns`
      return unreadable('too-many-columns', detail)
    }
    const long = [first, ...rows].findIndex((cells) => cells.some(isTooLong))
    if (long >= 0) {
      const detail = `row ${long + 1} has a cell of more than ${maxCellLength} characters`
      return unreadable('too-large', detail)
    }
    return { headers: first.map(plainText), rows }
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''
      return unreadable('not-csv', `the file is not CSV${line}`)
    }
    throw error
  }
}

/** Where each known column stands; the first header that is missing or twice there is named. */
function placesOf<Field extends string>(
  found: readonly string[],
  headers: Headers<Field>,
  needed: readonly NoInfer<Field>[],
): Map<Field, number> | Unreadable {
  const places = new Map<Field, number>()
  for (const field of Object.keys(headers) as Field[]) {
    const spellings = headers[field]
    const at = found.flatMap((header, i) => (spellings.includes(header) ? [i] : []))
    if (at.length > 1)
      return unreadable('repeated-header', `there are ${at.length} columns “${field}”`, field)
    if (at[0] !== undefined) places.set(field, at[0])
  }
  const missing = needed.find((field) => !places.has(field))
  if (missing === undefined) return places
  const others = headers[missing].filter((spelling) => spelling !== missing)
  const known = others.map((spelling) => `“${spelling}”`).join(', ')
  return unreadable(
    'missing-header',
    `the first line has no column “${missing}” (${known})`,
    missing,
  )
}

/**
 * Reads a table from CSV in UTF-8, with commas, semicolons or tabs, and makes something of each row. Columns that
 * nobody asks for are passed over, and so are empty rows; a file without any other is refused.
 * @param needed the columns without which the file is refused
 */
export async function readCsv<Field extends string, Made>(
  bytes: Uint8Array,
  headers: Headers<Field>,
  needed: readonly NoInfer<Field>[],
  make: (row: CsvRow<Field>) => Made,
): Promise<readonly Made[] | Unreadable> {
  const table = await readTable(bytes)
  if ('outcome' in table) return table
  const places = placesOf(table.headers, headers, needed)
  if ('outcome' in places) return places
  if (table.rows.length > maxCsvRows) {
    return unreadable('too-many-rows', `the file has more than ${maxCsvRows} rows`)
  }
  const made: Made[] = []
  for (const [i, cells] of table.rows.entries()) {
    await giveWay()
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (field: Field) => (cells[places.get(field) ?? -1] ?? '').trim().normalize('NFC')
    made.push(make({ row: i + 2, cell }))
  }
  return made.length > 0 ? made : unreadable('no-rows', 'the file has headers and no rows')
}
