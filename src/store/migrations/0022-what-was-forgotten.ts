import { sql } from 'kysely'
import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/**
 * That templates were deleted whose bytes are still to be removed from the files, and whom of the older program's
 * employees was erased, so that no import brings them back.
 */
export const whatWasForgotten: SchemaStep = async (db, { columns, tableOptions }) => {
  await addColumns(db, 'gallery_counter', {
    residue: columns.micros,
    scrubbed: columns.micros,
  })
  // What an earlier version deleted may not have been removed either.
  await sql`update gallery_counter set residue = 1 where residue is null`.execute(db)
  await sql`update gallery_counter set scrubbed = 0 where scrubbed is null`.execute(db)
  await db.schema
    .createTable('older_erasure')
    .ifNotExists()
    .addColumn('source', columns.word, (column) => column.notNull())
    .addColumn('older_id', columns.micros, (column) => column.notNull())
    .addPrimaryKeyConstraint('older_erasure_key', ['source', 'older_id'])
    .modifyEnd(tableOptions)
    .execute()
}
