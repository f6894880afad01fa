import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import type { ExportFormat, Language, Table } from './table.ts'
import { xlsxOf } from './xlsx.ts'

export type ExportOptions = {
  readonly format: ExportFormat
  readonly language: Language
  /** Only for CSV. */
  readonly bom: boolean
}

/** A table as the bytes of a file, made while its rows are read. */
export function exportBytes(
  table: Table,
  { format, language, bom }: ExportOptions,
): AsyncIterable<Uint8Array> {
  switch (format) {
    case 'csv':
      return csvOf(table, language, { bom })
    case 'xlsx':
      return xlsxOf(table, language)
    case 'json':
      return jsonOf(table)
  }
}
