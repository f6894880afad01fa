import type { SchemaStep } from './migration.ts'

/** Who attends. */
export const employees: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('employee')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('left_at_micros', columns.micros)
    .modifyEnd(tableOptions)
    .execute()
}
