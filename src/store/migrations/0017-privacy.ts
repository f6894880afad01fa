import { forbidChanges } from '../append-only.ts'
import type { SchemaStep } from './migration.ts'

/** What was decided about people's data, and what they were told about it. Rows are added, never changed. */
export const privacy: SchemaStep = async (db, dialect) => {
  const { columns, tableOptions } = dialect
  await db.schema
    .createTable('privacy_choice')
    .ifNotExists()
    // Counted up from 1, so that of two who choose at once one comes after the other.
    .addColumn('ordinal', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('content', columns.bytes, (column) => column.notNull())
    .addColumn('made_by', columns.text, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('notice')
    .ifNotExists()
    .addColumn('version', columns.integer, (column) => column.notNull().primaryKey())
    .addColumn('country', columns.word, (column) => column.notNull())
    .addColumn('covers_face', columns.integer, (column) => column.notNull())
    .addColumn('published_by', columns.text, (column) => column.notNull())
    .addColumn('at_micros', columns.micros, (column) => column.notNull())
    .modifyEnd(tableOptions)
    .execute()
  await db.schema
    .createTable('notice_text')
    .ifNotExists()
    .addColumn('version', columns.integer, (column) => column.notNull())
    .addColumn('language', columns.word, (column) => column.notNull())
    .addColumn('hash', columns.word, (column) => column.notNull())
    .addColumn('body', columns.bytes, (column) => column.notNull())
    .addForeignKeyConstraint('notice_text_notice', ['version'], 'notice', ['version'])
    .addPrimaryKeyConstraint('notice_text_key', ['version', 'language'])
    .modifyEnd(tableOptions)
    .execute()
  await forbidChanges(db, dialect)
}
