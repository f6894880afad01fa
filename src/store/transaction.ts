import type { Kysely, Transaction } from 'kysely'
import type { StoreDialect } from './dialects/dialect.ts'
import type { Tables } from './tables.ts'

/** Does all of `work` or nothing, and again when another transaction got into its way. */
export type InTransaction = <Result>(
  work: (trx: Transaction<Tables>) => Promise<Result>,
) => Promise<Result>

/** Conflicts in a row after which something else must be wrong. */
const maxAttempts = 10

export function createInTransaction(db: Kysely<Tables>, dialect: StoreDialect): InTransaction {
  return async function inTransaction(work) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().execute(work)
      } catch (error) {
        if (attempt === maxAttempts || !dialect.isConflict(error)) throw error
      }
    }
  }
}
