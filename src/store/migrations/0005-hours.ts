import type { SchemaStep } from './migration.ts'

/** What people were to work, where, and what was corrected. */
export const hours: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .ifNotExists()
      .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
  await table('site')
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('zone', columns.word, (column) => column.notNull())
    .addColumn('calendar', columns.word)
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('site_day')
    .ifNotExists()
    .addColumn('site_id', columns.id, (column) => column.notNull())
    .addColumn('date', columns.word, (column) => column.notNull())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('is_holiday', columns.integer, (column) => column.notNull())
    .addForeignKeyConstraint('site_day_site', ['site_id'], 'site', ['id'])
    .addPrimaryKeyConstraint('site_day_key', ['site_id', 'date'])
    .modifyEnd(tableOptions)
    .execute()
  await table('schedule')
    .addColumn('name', columns.text, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('schedule_version')
    .ifNotExists()
    .addColumn('schedule_id', columns.id, (column) => column.notNull())
    .addColumn('from_date', columns.word, (column) => column.notNull())
    .addColumn('anchor_date', columns.word, (column) => column.notNull())
    .addColumn('content', columns.bytes, (column) => column.notNull())
    .addForeignKeyConstraint('schedule_version_schedule', ['schedule_id'], 'schedule', ['id'])
    .addPrimaryKeyConstraint('schedule_version_key', ['schedule_id', 'from_date'])
    .modifyEnd(tableOptions)
    .execute()
  await table('assignment')
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('from_date', columns.word, (column) => column.notNull())
    .addColumn('site_id', columns.id, (column) => column.notNull())
    .addColumn('schedule_id', columns.id)
    .addColumn('week_offset', columns.integer, (column) => column.notNull())
    .addColumn('written_at_micros', columns.micros, (column) => column.notNull())
    // Whoever is erased takes their hours with them.
    .addForeignKeyConstraint('assignment_employee', ['employee_id'], 'employee', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .addForeignKeyConstraint('assignment_site', ['site_id'], 'site', ['id'])
    .addForeignKeyConstraint('assignment_schedule', ['schedule_id'], 'schedule', ['id'])
    .addUniqueConstraint('assignment_from', ['employee_id', 'from_date'])
    .modifyEnd(tableOptions)
    .execute()
  // Not `leave`, which is a word of MySQL's own.
  await table('employee_leave')
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('from_date', columns.word, (column) => column.notNull())
    .addColumn('to_date', columns.word, (column) => column.notNull())
    .addColumn('kind', columns.word, (column) => column.notNull())
    .addColumn('written_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint(
      'employee_leave_employee',
      ['employee_id'],
      'employee',
      ['id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'employee_leave_by_employee',
    table: 'employee_leave',
    columns: ['employee_id', 'from_date'],
  })
}
