import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { AnswerStore } from '../ports/receipt.ts'
import { AlreadyAnsweredError, type Receipt } from '../ports/receipt.ts'
import { toMicros } from './micros.ts'
import type { Tables } from './tables.ts'

export function createAnswerStore(db: Kysely<Tables>): AnswerStore {
  return {
    async find(key) {
      const row = await db
        .selectFrom('answered_request')
        .select(['fingerprint', 'status', 'body'])
        .where('request_key', '=', key)
        .executeTakeFirst()
      return row && { ...row, body: new TextDecoder().decode(row.body) }
    },

    async dropBefore(at) {
      await db.deleteFrom('answered_request').where('at_micros', '<', toMicros(at)).execute()
    },
  }
}

/**
 * Keeps the answer to whoever gave a receipt, in the transaction of what was written. When the request
 * was answered before, everything written is undone with it: here, or by the table's key when two write
 * at the same moment, after which the transaction is tried again and ends here.
 */
export async function keepAnswer<Written>(
  trx: Transaction<Tables>,
  receipt: Receipt<Written> | undefined,
  written: Written,
  about: { readonly employeeId?: string; readonly at: Temporal.Instant },
): Promise<void> {
  if (!receipt) return
  const answered = await trx
    .selectFrom('answered_request')
    .select('request_key')
    .where('request_key', '=', receipt.key)
    .executeTakeFirst()
  if (answered) throw new AlreadyAnsweredError()
  const { fingerprint, status, body } = receipt.answer(written)
  await trx
    .insertInto('answered_request')
    .values({
      request_key: receipt.key,
      fingerprint,
      employee_id: about.employeeId ?? null,
      status,
      body: Buffer.from(body),
      at_micros: toMicros(about.at),
    })
    .execute()
}
