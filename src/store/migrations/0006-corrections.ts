import { sql } from 'kysely'
import type { SchemaStep } from './migration.ts'

/** What was corrected, by whom and why; and at which site a record was made. Rows are added, never changed. */
export const corrections: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('correction')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('employee_id', columns.id, (column) => column.notNull())
    .addColumn('action', columns.word, (column) => column.notNull())
    // A record or an earlier correction; no foreign key can point at either.
    .addColumn('record_id', columns.id)
    .addColumn('was_kind', columns.word)
    .addColumn('was_at_micros', columns.micros)
    .addColumn('was_site_id', columns.id)
    .addColumn('becomes_kind', columns.word)
    .addColumn('becomes_at_micros', columns.micros)
    .addColumn('becomes_site_id', columns.id)
    .addColumn('reason', columns.text, (column) => column.notNull())
    .addColumn('written_by', columns.text, (column) => column.notNull())
    .addColumn('written_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint('correction_employee', ['employee_id'], 'employee', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('correction_decision')
    .ifNotExists()
    // The key is the correction's: the database itself refuses a second decision.
    .addColumn('correction_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('outcome', columns.word, (column) => column.notNull())
    .addColumn('decided_by', columns.text, (column) => column.notNull())
    .addColumn('decided_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint(
      'correction_decision_correction',
      ['correction_id'],
      'correction',
      ['id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'correction_by_employee',
    table: 'correction',
    columns: ['employee_id', 'id'],
  })
  const tables = await db.introspection.getTables()
  const records = tables.find(({ name }) => name === 'attendance_record')
  if (!records?.columns.some(({ name }) => name === 'site_id')) {
    await sql`alter table attendance_record add column site_id ${columns.id}`.execute(db)
  }
}
