import { stringify } from 'csv-stringify/sync'
import { neutralise } from './formula.ts'
import type { Cell, Column, Language, Row, Table } from './table.ts'

/** Rows written at a time: enough to be fast, few enough to be small. */
const batchRows = 500

/** A length of time as spreadsheets of every language read it: `169:30:00`. */
export function durationText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  const whole = Math.abs(seconds)
  const text = `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
  return seconds < 0 ? `-${text}` : text
}

function csvCell(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return neutralise(cell)
  return type === 'duration' ? durationText(cell) : String(cell)
}

/**
 * A table as CSV (RFC 4180): UTF-8, commas, CRLF, quotes where needed, the first line its headings.
 * @param bom whether to begin with a byte order mark, without which Excel takes UTF-8 for something else
 */
export async function* csvOf(
  { columns, rows }: Table,
  language: Language,
  { bom }: { bom: boolean },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const write = (lines: string[][], before = '') =>
    encoder.encode(before + stringify(lines, { record_delimiter: 'windows' }))
  const headings = columns.map(({ heading }) => heading[language])
  yield write([headings], bom ? '\uFEFF' : '')
  let batch: string[][] = []
  const cellsOf = (row: Row) => columns.map((column, i) => csvCell(row[i] ?? null, column))
  for await (const row of rows) {
    batch.push(cellsOf(row))
    if (batch.length < batchRows) continue
    yield write(batch)
    batch = []
  }
  if (batch.length > 0) yield write(batch)
}
