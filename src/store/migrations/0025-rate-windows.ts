import type { SchemaStep } from './migration.ts'

/** How often something was asked in the current window, so that servers share a limit. */
export const rateWindows: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('rate_window')
    .ifNotExists()
    .addColumn('rate_key', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('window_number', columns.integer, (column) => column.notNull())
    .addColumn('taken', columns.integer, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
}
