import type { SchemaStep } from './migration.ts'

/** When they came and went. Rows are added, never changed. */
export const attendanceRecords: SchemaStep = async (db, { columns, tableOptions }) => {
  await db.schema
    .createTable('attendance_record')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('kind', columns.word, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    // No foreign key: the row is written with its original in sight, and erasing would look for each.
    .addColumn('duplicate_of', columns.id)
    .addColumn('ordinal', columns.integer)
    .addForeignKeyConstraint('attendance_record_employee', ['employee_id'], 'employee', ['id'])
    .addUniqueConstraint('attendance_record_ordinal', ['employee_id', 'ordinal'])
    .modifyEnd(tableOptions)
    .execute()
}
