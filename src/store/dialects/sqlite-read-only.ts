import { DatabaseSync } from 'node:sqlite'
import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { createSqliteDriver } from './sqlite-driver.ts'

/** Somebody else's SQLite file: opened for reading only, and nothing about it is changed. */
export const createReadOnlySqlite = (path: string): Dialect => ({
  createDriver: () => createSqliteDriver(() => new DatabaseSync(path, { readOnly: true })),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
})
