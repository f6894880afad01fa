import type { SchemaStep } from './migration.ts'

/** The ways in which rows are looked for. */
export const indexes: SchemaStep = async (db, { createIndex }) => {
  await createIndex(db, {
    name: 'face_template_by_employee',
    table: 'face_template',
    columns: ['employee_id'],
  })
  await createIndex(db, {
    name: 'attendance_record_by_time',
    table: 'attendance_record',
    columns: ['at_micros', 'id'],
  })
  // An index of records by employee was made here once; 0008 makes a better one and drops it.
}
