import { MysqlDialect, sql, type Kysely, type MysqlPool } from 'kysely'
import { createPool, type PoolConnection } from 'mysql2'
import type { StoreFault } from '../../ports/store-error.ts'
import type { Tables } from '../tables.ts'
import { poolLimits, type Patience, type StoreDialect } from './dialect.ts'
import { codeOf, isNetworkError } from './network-errors.ts'

/** MySQL 8.4 and later, or MariaDB 11 and later, at a URL `mysql://user:password@host:port/database`. */
export function createMysqlDialect(url: string): StoreDialect {
  return {
    name: 'mysql',
    connect: (patience) => new MysqlDialect({ pool: createLimitedPool(url, patience) }),
    columns: {
      id: sql`char(36) character set ascii collate ascii_bin`,
      word: sql`varchar(100) character set ascii collate ascii_bin`,
      text: sql`varchar(255) character set utf8mb4 collate utf8mb4_bin`,
      micros: sql`bigint`,
      integer: sql`int`,
      bytes: sql`mediumblob`,
    },
    tableOptions: sql`engine=InnoDB default character set utf8mb4 collate utf8mb4_bin`,
    async createIndex(db, { name, table, columns, unique = false }) {
      if (await hasIndex(db, table, name)) return
      const index = db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
      await (unique ? index.unique() : index).execute()
    },
    async dropIndex(db, { name, table }) {
      if (await hasIndex(db, table, name)) await db.schema.dropIndex(name).on(table).execute()
    },
    async prohibitions(db) {
      const triggers = sql<{ name: string }>`
        select trigger_name as name from information_schema.triggers
        where trigger_schema = database()
      `
      return (await triggers.execute(db)).rows.map(({ name }) => name)
    },
    async forbid(db, { name, table, change, when = 'true' }) {
      await sql`
        create trigger if not exists ${sql.ref(name)} before ${sql.raw(change)} on ${sql.table(table)}
        for each row
        begin
          if ${sql.raw(when)} then
            signal sqlstate '45000' set message_text = ${sql.lit(`${table} is append-only`)};
          end if;
        end
      `.execute(db)
    },
    isNotAllowed: (error) => refusals.has(codeOf(error)),
    lockRows: (query) => query.forUpdate() as typeof query,
    async beginSnapshot(connection) {
      await sql`set transaction isolation level repeatable read`.execute(connection)
      await sql`start transaction with consistent snapshot, read only`.execute(connection)
    },
    faultOf,
    isConflict: (error) => conflicts.has(codeOf(error)),
    unsafeSetting,
    async scrub(db) {
      // Builds the tables anew without the deleted rows. The logs of the server forget in their own time.
      // Where a backup reads the table it gives up after a second, the least that there is.
      await db.connection().execute(async (connection) => {
        await sql`set session lock_wait_timeout = 1`.execute(connection)
        try {
          const { rows } = await sql<Record<string, unknown>>`
            optimize no_write_to_binlog table face_template, employee_key
          `.execute(connection)
          // It answers with its failures.
          if (
            rows.some((row) => Object.values(row).some((value) => /^error$/i.test(String(value))))
          )
            throw new Error('The tables of templates could not be written anew')
        } finally {
          await sql`set session lock_wait_timeout = ${sql.lit(poolLimits.lockWaitSeconds)}`.execute(
            connection,
          )
        }
      })
    },
  }
}

/** The last one is MariaDB's, of a row that somebody else wrote after this transaction began to read. */
const conflicts: ReadonlySet<unknown> = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_DUP_ENTRY',
  'ER_CHECKREAD',
])

/** A right that is missing; the first is that of making triggers on a server with a binary log. */
const refusals: ReadonlySet<unknown> = new Set([
  'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
])

/** MySQL has no `if exists` for indexes. */
async function hasIndex(db: Kysely<never>, table: string, name: string): Promise<boolean> {
  const there = await sql`
    select 1 from information_schema.statistics
    where table_schema = database() and table_name = ${table} and index_name = ${name}
  `.execute(db)
  return there.rows.length > 0
}

/**
 * The dives are looks into an index to count what a condition would find. With 25 employees to a question
 * the server dived into every index that begins with the employee, page by page from the disk, and took
 * twenty times longer to choose the right one than to read it; its statistics say the same at once.
 *
 * Every statement sees what was committed before it, as on PostgreSQL: what is read once a row is locked is
 * what its last holder left, whatever the transaction had looked at before.
 */
const sessionSettings = `set
  session sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',
  session time_zone = '+00:00',
  session transaction_isolation = 'READ-COMMITTED',
  session innodb_lock_wait_timeout = ${poolLimits.lockWaitSeconds},
  session eq_range_index_dive_limit = 1`

/** MariaDB's newer rule gives up where MySQL waits for a row: of twenty writers nineteen would begin again. */
const mariadbSettings = '/*M!110602 , session innodb_snapshot_isolation = off */'

/** A statement on a whole table would wait for a backup as long as that takes, and others behind it. */
const briefSettings = `, session lock_wait_timeout = ${poolLimits.lockWaitSeconds}`

/** Memory for sorting millions of rows into a new index, where MySQL takes 1 MB; MariaDB has no such setting. */
const patientSettings = '/*!80027 , session innodb_ddl_buffer_size = 67108864 */'

/** A pool whose connections are given up after a statement that was never answered. */
function createLimitedPool(url: string, patience: Patience): MysqlPool {
  const pool = createPool({
    uri: url,
    connectionLimit: poolLimits.maxConnections,
    queueLimit: poolLimits.maxWaiting,
    connectTimeout: poolLimits.connectWithinMs[patience],
    enableKeepAlive: true,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    // Every number as a number, also one that a slip of the keyboard made larger than is exact.
    supportBigNumbers: false,
  })
  const settings =
    sessionSettings + mariadbSettings + (patience === 'patient' ? patientSettings : briefSettings)
  pool.on('connection', (connection) => {
    // Queued before whatever the connection was opened for; should it fail, so does that.
    connection.query(settings, (error) => {
      if (error) connection.destroy()
    })
  })
  const timeout = patience === 'brief' ? { timeout: poolLimits.briefStatementMs } : {}
  return {
    getConnection(callback) {
      pool.getConnection((error, connection) => {
        if (error) callback(error, undefined as never)
        else callback(null, limited(connection, timeout))
      })
    },
    end: (callback) => pool.end(callback),
  }
}

type PooledConnection = Parameters<Parameters<MysqlPool['getConnection']>[0]>[1]

function limited(connection: PoolConnection, timeout: { timeout?: number }): PooledConnection {
  let lost = false
  const query = (text: string, values: readonly unknown[], done?: (...args: never[]) => void) =>
    connection.query({ sql: text, values: [...values], ...timeout }, (error, result) => {
      if (faultOf(error) === 'unreachable') lost = true
      ;(done as ((error: unknown, result: unknown) => void) | undefined)?.(error, result)
    })
  return {
    query: query as unknown as PooledConnection['query'],
    release() {
      if (lost) connection.destroy()
      else connection.release()
    },
  }
}

const faults: Readonly<Record<string, StoreFault>> = {
  PROTOCOL_CONNECTION_LOST: 'unreachable',
  PROTOCOL_SEQUENCE_TIMEOUT: 'unreachable',
  PROTOCOL_PACKETS_OUT_OF_ORDER: 'unreachable',
  POOL_CLOSED: 'unreachable',
  ER_CON_COUNT_ERROR: 'unreachable',
  ER_SERVER_SHUTDOWN: 'unreachable',
  ER_NORMAL_SHUTDOWN: 'unreachable',
  ER_LOCK_WAIT_TIMEOUT: 'unreachable',
  ER_QUERY_INTERRUPTED: 'unreachable',
  ER_DISK_FULL: 'full',
  ER_DISK_FULL_NOWAIT: 'full',
  ER_RECORD_FILE_FULL: 'full',
  ER_ERROR_ON_WRITE: 'broken',
  ER_OPTION_PREVENTS_STATEMENT: 'broken',
  ER_READ_ONLY_MODE: 'broken',
}

function faultOf(error: unknown): StoreFault | undefined {
  if (!(error instanceof Error)) return undefined
  if (isNetworkError(error)) return 'unreachable'
  const known = faults[String(codeOf(error))]
  if (known) return known
  // mysql2 has no code for these two: a connection that is closed already, and a queue that is full.
  const fatal = 'fatal' in error && error.fatal === true
  return fatal || /^(Can't add new command|Queue limit)/.test(error.message)
    ? 'unreachable'
    : undefined
}

/** A page that was half written when the power went cannot be mended from a log that holds only changes. */
const halfWrittenPages: readonly unknown[] = ['OFF', 'DETECT_ONLY', '0', 0]

async function unsafeSetting(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ flush: number; sync: number; log: number; doublewrite: unknown }>`
    select
      @@global.innodb_flush_log_at_trx_commit as flush,
      @@global.sync_binlog as sync,
      @@global.log_bin as log,
      @@global.innodb_doublewrite as doublewrite
  `.execute(db)
  const [setting] = rows
  if (setting?.flush !== 1) return 'mysql-innodb-flush-log-at-trx-commit'
  if (halfWrittenPages.includes(setting.doublewrite)) return 'mysql-innodb-doublewrite'
  return setting.log === 1 && setting.sync !== 1 ? 'mysql-sync-binlog' : undefined
}
