import type { Kysely } from 'kysely'
import type { StoreDialect } from '../dialects/dialect.ts'

/**
 * One step of the schema. It may be cut off and started again, also on databases where a step is not one
 * transaction: every statement in it must be harmless when done twice. Rows that are append-only cannot be
 * changed here either, unless the step drops their trigger and makes it anew.
 */
export type SchemaStep = (db: Kysely<never>, dialect: StoreDialect) => Promise<void>
