import { stringify } from 'csv-stringify/sync'
import { buffer } from 'node:stream/consumers'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { neutralise } from '../../attendance/export/formula.ts'
import { pdfOf } from '../../document/pdf.ts'
import type { Clock } from '../../ports/clock.ts'
import { giveWay } from '../../ports/give-way.ts'
import type { Language } from '../language.ts'
import type { PrivacyStore } from '../ports.ts'
import type { HeldTable } from './held-data.ts'
import { personSummary } from './person-summary.ts'

/**
 * All that is held about somebody, also who left, as a ZIP: data.json and a CSV for each table for programs, and
 * summary.pdf for people. Templates are told of, with when and how they were made; their vectors stay, since
 * whoever has them has the face. Undefined: nothing is held about anybody of this id.
 */
export type ExportPerson = (
  employeeId: string,
  language: Language,
) => Promise<Uint8Array | undefined>

export type ExportPersonDeps = {
  readonly store: Pick<PrivacyStore, 'held'>
  readonly clock: Clock
}

export function createExportPerson({ store, clock }: ExportPersonDeps): ExportPerson {
  return async function exportPerson(employeeId, language) {
    const tables = await store.held.of(employeeId)
    if (tables.length === 0) return undefined
    const at = clock.now()
    const made = new Date(at.epochMilliseconds)
    const zip = new ZipFile()
    const add = (path: string, content: AsyncIterable<string>) =>
      zip.addReadStream(Readable.from(content, { objectMode: false }), path, { mtime: made })
    add('data.json', jsonOf({ exportedAt: at.toString(), employeeId }, tables))
    for (const table of tables) add(`${table.name}.csv`, csvOf(table))
    const summary = await pdfOf(personSummary(tables, language, at.toString()), made)
    zip.addBuffer(Buffer.from(summary), 'summary.pdf', { mtime: made })
    zip.end()
    return buffer(zip.outputStream.pipe(new PassThrough()))
  }
}

/** One object with a list for each table, a row to a line. */
async function* jsonOf(
  about: Readonly<Record<string, string>>,
  tables: readonly HeldTable[],
): AsyncGenerator<string> {
  yield JSON.stringify(about).slice(0, -1)
  for (const { name, rows } of tables) {
    yield `,\n${JSON.stringify(name)}: [`
    for (const [i, row] of rows.entries()) {
      await giveWay()
      yield `${i > 0 ? ',' : ''}\n${JSON.stringify(row)}`
    }
    yield ']'
  }
  yield '}\n'
}

const rowsAtOnce = 100

/** RFC 4180, with the mark by which Excel knows UTF-8. */
async function* csvOf({ rows }: HeldTable): AsyncGenerator<string> {
  const write = (lines: readonly (readonly string[])[]) =>
    stringify(lines as string[][], { record_delimiter: 'windows' })
  // Every row of a table of a database has the same columns, but for bytes that are not told.
  const columns = new Set<string>()
  for (const row of rows) {
    await giveWay()
    for (const column of Object.keys(row)) columns.add(column)
  }
  yield `\uFEFF${write([[...columns]])}`
  let lines: string[][] = []
  for (const row of rows) {
    await giveWay()
    lines.push([...columns].map((column) => neutralise(String(row[column] ?? ''))))
    if (lines.length < rowsAtOnce) continue
    yield write(lines)
    lines = []
  }
  yield write(lines)
}
