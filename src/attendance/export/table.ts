import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalName } from '../../time/holiday.ts'

export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** How the values of a column are written: each format has its own way of showing a length of time. */
export type ColumnType =
  /** Whatever people typed; formulas in it are neutralised. */
  | 'text'
  | 'count'
  /** Whole seconds. */
  | 'duration'
  /** `2026-03-29`. */
  | 'date'

export type Column = {
  /** The name in JSON. Stable, never translated. */
  readonly key: string
  readonly heading: LocalName
  readonly type: ColumnType
}

/** `null` is an empty cell. A number belongs in columns of `count` and `duration`, text in the others. */
export type Cell = string | number | null

export type Row = readonly Cell[]

/** What is exported: rows come as they are read, so a table of any length needs little memory. */
export type Table = {
  readonly title: LocalName
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<Row>
}

/** A year in which nobody of hundreds worked overtime has no row at all: its file begins without one. */
const patienceMs = 3000

/**
 * The table with its first row read, or looked for as long as somebody should wait for the beginning of a file.
 * Whatever cannot be read fails here, before anybody was given it.
 */
export async function begun(table: Table): Promise<Table> {
  const rows = table.rows[Symbol.asyncIterator]()
  let first: Promise<IteratorResult<Row>> | undefined = rows.next()
  first.catch(() => undefined) // heard of here, or by whoever asks for it
  await Promise.race([first, sleep(patienceMs, undefined, { ref: false })])
  // Not a generator, which would cost each of the many rows that follow a turn more.
  const again: AsyncIterator<Row> = {
    next() {
      if (!first) return rows.next()
      const result = first
      first = undefined
      return result
    },
    return: async () => (await rows.return?.()) ?? { done: true, value: undefined },
  }
  return { ...table, rows: { [Symbol.asyncIterator]: () => again } }
}

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
