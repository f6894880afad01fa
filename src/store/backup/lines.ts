import { createHash } from 'node:crypto'

/** A value of a row as JSON: text, a number, nothing, or bytes. */
export type Value = string | number | null | Uint8Array

/** The first line of a backup. */
export type Header = {
  readonly format: 'pointeuse-backup'
  readonly version: 1
  /** The schema's steps that the database knew. */
  readonly schema: readonly string[]
}

/** Before the rows of a table: its columns, by name. */
export type TableLine = { readonly table: string; readonly columns: readonly string[] }

/** The last line: how many rows of each table came before it, and what they are known by. */
export type Footer = { readonly tables: Readonly<Record<string, TableSum>> }

export type TableSum = {
  readonly rows: number
  /** SHA-256 of the table's rows, each as its line with the line end, in hexadecimal. */
  readonly sha256: string
}

type Stored = string | number | null | { readonly base64: string }

/** A row as one line, the same for the same values whatever database they come from. */
export function rowLine(values: readonly Value[]): string {
  const stored = values.map((value): Stored => {
    if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') }
    return value
  })
  return `${JSON.stringify(stored)}\n`
}

export const valuesOf = (stored: readonly Stored[]): Value[] =>
  stored.map((value) =>
    typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
  )

/** Counts and hashes the rows of a table as they pass. */
export function createTableSum(): { add(line: string): void; sum(): TableSum } {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(line) {
      hash.update(line)
      rows++
    },
    sum: () => ({ rows, sha256: hash.digest('hex') }),
  }
}
