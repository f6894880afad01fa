import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** Among whom faces are looked for at a site; nothing for those that are there: as usual. */
export const faceSearch: SchemaStep = (db, { columns }) =>
  addColumns(db, 'site', { face_search: columns.word })
