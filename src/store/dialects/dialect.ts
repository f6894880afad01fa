import type { Dialect, Kysely, RawBuilder } from 'kysely'
import type { StoreFault } from '../../ports/store-error.ts'
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
  /** Some megabytes at most. */
  readonly bytes: RawBuilder<unknown>
}

export type Index = {
  readonly name: string
  readonly table: keyof Tables
  readonly columns: readonly string[]
  /** Whether no two rows may have the same in these columns; rows with nothing in them are not the same. */
  readonly unique?: boolean
}

/** A change of rows that the database itself is to refuse. */
export type Prohibition = {
  readonly name: string
  readonly table: keyof Tables
  readonly change: 'update' | 'delete'
  /** Refused when this condition in SQL holds, in which `old` is the row; without it always. */
  readonly when?: string
}

/** A query to which a row lock can be added. */
type Lockable = { forUpdate(): unknown }

/**
 * How long the program waits for a connection and a statement. Answering people is `brief`: a statement that
 * takes longer has lost its database. Changing tables of millions of rows is `patient`.
 */
export type Patience = 'brief' | 'patient'

/** One kind of database, with everything that sets it apart from the others. */
export interface StoreDialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres'
  /** Connects lazily, with a pool of its own, which comes back by itself when the server was away. */
  connect(patience: Patience): Dialect
  readonly columns: ColumnTypes
  /** What follows the columns when a table is made. */
  readonly tableOptions: RawBuilder<unknown>
  /** Makes an index unless it is there. */
  createIndex(db: Kysely<never>, index: Index): Promise<void>
  /** Drops an index if it is there. */
  dropIndex(db: Kysely<never>, index: Pick<Index, 'name' | 'table'>): Promise<void>
  /** The names of the prohibitions that the database knows and keeps. */
  prohibitions(db: Kysely<never>): Promise<readonly string[]>
  /** Makes the database refuse a change, whoever asks for it. */
  forbid(db: Kysely<never>, prohibition: Prohibition): Promise<void>
  /** Whether an error says that the program's role has not the right to do this. */
  isNotAllowed(error: unknown): boolean
  /** Makes a query lock the rows that it finds until the transaction ends. */
  lockRows<Query extends Lockable>(query: Query): Query
  /** Begins a transaction that reads what is there at one moment and keeps nobody from writing. */
  beginSnapshot(connection: Kysely<Tables>): Promise<void>
  /** What an error of the driver means; undefined when it is a fault of ours. */
  faultOf(error: unknown): StoreFault | undefined
  /** Whether two transactions got into each other's way, so that doing this one again may succeed. */
  isConflict(error: unknown): boolean
  /** The first setting under which a commit might be lost in a crash; undefined when there is none. */
  unsafeSetting(db: Kysely<Tables>): Promise<string | undefined>
  /** Removes what deleted templates left behind in the database's files, as far as it allows. */
  scrub(db: Kysely<Tables>): Promise<void>
}

/** How a pool of connections to a database server behaves. */
export const poolLimits = {
  maxConnections: 10,
  /** Requests that may wait for a connection; more are told that the database is out of reach. */
  maxWaiting: 200,
  connectWithinMs: { brief: 2000, patient: 10_000 },
  /** A brief statement that takes longer has lost its server: its connection is given up. */
  briefStatementMs: 10_000,
  lockWaitSeconds: 5,
} as const
