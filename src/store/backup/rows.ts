import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../tables.ts'
import { rowLine, type Value } from './lines.ts'
import { keysOfTables, tableNames, type TableName } from './tables.ts'

type Row = Record<string, Value>

/** Rows read at once: some megabytes with the largest rows. */
const rowsAtOnce = 2000

/** All rows of a table in the order of its key, which is the same in every database. */
export async function* readRows(db: Kysely<Tables>, table: TableName): AsyncGenerator<Row> {
  const keys: readonly string[] = keysOfTables[table]
  for (let last: Row | undefined; ;) {
    const page = await sql<Row>`
      select * from ${sql.table(table)}
      ${last ? sql`where ${follows(keys, last)}` : sql``}
      order by ${sql.join(keys.map((key) => sql.ref(key)))}
      limit ${sql.lit(rowsAtOnce)}
    `.execute(db)
    yield* page.rows
    if (page.rows.length < rowsAtOnce) return
    last = page.rows.at(-1)
  }
}

/** Whether a row comes after another in the order of the key. */
function follows([key = '', ...others]: readonly string[], last: Row): RawBuilder<boolean> {
  const column = sql.ref(key)
  const value = last[key] ?? null
  if (others.length === 0) return sql`${column} > ${value}`
  return sql`(${column} > ${value} or (${column} = ${value} and ${follows(others, last)}))`
}

export const columnsOf = (row: Row): string[] => Object.keys(row).sort()

export const lineOf = (row: Row, columns: readonly string[]): string =>
  rowLine(columns.map((column) => row[column] ?? null))

/** The tables that a database has, in the order of `tableNames`; fewer when it is of an older version. */
export async function presentTables(db: Kysely<Tables>): Promise<TableName[]> {
  const present = new Set((await db.introspection.getTables()).map(({ name }) => name))
  return tableNames.filter((name) => present.has(name))
}
