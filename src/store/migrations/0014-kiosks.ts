import type { SchemaStep } from './migration.ts'

/** Paired kiosks, what they sign with, and how people clock in where. */
export const kiosks: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  await db.schema
    .createTable('kiosk')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('site_id', columns.id, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('code_hash', columns.word)
    .addColumn('code_until_micros', columns.micros)
    .addColumn('public_key', columns.bytes)
    .addColumn('paired_at_micros', columns.micros)
    .addColumn('revoked_at_micros', columns.micros)
    .addColumn('seen_at_micros', columns.micros)
    .addColumn('seen_version', columns.word)
    .addColumn('seen_camera', columns.word)
    .addForeignKeyConstraint('kiosk_site', ['site_id'], 'site', ['id'])
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'kiosk_by_code',
    table: 'kiosk',
    columns: ['code_hash'],
    unique: true,
  })
  await db.schema
    .createTable('used_nonce')
    .ifNotExists()
    // The database itself refuses to use one twice.
    .addColumn('nonce', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('until_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'used_nonce_by_time',
    table: 'used_nonce',
    columns: ['until_micros'],
  })
  await db.schema
    .createTable('nonce_key')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('nonce_key', columns.bytes, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('site_mode')
    .ifNotExists()
    .addColumn('site_id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('mode', columns.word, (column) => column.notNull())
    .addForeignKeyConstraint('site_mode_site', ['site_id'], 'site', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
}
