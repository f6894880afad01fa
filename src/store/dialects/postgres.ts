import { PostgresDialect, sql, type Kysely, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { StoreFault } from '../../ports/store-error.ts'
import type { Tables } from '../tables.ts'
import { poolLimits, type Patience, type Prohibition, type StoreDialect } from './dialect.ts'
import { codeOf, isNetworkError } from './network-errors.ts'

/** PostgreSQL 15 and later at a URL `postgres://user:password@host:port/database`. */
export function createPostgresDialect(url: string): StoreDialect {
  return {
    name: 'postgres',
    connect: (patience) => new PostgresDialect({ pool: createLimitedPool(url, patience) }),
    columns: {
      id: sql`text collate "C"`,
      word: sql`text collate "C"`,
      text: sql`text`,
      micros: sql`bigint`,
      integer: sql`integer`,
      bytes: sql`bytea`,
    },
    tableOptions: sql``,
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
      const triggers = sql<{ name: string }>`
        select tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = current_schema()::regnamespace and not tgisinternal and tgenabled <> 'D'
      `
      return (await triggers.execute(db)).rows.map(({ name }) => name)
    },
    forbid,
    isNotAllowed: (error) => codeOf(error) === '42501',
    lockRows: (query) => query.forUpdate() as typeof query,
    async beginSnapshot(connection) {
      await sql`begin isolation level repeatable read, read only`.execute(connection)
    },
    faultOf,
    // Serialisation failure, deadlock, and a row that another transaction made first.
    isConflict: (error) => ['40001', '40P01', '23505'].includes(String(codeOf(error))),
    unsafeSetting,
    async scrub(db) {
      // Writes the tables anew without the deleted rows. The server's log forgets in its own time. Where a backup
      // reads the table it gives up at once: whoever waits for it whole keeps all who come after from reading.
      await db.connection().execute(async (connection) => {
        await sql`set lock_timeout = ${sql.lit(scrubLockWaitMs)}`.execute(connection)
        try {
          // Templates, and the keys without which nothing of them can be read.
          await sql`vacuum full face_template`.execute(connection)
          await sql`vacuum full employee_key`.execute(connection)
        } finally {
          await sql`reset lock_timeout`.execute(connection)
        }
      })
    },
  }
}

/** Shorter than anybody notices at the door. */
const scrubLockWaitMs = 200

async function forbid(
  db: Kysely<never>,
  { name, table, change, when = 'true' }: Prohibition,
): Promise<void> {
  const here = await sql<{ schema: string }>`select current_schema() as schema`.execute(db)
  const schema = here.rows[0]?.schema ?? 'public'
  // With a path of its own: somebody's temporary table could stand in for one that the condition asks.
  await sql`
    create or replace function ${sql.ref(name)}() returns trigger language plpgsql
    set search_path = ${sql.ref(schema)}, pg_temp as $body$
    begin
      if tg_op = 'TRUNCATE' or ${sql.raw(when)} then
        raise exception using errcode = 'restrict_violation',
          message = ${sql.lit(`${table} is append-only`)};
      end if;
      return ${sql.raw(change === 'delete' ? 'old' : 'new')};
    end
    $body$
  `.execute(db)
  if (change === 'delete') {
    await sql`
      create or replace trigger ${sql.ref(`${name}_whole`)} before truncate on ${sql.table(table)}
      execute function ${sql.ref(name)}()
    `.execute(db)
  }
  await sql`
    create or replace trigger ${sql.ref(name)} before ${sql.raw(change)} on ${sql.table(table)}
    for each row execute function ${sql.ref(name)}()
  `.execute(db)
}

/** The type of 64 bit numbers; ours are below 2^53. */
const int8 = 20

/** A pool whose connections are given up after a statement that was never answered. */
function createLimitedPool(url: string, patience: Patience): PostgresPool {
  const brief = {
    query_timeout: poolLimits.briefStatementMs,
    statement_timeout: poolLimits.briefStatementMs,
    lock_timeout: poolLimits.lockWaitSeconds * 1000,
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: poolLimits.maxConnections,
    connectionTimeoutMillis: poolLimits.connectWithinMs[patience],
    keepAlive: true,
    application_name: 'pointeuse',
    options: '-c TimeZone=UTC',
    ...(patience === 'brief' && brief),
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as never,
    },
  })
  pool.on('error', () => {
    // A connection that nobody was using was lost: the pool has dropped it and opens another when needed.
  })
  return {
    async connect() {
      if (pool.waitingCount >= poolLimits.maxWaiting) throw new Error(queueIsFull)
      return limited(await pool.connect())
    },
    end: () => pool.end(),
  }
}

const queueIsFull = 'Too many requests wait for the database'

type Client = Awaited<ReturnType<PostgresPool['connect']>>

function limited(client: pg.PoolClient): Client {
  let lost = false
  const onLost = () => {
    lost = true
  }
  // The pool listens to connections that nobody uses only; an error without a listener ends the process.
  client.on('error', onLost)
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, [...values])
    } catch (error) {
      if (faultOf(error) === 'unreachable') lost = true
      throw error
    }
  }
  return {
    query: query as unknown as Client['query'],
    release() {
      client.release(lost)
      client.off('error', onLost)
    },
  }
}

/** Classes and single codes of SQLSTATE (https://www.postgresql.org/docs/17/errcodes-appendix.html). */
const faults: readonly (readonly [prefix: string, fault: StoreFault])[] = [
  ['08', 'unreachable'], // connection
  ['53100', 'full'], // disk full
  ['53', 'unreachable'], // out of connections or memory
  ['55P03', 'unreachable'], // lock not available
  ['57', 'unreachable'], // shut down, or a statement that was cancelled
  ['25006', 'broken'], // read only
  ['58', 'broken'], // I/O
  ['XX', 'broken'], // corrupted
]

/** Errors of pg itself, which have no code. */
const lostMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/

function faultOf(error: unknown): StoreFault | undefined {
  if (!(error instanceof Error)) return undefined
  if (isNetworkError(error)) return 'unreachable'
  const code = codeOf(error)
  if (typeof code === 'string') return faults.find(([prefix]) => code.startsWith(prefix))?.[1]
  return lostMessages.test(error.message) || error.message === queueIsFull
    ? 'unreachable'
    : undefined
}

const safeValues: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_write', 'remote_apply'],
}

async function unsafeSetting(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in (${sql.join(Object.keys(safeValues))}) order by name
  `.execute(db)
  const unsafe = rows.find(({ name, setting }) => !safeValues[name]?.includes(setting))
  return unsafe && `postgres-${unsafe.name.replaceAll('_', '-')}`
}
