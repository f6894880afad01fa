import type { Dialect, Kysely, RawBuilder } from 'kysely'
import type { StoreFault } from '../../attendance/store-error.ts'
import type { Tables } from '../tables.ts'

/** Column types of one database, by what a column holds. */
export type ColumnTypes = {
  /** A UUID as text, compared byte by byte. */
  readonly id: RawBuilder<unknown>
  /** A word of the program's own, such as a kind or a model; at most 100 ASCII characters. */
  readonly word: RawBuilder<unknown>
  /** Text of people, at most 255 Unicode code points. */
  readonly text: RawBuilder<unknown>
  readonly micros: RawBuilder<unknown>
  readonly integer: RawBuilder<unknown>
  /** Some kilobytes. */
  readonly bytes: RawBuilder<unknown>
}

export type Index = {
  readonly name: string
  readonly table: keyof Tables
  readonly columns: readonly string[]
}

/** A query to which a row lock can be added. */
type Lockable = { forUpdate(): unknown }

/** One kind of database, with everything that sets it apart from the others. */
export interface StoreDialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres'
  readonly kysely: Dialect
  readonly columns: ColumnTypes
  /** What follows the columns when a table is made. */
  readonly tableOptions: RawBuilder<unknown>
  /** Makes an index unless it is there. */
  createIndex(db: Kysely<never>, index: Index): Promise<void>
  /** Makes a query lock the rows that it finds until the transaction ends. */
  lockRows<Query extends Lockable>(query: Query): Query
  /** What an error of the driver means; undefined when it is a fault of ours. */
  faultOf(error: unknown): StoreFault | undefined
  /** Whether two transactions got into each other's way, so that doing this one again may succeed. */
  isConflict(error: unknown): boolean
  /** The first setting under which a commit might be lost in a crash; undefined when there is none. */
  unsafeSetting(db: Kysely<Tables>): Promise<string | undefined>
  /** Removes what deleted rows left behind in the database's files, as far as the database allows. */
  scrub(db: Kysely<Tables>): Promise<void>
}
