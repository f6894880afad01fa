import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** By which account a correction was asked for and decided. Of what is there, the name alone is known. */
export const whoCorrected: SchemaStep = async (db, { columns }) => {
  await addColumns(db, 'correction', { written_by_id: columns.id })
  await addColumns(db, 'correction_decision', { decided_by_id: columns.id })
}
