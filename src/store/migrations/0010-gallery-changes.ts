import { sql } from 'kysely'
import type { SchemaStep } from './migration.ts'

/** Whose templates changed, so that every server on this database hears of it (docs/decisions/0068). */
export const galleryChanges: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('gallery_change')
    .ifNotExists()
    .addColumn('number', columns.micros, (column) => column.notNull().primaryKey())
    // No foreign key: the last change of an employee may be that they are gone.
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'gallery_change_by_time',
    table: 'gallery_change',
    columns: ['at_micros'],
  })
  // One row: the number of the last change. Whoever makes the next one holds it until they have committed.
  await db.schema
    .createTable('gallery_counter')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('last_change', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await sql`
    insert into gallery_counter (id, last_change)
    select 1, 0 from (select 1 as one) as only_row
    where not exists (select 1 from gallery_counter)
  `.execute(db)
}
