import type { Transaction } from 'kysely'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'

/** Finds an employee, also one who left, and locks their row until the transaction ends. */
export type LockEmployee = (trx: Transaction<Tables>, id: string) => Promise<boolean>

export const createLockEmployee =
  (dialect: StoreDialect): LockEmployee =>
  async (trx, id) => {
    const found = trx.selectFrom('employee').select('id').where('id', '=', id)
    return (await dialect.lockRows(found).executeTakeFirst()) !== undefined
  }
