import { stringify } from 'csv-stringify/sync'
import { buffer } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import { neutralise } from '../../attendance/export/formula.ts'
import { pdfOf } from '../../document/pdf.ts'
import type { Clock } from '../../ports/clock.ts'
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
    const data = {
      exportedAt: at.toString(),
      employeeId,
      ...Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    }
    const zip = new ZipFile()
    const add = (path: string, content: string | Uint8Array) =>
      zip.addBuffer(Buffer.from(content as string), path, { mtime: made })
    add('data.json', `${JSON.stringify(data, null, 2)}\n`)
    for (const table of tables) add(`${table.name}.csv`, csvOf(table))
    add('summary.pdf', await pdfOf(personSummary(tables, language, at.toString()), made))
    zip.end()
    return buffer(zip.outputStream.pipe(new PassThrough()))
  }
}

/** RFC 4180, with the mark by which Excel knows UTF-8. */
function csvOf({ rows }: HeldTable): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => neutralise(String(row[column] ?? ''))))
  return `\uFEFF${stringify([columns, ...lines], { record_delimiter: 'windows' })}`
}
