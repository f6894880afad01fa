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

/** RFC 4180, 2: a field with a comma, a quote or a line break is quoted, and its quotes are doubled. */
const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function csvCell(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(neutralise(cell))
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
  const lineOf = (row: Row) =>
    `${columns.map((column, i) => csvCell(row[i] ?? null, column)).join(',')}\r\n`
  const headings = columns.map(({ heading }) => quoted(heading[language]))
  yield encoder.encode(`${bom ? '\uFEFF' : ''}${headings.join(',')}\r\n`)
  let text = ''
  let waiting = 0
  for await (const row of rows) {
    text += lineOf(row)
    waiting += 1
    if (waiting === batchRows) {
      yield encoder.encode(text)
      text = ''
      waiting = 0
    }
  }
  if (text !== '') yield encoder.encode(text)
}
