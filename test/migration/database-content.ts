import { type Kysely, sql } from 'kysely'
import { chooseDialect } from '../../src/store/dialects/choose.ts'

type Row = Readonly<Record<string, unknown>>

/** How each kind of database describes its own tables, indexes, keys and triggers. */
const described: Readonly<Record<string, (db: Kysely<never>) => Promise<unknown[]>>> = {
  sqlite: (db) =>
    rowsOf(
      db,
      `select type, name, sql from sqlite_master where name not like 'sqlite_%' order by 2`,
    ),

  async mysql(db) {
    const tables = await tablesOf(db)
    const made = tables.map((table) => rowsOf(db, `show create table ${table}`))
    const triggers = await rowsOf(
      db,
      `select trigger_name, event_manipulation, event_object_table, action_statement
      from information_schema.triggers where trigger_schema = database() order by 1`,
    )
    return [...(await Promise.all(made)).flat(), ...triggers]
  },

  async postgres(db) {
    const descriptions = [
      `select table_name, ordinal_position, column_name, data_type, is_nullable, collation_name
      from information_schema.columns where table_schema = 'public' order by 1, 2`,
      `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
      `select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
      `select pg_get_triggerdef(oid), tgenabled from pg_trigger where not tgisinternal order by 1`,
      `select pg_get_functiondef(oid) from pg_proc
      where pronamespace = 'public'::regnamespace order by 1`,
    ]
    const all = await Promise.all(descriptions.map((query) => rowsOf(db, query)))
    return all.flat()
  },
}

/** Everything that a database holds, in an order of its own: how its tables are made, and their rows. */
export async function contentOf(url: string, db: Kysely<never>): Promise<unknown> {
  const { name } = await chooseDialect(url)
  const rows: Record<string, string[]> = {}
  for (const table of await tablesOf(db)) {
    const found = await rowsOf(db, `select * from ${table}`)
    rows[table] = found.map(({ timestamp: _whenMigrated, ...row }) => JSON.stringify(row)).sort()
  }
  return { schema: await described[name]?.(db), rows }
}

async function tablesOf(db: Kysely<never>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return tables.map(({ name }) => name).sort()
}

async function rowsOf(db: Kysely<never>, query: string): Promise<Row[]> {
  return (await sql.raw<Row>(query).execute(db)).rows
}
