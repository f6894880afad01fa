import type { SchemaStep } from './migration.ts'

/**
 * An index that holds everything that a timesheet reads of a record. A month of one employee lies together
 * in it, where the table has it spread over as many pages as there are days.
 */
export const recordedHours: SchemaStep = async (db, { createIndex, dropIndex }) => {
  await createIndex(db, {
    name: 'attendance_record_hours',
    table: 'attendance_record',
    columns: ['employee_id', 'at_micros', 'id', 'kind', 'duplicate_of', 'site_id'],
  })
  // Begins with the same columns. Databases made before 0008 was written have it.
  await dropIndex(db, { name: 'attendance_record_by_employee', table: 'attendance_record' })
}
