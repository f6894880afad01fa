import type { SchemaStep } from './migration.ts'

/** To which recogniser the operator changed last. */
export const recogniserChanges: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('recogniser_change')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('name', columns.word, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
}
