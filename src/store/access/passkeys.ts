import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type {
  Passkey,
  PasskeyCredential,
  PasskeyStore,
} from '../../access/second-factor/passkey.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { PasskeyTable } from './tables.ts'

export function createPasskeyStore(db: Kysely<Tables>, inTransaction: InTransaction): PasskeyStore {
  return {
    async list(operatorId) {
      const rows = await db
        .selectFrom('passkey')
        .selectAll()
        .where('operator_id', '=', operatorId)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...toPasskey(row), credential: toCredential(row) }))
    },

    add: ({ id, operatorId, name, createdAt }, credential, keptSession) =>
      inTransaction(async (trx) => {
        const credential_hash = hashOf(credential.id)
        const there = trx.selectFrom('passkey').where('credential_hash', '=', credential_hash)
        if (await there.select('id').executeTakeFirst()) return false
        await trx
          .insertInto('passkey')
          .values({
            ...{ id, name, credential_hash, credential: bytesOf(credential) },
            ...{ operator_id: operatorId, created_at_micros: toMicros(createdAt) },
            used_at_micros: null,
          })
          .execute()
        await trx
          .updateTable('operator_session')
          .set({ factors: 2 })
          .where('token_hash', '=', keptSession ?? '')
          .execute()
        return true
      }),

    async find(credentialId) {
      const row = await db
        .selectFrom('passkey')
        .selectAll()
        .where('credential_hash', '=', hashOf(credentialId))
        .executeTakeFirst()
      return row && { passkey: toPasskey(row), credential: toCredential(row) }
    },

    async used(id, credential, at) {
      await db
        .updateTable('passkey')
        .set({ credential: bytesOf(credential), used_at_micros: toMicros(at) })
        .where('id', '=', id)
        .execute()
    },

    async remove(operatorId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('passkey')
        .where('operator_id', '=', operatorId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async removeAll(operatorId) {
      const { numDeletedRows } = await db
        .deleteFrom('passkey')
        .where('operator_id', '=', operatorId)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

/** The device's name for a key is longer than what an index takes. */
const hashOf = (credentialId: string) => createHash('sha256').update(credentialId).digest('hex')

const bytesOf = (credential: PasskeyCredential) => Buffer.from(JSON.stringify(credential))

// Only this program writes the column.
const toCredential = ({ credential }: PasskeyTable) =>
  JSON.parse(Buffer.from(credential).toString()) as PasskeyCredential

const toPasskey = (row: PasskeyTable): Passkey => ({
  ...{ id: row.id, operatorId: row.operator_id, name: row.name },
  createdAt: fromMicros(row.created_at_micros),
  usedAt: row.used_at_micros === null ? null : fromMicros(row.used_at_micros),
})
