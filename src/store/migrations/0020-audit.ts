import { forbidChanges } from '../append-only.ts'
import type { SchemaStep } from './migration.ts'

/** The record of what was done, by whom (docs/decisions/0114). */
export const audit: SchemaStep = async (db, dialect) => {
  const { columns, tableOptions } = dialect
  await db.schema
    .createTable('audit_entry')
    .ifNotExists()
    .addColumn('number', columns.micros, (column) => column.notNull().primaryKey())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .addColumn('actor', columns.word, (column) => column.notNull())
    .addColumn('action', columns.word, (column) => column.notNull())
    .addColumn('subject', columns.word)
    .addColumn('detail', columns.bytes, (column) => column.notNull())
    .addColumn('hash', columns.bytes, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('audit_head')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('number', columns.micros, (column) => column.notNull())
    .addColumn('hash', columns.bytes, (column) => column.notNull())
    .addColumn('signature', columns.bytes, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  // No foreign key here and below: what was done to somebody is entered after they are gone.
  await db.schema
    .createTable('audit_subject')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('pseudonym', columns.word, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('forgotten')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('records', columns.word, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  // Where the rights are missing each start tries again, and says so.
  await forbidChanges(db, dialect)
}
