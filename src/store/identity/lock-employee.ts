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

/**
 * Keeps everybody else who adds employees by what there are, such as by their names, waiting until the
 * transaction ends. To be done before anything is looked at: in MySQL the first look decides what is seen.
 */
export const createLockPeople =
  (dialect: StoreDialect) =>
  async (trx: Transaction<Tables>): Promise<void> => {
    // The one row that every change of who there is goes through.
    await dialect.lockRows(trx.selectFrom('gallery_counter').select('last_change')).execute()
  }
