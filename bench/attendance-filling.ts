import { DatabaseSync } from 'node:sqlite'
import mysql from 'mysql2/promise'
import pg from 'pg'

/** Writes many rows into one table of a database, faster than the program would and without its care. */
export type Filling = {
  add(rows: readonly Row[]): Promise<void>
  /** After this, what was added is there for every other connection. */
  end(): Promise<void>
}

/** Numbers, and words that hold no quotation mark: nothing that people typed comes here. */
export type Row = readonly (string | number | null)[]

/** Opens a database for filling a table, whose columns are given in the order of the rows' values. */
export async function createFilling(
  url: string,
  table: string,
  columns: readonly string[],
): Promise<Filling> {
  if (url.startsWith('mysql:')) return mysqlFilling(url, table, columns)
  if (url.startsWith('postgres')) return postgresFilling(url, table, columns)
  return sqliteFilling(url.slice('sqlite:'.length), table, columns)
}

function sqliteFilling(path: string, table: string, columns: readonly string[]): Filling {
  const database = new DatabaseSync(path)
  // Nothing that is worth a fsync: cut off, it is made again.
  database.exec('pragma synchronous = off; pragma cache_size = -262144; begin')
  const places = columns.map(() => '?').join(', ')
  const insert = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
  return {
    async add(rows) {
      for (const row of rows) insert.run(...row)
    },
    async end() {
      database.exec('commit')
      database.close()
    },
  }
}

async function mysqlFilling(
  url: string,
  table: string,
  columns: readonly string[],
): Promise<Filling> {
  const connection = await mysql.createConnection(url)
  await connection.query('set foreign_key_checks = 0, unique_checks = 0, autocommit = 0')
  return {
    async add(rows) {
      for (const values of literals(rows)) {
        await connection.query(`insert into ${table} (${columns.join(', ')}) values ${values}`)
      }
      await connection.query('commit')
    },
    end: () => connection.end(),
  }
}

async function postgresFilling(
  url: string,
  table: string,
  columns: readonly string[],
): Promise<Filling> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query("set synchronous_commit = off; set session_replication_role = 'replica'")
  return {
    async add(rows) {
      for (const values of literals(rows)) {
        await client.query(`insert into ${table} (${columns.join(', ')}) values ${values}`)
      }
    },
    async end() {
      // As its own housekeeping would have done over the two years.
      await client.query(`vacuum analyze ${table}`)
      await client.end()
    },
  }
}

/** Rows written out for a statement: some hundred kilobytes each time. */
const rowsAtOnce = 2000

function* literals(rows: readonly Row[]): Generator<string> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) {
    const some = rows.slice(i, i + rowsAtOnce)
    yield some.map((row) => `(${row.map(literal).join(',')})`).join(',')
  }
}

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value}'` : String(value)
