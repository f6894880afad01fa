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
  await createIndex(db, {
    name: 'attendance_record_by_employee',
    table: 'attendance_record',
    columns: ['employee_id', 'at_micros', 'id'],
  })
}
