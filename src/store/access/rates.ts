import type { Kysely } from 'kysely'
import type { RateStore } from '../../access/rates.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

/** Windows by which the clocks of two servers may differ at the same moment. */
const skewedWindows = 1

export function createRateStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  { lockRows }: Pick<StoreDialect, 'lockRows'>,
): RateStore {
  return {
    async take(rate_key, { window: asked, at }, amount, max) {
      // Two that both find no row are told apart by the table's key: one of them is tried again.
      return inTransaction(async (trx) => {
        const row = await lockRows(
          trx.selectFrom('rate_window').selectAll().where('rate_key', '=', rate_key),
        ).executeTakeFirst()
        const ahead = (row?.window_number ?? asked) - asked
        // Further ahead than clocks differ: it was put back since.
        const isSame = row !== undefined && ahead >= 0 && ahead <= skewedWindows
        const before = isSame ? row.taken : 0
        const taken = Math.max(0, Math.min(amount, max - before))
        const values = {
          window_number: isSame ? row.window_number : asked,
          taken: before + taken,
          at_micros: toMicros(at),
        }
        if (!row)
          await trx
            .insertInto('rate_window')
            .values({ rate_key, ...values })
            .execute()
        else if (taken > 0 || !isSame) {
          await trx
            .updateTable('rate_window')
            .set(values)
            .where('rate_key', '=', rate_key)
            .execute()
        }
        return taken
      })
    },

    async dropBefore(at) {
      await db.deleteFrom('rate_window').where('at_micros', '<', toMicros(at)).execute()
    },
  }
}
