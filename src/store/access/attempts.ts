import type { Kysely } from 'kysely'
import type { AttemptStore } from '../../access/attempts.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createAttemptStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  { lockRows }: Pick<StoreDialect, 'lockRows'>,
): AttemptStore {
  return {
    async change(key, next) {
      // Two that both find no row are told apart by the table's key: one of them is tried again.
      await inTransaction(async (trx) => {
        const row = await lockRows(
          trx.selectFrom('failed_attempt').selectAll().where('attempt_key', '=', key),
        ).executeTakeFirst()
        const changed = next(
          row && {
            count: row.failures,
            lastAt: fromMicros(row.last_at_micros),
            blockedUntil:
              row.blocked_until_micros === null ? null : fromMicros(row.blocked_until_micros),
          },
        )
        if (!changed) return
        const values = {
          failures: changed.count,
          last_at_micros: toMicros(changed.lastAt),
          blocked_until_micros: changed.blockedUntil && toMicros(changed.blockedUntil),
        }
        if (row) {
          await trx
            .updateTable('failed_attempt')
            .set(values)
            .where('attempt_key', '=', key)
            .execute()
        } else {
          await trx
            .insertInto('failed_attempt')
            .values({ attempt_key: key, ...values })
            .execute()
        }
      })
    },

    async clear(key) {
      await db.deleteFrom('failed_attempt').where('attempt_key', '=', key).execute()
    },

    async dropBefore(at) {
      await db.deleteFrom('failed_attempt').where('last_at_micros', '<', toMicros(at)).execute()
    },
  }
}
