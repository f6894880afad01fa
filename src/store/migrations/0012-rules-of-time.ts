import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/**
 * What the clocks showed where a record was made, leave of a part of a day, which time zone data was in
 * use when, and how far the older program was taken over.
 */
export const rulesOfTime: SchemaStep = async (db, { columns, tableOptions }) => {
  await addColumns(db, 'attendance_record', { zone: columns.word, offset_seconds: columns.integer })
  await addColumns(db, 'correction', {
    becomes_zone: columns.word,
    becomes_offset_seconds: columns.integer,
  })
  await addColumns(db, 'employee_leave', {
    part: columns.word,
    start_minute: columns.integer,
    end_minute: columns.integer,
  })
  await db.schema
    .createTable('zone_data_event')
    .ifNotExists()
    // Counted up from 1, so that of two servers that start at once one writes the event.
    .addColumn('ordinal', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('version', columns.word, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .addColumn('findings', columns.bytes, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('older_employee')
    .ifNotExists()
    .addColumn('source', columns.word, (column) => column.notNull())
    .addColumn('older_id', columns.micros, (column) => column.notNull())
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('last_record_id', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint(
      'older_employee_employee',
      ['employee_id'],
      'employee',
      ['id'],
      (key) => key.onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('older_employee_key', ['source', 'older_id'])
    .modifyEnd(tableOptions)
    .execute()
}
