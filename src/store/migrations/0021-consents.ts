import { forbidChanges } from '../append-only.ts'
import type { SchemaStep } from './migration.ts'

/** What employees said about their faces. Rows are added, never changed. */
export const consents: SchemaStep = async (db, dialect) => {
  const { columns, tableOptions } = dialect
  await db.schema
    .createTable('consent')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('ordinal', columns.integer, (column) => column.notNull())
    .addColumn('act', columns.word, (column) => column.notNull())
    .addColumn('notice_version', columns.integer)
    .addColumn('language', columns.word)
    .addColumn('hash', columns.word)
    .addColumn('kept_at', columns.text)
    .addColumn('recorded_by', columns.text, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint('consent_employee', ['employee_id'], 'employee', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('consent_key', ['employee_id', 'ordinal'])
    .modifyEnd(tableOptions)
    .execute()
  await forbidChanges(db, dialect)
}
