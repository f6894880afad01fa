import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type DialectAdapter,
  type Kysely,
} from 'kysely'
import type { Tables } from '../tables.ts'
import type { Patience, StoreDialect } from './dialect.ts'
import { createSqliteDriver } from './sqlite-driver.ts'
import { sqliteFault } from './sqlite-errors.ts'

/** SQLite in the file at `path`, which is made when missing, readable by its owner only. */
export function createSqliteDialect(path: string): StoreDialect {
  return {
    name: 'sqlite',
    connect: (patience) => ({
      createDriver: () => createSqliteDriver(() => open(path, patience)),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter,
      createIntrospector: (db) => new SqliteIntrospector(db),
    }),
    columns: {
      id: sql`text`,
      word: sql`text`,
      text: sql`text`,
      micros: sql`integer`,
      integer: sql`integer`,
      bytes: sql`blob`,
    },
    tableOptions: sql`strict`,
    async createIndex(db, { name, table, columns, unique = false }) {
      const index = db.schema
        .createIndex(name)
        .ifNotExists()
        .on(table)
        .columns([...columns])
      await (unique ? index.unique() : index).execute()
    },
    async dropIndex(db, { name }) {
      await db.schema.dropIndex(name).ifExists().execute()
    },
    async prohibitions(db) {
      const triggers = sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`
      return (await triggers.execute(db)).rows.map(({ name }) => name)
    },
    async forbid(db, { name, table, change, when = 'true' }) {
      await sql`
        create trigger if not exists ${sql.ref(name)} before ${sql.raw(change)} on ${sql.table(table)}
        when ${sql.raw(when)}
        begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end
      `.execute(db)
    },
    // Whoever may write the file may do everything.
    isNotAllowed: () => false,
    // A transaction of SQLite has the whole database for itself.
    lockRows: (query) => query,
    async beginSnapshot(connection) {
      await sql`begin`.execute(connection)
    },
    faultOf: sqliteFault,
    // Whoever writes is alone from the start of the transaction.
    isConflict: () => false,
    unsafeSetting,
    async scrub(db) {
      // secure_delete has put zeros over the rows; this moves them into the file and empties the log.
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
      // It answers so when somebody still reads what is in the log.
      if (rows[0]?.busy !== 0) throw new Error('The log could not be emptied')
    },
  }
}

/** SQLite's own waiting stops the whole process: long enough for another's commit, then the driver waits. */
const busyTimeoutMs = 20

/** Memory in KiB for sorting millions of rows into a new index; with SQLite's own 2 MB it sorts in many small runs. */
const patientCacheKib = 128 * 1024

function open(path: string, patience: Patience): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Made here, as SQLite would let everybody read it; its log inherits the mode.
  closeSync(openSync(path, 'a', 0o600))
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs })
  try {
    // Without recursive triggers, 'insert or replace' would delete a row and ask nobody.
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma secure_delete = on;
      pragma recursive_triggers = on;
    `)
    if (patience === 'patient') database.exec(`pragma cache_size = -${patientCacheKib}`)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function createAdapter(): DialectAdapter {
  const adapter = new SqliteAdapter()
  return {
    supportsCreateIfNotExists: true,
    supportsOutput: false,
    supportsReturning: true,
    // Kysely says no; SQLite can, and so a migration that is cut off leaves nothing behind.
    supportsTransactionalDdl: true,
    acquireMigrationLock: (db, options) => adapter.acquireMigrationLock(db, options),
    releaseMigrationLock: (db, options) => adapter.releaseMigrationLock(db, options),
  }
}

async function unsafeSetting(db: Kysely<Tables>): Promise<string | undefined> {
  // Fails when the driver writes nothing any more.
  await db.transaction().execute(async () => undefined)
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
  if (journal.rows[0]?.journal_mode !== 'wal') return 'sqlite-journal-mode'
  const sync = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
  return (sync.rows[0]?.synchronous ?? 0) >= 2 ? undefined : 'sqlite-synchronous'
}
