import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** By what a record was made, and at which kiosk. Nothing is known of those that are there. */
export const recordOrigins: SchemaStep = async (db, { columns }) => {
  await addColumns(db, 'attendance_record', { way: columns.word, kiosk_id: columns.id })
}
