import { sql } from 'kysely'
import type { SchemaStep } from './migration.ts'

/** PINs and badges: how somebody says who they are without a face. */
export const credentials: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('employee_pin')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('hash', columns.text, (column) => column.notNull())
    .addColumn('made_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('wrong', columns.integer, (column) => column.notNull())
    .addForeignKeyConstraint('employee_pin_employee', ['employee_id'], 'employee', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('badge')
    .ifNotExists()
    .addColumn('employee_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('hash', columns.word, (column) => column.notNull())
    .addColumn('made_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint('badge_employee', ['employee_id'], 'employee', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, { name: 'badge_by_hash', table: 'badge', columns: ['hash'], unique: true })
  await db.schema
    .createTable('pin_attempt')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('device', columns.word, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'pin_attempt_by_time',
    table: 'pin_attempt',
    columns: ['at_micros', 'device'],
  })
  await db.schema
    .createTable('pin_gate')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .modifyEnd(tableOptions)
    .execute()
  await sql`
    insert into pin_gate (id)
    select 1 from (select 1 as one) as only_row where not exists (select 1 from pin_gate)
  `.execute(db)
}
