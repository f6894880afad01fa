import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import { giveWay } from '../../ports/give-way.ts'
import { primaryCode, sqliteCodes } from './sqlite-errors.ts'

/** How long to wait for another process that is writing. */
const maxWaitMs = 5000
const retryEveryMs = 5
/** Statements kept ready; the program has some dozens. */
const maxStatements = 200

/**
 * Kysely's driver over node:sqlite. There is one connection and one user of it at a time. After an I/O
 * error it refuses to write: what a failed fsync left on the disk is not known, and asking again may be
 * answered with a lie (as PostgreSQL found out), so only a new start can be relied on.
 */
export function createSqliteDriver(open: () => DatabaseSync): Driver {
  let database: DatabaseSync | undefined
  let broken: Error | undefined
  let queue: Promise<void> = Promise.resolve()
  let release = () => {
    // Nobody holds the connection yet.
  }
  const statements = new Map<string, StatementSync>()

  const prepare = (text: string): StatementSync => {
    if (!database) throw new Error('The database is not open')
    const known = statements.get(text)
    if (known) return known
    if (statements.size >= maxStatements) statements.clear()
    const statement = database.prepare(text)
    statements.set(text, statement)
    return statement
  }

  const execute = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    const statement = prepare(query.sql)
    const parameters = query.parameters as SQLInputValue[]
    const reads = statement.columns().length > 0
    if (broken && !reads) throw broken
    try {
      if (reads) return { rows: (await allOf(statement, parameters)) as Row[] }
      const { changes, lastInsertRowid } = statement.run(...parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    } catch (error) {
      if (primaryCode(error) === sqliteCodes.ioError) broken = error as Error
      throw error
    }
  }

  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery) {
      // Whoever asks a thousand things in a row must not keep everybody else from their turn.
      await giveWay()
      // Inside a transaction nobody else writes.
      return database?.isTransaction ? execute<Row>(query) : patiently(() => execute<Row>(query))
    },
    async *streamQuery<Row>(query: CompiledQuery) {
      const rows = prepare(query.sql).iterate(...(query.parameters as SQLInputValue[]))
      for (const row of rows) yield { rows: [row as Row] }
    },
  }

  return {
    async init() {
      database = await patiently(async () => open())
    },
    async acquireConnection() {
      const mine = queue
      const { promise, resolve } = Promise.withResolvers<void>()
      queue = promise
      await mine
      release = resolve
      return connection
    },
    async releaseConnection() {
      release()
    },
    async beginTransaction() {
      // At once for writing: a transaction that reads first could not be continued after another's write.
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    async commitTransaction() {
      await execute(CompiledQuery.raw('commit'))
    },
    async rollbackTransaction() {
      // SQLite has rolled back by itself after some errors, such as a full disk.
      if (database?.isTransaction) database.exec('rollback')
    },
    async destroy() {
      statements.clear()
      database?.close()
    },
  }
}

/** Rows that are read before everybody else has their turn. */
const rowsATurn = 500

async function rowsOf(statement: StatementSync, parameters: SQLInputValue[]) {
  const rows: Record<string, unknown>[] = []
  for (const row of statement.iterate(...parameters)) {
    rows.push(row)
    if (rows.length % rowsATurn === 0) await giveWay()
  }
  return rows
}

/**
 * All rows. node:sqlite refuses whole numbers that are larger than is exact, such as a moment of the year 26;
 * one row must not hide the others, so that its numbers are then read as near as can be.
 */
async function allOf(statement: StatementSync, parameters: SQLInputValue[]): Promise<unknown[]> {
  try {
    return await rowsOf(statement, parameters)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    statement.setReadBigInts(true)
    try {
      return (await rowsOf(statement, parameters)).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        ),
      )
    } finally {
      statement.setReadBigInts(false)
    }
  }
}

/**
 * Tries again while another process is writing. SQLite's own waiting would stop everything else that
 * this process does.
 */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + maxWaitMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (primaryCode(error) !== sqliteCodes.busy || performance.now() > giveUpAt) throw error
      await sleep(retryEveryMs)
    }
  }
}
