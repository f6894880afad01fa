import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** When somebody is employed, calendars from a day on, and what is out of use without being gone. */
export const fromADayOn: SchemaStep = async (db, { columns, tableOptions }) => {
  await addColumns(db, 'employee', { first_date: columns.word, last_date: columns.word })
  await addColumns(db, 'site', { archived_at_micros: columns.micros })
  await addColumns(db, 'schedule', { archived_at_micros: columns.micros })
  await addColumns(db, 'employee_leave', { withdrawn_at_micros: columns.micros })
  await db.schema
    .createTable('site_calendar')
    .ifNotExists()
    .addColumn('site_id', columns.id, (column) => column.notNull())
    .addColumn('from_date', columns.word, (column) => column.notNull())
    .addColumn('calendar', columns.word)
    .addForeignKeyConstraint('site_calendar_site', ['site_id'], 'site', ['id'])
    .addPrimaryKeyConstraint('site_calendar_key', ['site_id', 'from_date'])
    .modifyEnd(tableOptions)
    .execute()
}
