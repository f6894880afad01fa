import { sql, type Kysely, type RawBuilder } from 'kysely'

/** Adds the columns that a table does not have yet; rows that are there have nothing in them. */
export async function addColumns(
  db: Kysely<never>,
  table: string,
  columns: Readonly<Record<string, RawBuilder<unknown>>>,
): Promise<void> {
  const there = (await db.introspection.getTables()).find(({ name }) => name === table)
  for (const [name, type] of Object.entries(columns)) {
    if (there?.columns.some((column) => column.name === name)) continue
    await sql`alter table ${sql.table(table)} add column ${sql.ref(name)} ${type}`.execute(db)
  }
}
