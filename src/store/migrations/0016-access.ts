import type { SchemaStep } from './migration.ts'

/** Who may do what: the first start, operators and their sessions, keys for scripts, attempts that failed. */
export const access: SchemaStep = async (db, { columns, tableOptions, createIndex }) => {
  // One row at most, so that the program is set up once.
  await db.schema
    .createTable('installation')
    .ifNotExists()
    .addColumn('id', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('country', columns.word, (column) => column.notNull())
    .addColumn('publish_notice', columns.integer, (column) => column.notNull())
    .addColumn('set_up_at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('setup_link')
    .ifNotExists()
    .addColumn('token_hash', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('expires_at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('operator')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('name_key', columns.word, (column) => column.notNull().unique())
    .addColumn('role', columns.word, (column) => column.notNull())
    .addColumn('all_sites', columns.integer, (column) => column.notNull())
    .addColumn('password_hash', columns.text, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('operator_site')
    .ifNotExists()
    .addColumn('operator_id', columns.id, (column) => column.notNull())
    .addColumn('site_id', columns.id, (column) => column.notNull())
    .addPrimaryKeyConstraint('operator_site_key', ['operator_id', 'site_id'])
    .addForeignKeyConstraint('operator_site_operator', ['operator_id'], 'operator', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .addForeignKeyConstraint('operator_site_site', ['site_id'], 'site', ['id'])
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('operator_session')
    .ifNotExists()
    .addColumn('token_hash', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('operator_id', columns.id, (column) => column.notNull())
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('seen_at_micros', columns.micros, (column) => column.notNull())
    .addForeignKeyConstraint(
      'operator_session_operator',
      ['operator_id'],
      'operator',
      ['id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(tableOptions)
    .execute()
  await createIndex(db, {
    name: 'operator_session_by_operator',
    table: 'operator_session',
    columns: ['operator_id'],
  })
  await db.schema
    .createTable('api_key')
    .ifNotExists()
    .addColumn('id', columns.id, (column) => column.notNull().primaryKey())
    .addColumn('token_hash', columns.word, (column) => column.notNull().unique())
    .addColumn('name', columns.text, (column) => column.notNull())
    .addColumn('scopes', columns.word, (column) => column.notNull())
    .addColumn('site_id', columns.id)
    .addColumn('created_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('expires_at_micros', columns.micros)
    .addColumn('used_at_micros', columns.micros)
    .addForeignKeyConstraint('api_key_site', ['site_id'], 'site', ['id'])
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('failed_attempt')
    .ifNotExists()
    .addColumn('attempt_key', columns.word, (column) => column.notNull().primaryKey())
    .addColumn('failures', columns.integer, (column) => column.notNull())
    .addColumn('last_at_micros', columns.micros, (column) => column.notNull())
    .addColumn('blocked_until_micros', columns.micros)
    .modifyEnd(tableOptions)
    .execute()
}
