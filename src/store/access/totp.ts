import type { Kysely } from 'kysely'
import type { TotpStore } from '../../access/second-factor/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createTotpStore(db: Kysely<Tables>, inTransaction: InTransaction): TotpStore {
  async function putCodes(trx: Kysely<Tables>, operator_id: string, hashes: readonly string[]) {
    await trx.deleteFrom('recovery_code').where('operator_id', '=', operator_id).execute()
    const rows = hashes.map((code_hash) => ({ code_hash, operator_id }))
    if (rows.length > 0) await trx.insertInto('recovery_code').values(rows).execute()
  }

  return {
    async find(id) {
      const row = await db
        .selectFrom('operator_totp')
        .selectAll()
        .where('operator_id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const { count } = await db
        .selectFrom('recovery_code')
        .select((on) => on.fn.countAll().as('count'))
        .where('operator_id', '=', id)
        .executeTakeFirstOrThrow()
      const at = row.confirmed_at_micros
      return { confirmedAt: at === null ? null : fromMicros(at), recoveryCodes: Number(count) }
    },

    begin: (operator_id) =>
      inTransaction(async (trx) => {
        const row = await trx
          .selectFrom('operator_totp')
          .select('confirmed_at_micros')
          .where('operator_id', '=', operator_id)
          .executeTakeFirst()
        if (row) return row.confirmed_at_micros === null
        const values = { operator_id, confirmed_at_micros: null, last_step: 0 }
        await trx.insertInto('operator_totp').values(values).execute()
        return true
      }),

    confirm: (id, { at, step, codeHashes, keptSession }) =>
      inTransaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('operator_totp')
          .set({ confirmed_at_micros: toMicros(at), last_step: step })
          .where('operator_id', '=', id)
          .where('confirmed_at_micros', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await putCodes(trx, id, codeHashes)
        await trx
          .deleteFrom('operator_session')
          .where('operator_id', '=', id)
          .where('token_hash', '!=', keptSession ?? '')
          .execute()
        await trx
          .updateTable('operator_session')
          .set({ factors: 2 })
          .where('operator_id', '=', id)
          .execute()
        return true
      }),

    async useStep(id, step) {
      const { numUpdatedRows } = await db
        .updateTable('operator_totp')
        .set({ last_step: step })
        .where('operator_id', '=', id)
        .where('confirmed_at_micros', 'is not', null)
        .where('last_step', '<', step)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async useRecoveryCode(id, hash) {
      const { numDeletedRows } = await db
        .deleteFrom('recovery_code')
        .where('operator_id', '=', id)
        .where('code_hash', '=', hash)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    putRecoveryCodes: (id, hashes) => inTransaction((trx) => putCodes(trx, id, hashes)),

    remove: (id) =>
      inTransaction(async (trx) => {
        await putCodes(trx, id, [])
        const { numDeletedRows } = await trx
          .deleteFrom('operator_totp')
          .where('operator_id', '=', id)
          .executeTakeFirst()
        return numDeletedRows > 0n
      }),
  }
}
