import { addColumns } from './add-columns.ts'
import type { SchemaStep } from './migration.ts'

/** Apps for codes, the codes for when they are lost, passkeys; and by how many factors a session began. */
export const secondFactors: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('operator_totp')
    .ifNotExists()
    .addColumn('operator_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('confirmed_at_micros', columns.micros)
    .addColumn('last_step', columns.integer, (column) => column.notNull())
    .addForeignKeyConstraint('operator_totp_operator', ['operator_id'], 'operator', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('recovery_code')
    .ifNotExists()
    .addColumn('code_hash', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('operator_id', columns.id, (column) => column.notNull())
    .addForeignKeyConstraint('recovery_code_operator', ['operator_id'], 'operator', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'recovery_code_by_operator',
    table: 'recovery_code',
    columns: ['operator_id'],
  })
  await db.schema
    .createTable('passkey')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('operator_id', columns.id, (column) => column.notNull())
    .addColumn('credential_hash', columns.word, (column) => column.notNull().unique())
    .addColumn('credential', columns.bytes, (column) => column.notNull())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('used_at_micros', columns.micros)
    .addForeignKeyConstraint('passkey_operator', ['operator_id'], 'operator', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'passkey_by_operator',
    table: 'passkey',
    columns: ['operator_id'],
  })
  await addColumns(db, 'operator_session', { factors: columns.integer })
}
