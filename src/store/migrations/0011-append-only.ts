import { forbidChanges } from '../append-only.ts'
import type { SchemaStep } from './migration.ts'

/** Whose records were erased; and nobody changes or deletes a record without that. */
export const appendOnly: SchemaStep = async (db, dialect) => {
  const { columns, tableOptions } = dialect
  await db.schema
    .createTable('erasure')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  // Where the rights are missing each start tries again, and says so.
  await forbidChanges(db, dialect)
}
