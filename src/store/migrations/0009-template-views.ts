import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** What the photo of a template was like. Nothing is known of the photos of those that are there. */
export const templateViews: SchemaStep = async (db, { columns }) => {
  await addColumns(db, 'face_template', { side: columns.word, quality: columns.integer })
}
