import type { SchemaStep } from './migration.ts'

/** What is known of their faces. */
export const faceTemplates: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('face_template')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('model', columns.word, (column) => column.notNull())
    .addColumn('vector', columns.bytes, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint('face_template_employee', ['employee_id'], 'employee', ['id'])
    .modifyEnd(tableOptions)
    .execute()
}
