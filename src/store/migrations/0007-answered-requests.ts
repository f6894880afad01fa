import type { SchemaStep } from './migration.ts'

/** What was answered to requests that may come again. */
export const answeredRequests: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('answered_request')
    .ifNotExists()
    // The database itself refuses to answer one request twice.
    .addColumn('request_key', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('fingerprint', columns.word, (column) => column.notNull())
    .addColumn('employee_id', columns.id)
    .addColumn('status', columns.integer, (column) => column.notNull())
    .addColumn('body', columns.bytes, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'answered_request_by_time',
    table: 'answered_request',
    columns: ['at_micros'],
  })
  await createIndex(db, {
    name: 'answered_request_by_employee',
    table: 'answered_request',
    columns: ['employee_id'],
  })
}
