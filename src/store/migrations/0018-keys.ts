import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** Keys for templates and secrets (docs/decisions/0113). The templates themselves are sealed after this step. */
export const keys: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('master_key')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('key_id', columns.word, (column) => column.notNull())
    .addColumn('rotation_id', columns.word, (column) => column.notNull())
    .addColumn('copied_at_micros', columns.micros)
    .addColumn('is_sealed', columns.integer, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('secret')
    .ifNotExists()
    .addColumn('name', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('wrapped_by', columns.word, (column) => column.notNull())
    .addColumn('sealed', columns.bytes, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('employee_key')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('wrapped_by', columns.word, (column) => column.notNull())
    .addColumn('wrapped', columns.bytes, (column) => column.notNull())
    .addForeignKeyConstraint('employee_key_employee', ['employee_id'], 'employee', ['id'])
    .modifyEnd(tableOptions)
    .execute()
  // Null: the vector is plain numbers, as earlier versions wrote it.
  await addColumns(db, 'face_template', { sealing: columns.integer })
}
