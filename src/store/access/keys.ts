import type { Kysely } from 'kysely'
import type { KeyStore } from '../../access/keys/ports.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { Auditor } from './audit.ts'
import type { Vault } from './vault.ts'

export const createKeyStore = (
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  vault: Vault,
  auditor: Auditor,
  rotate: KeyStore['rotate'],
): KeyStore => ({
  rotate,

  async isCopied() {
    const row = await db
      .selectFrom('master_key')
      .select('copied_at_micros')
      .executeTakeFirstOrThrow()
    return row.copied_at_micros !== null
  },

  async confirmCopy(at) {
    await inTransaction(async (trx) => {
      await trx
        .updateTable('master_key')
        .set({ copied_at_micros: toMicros(at) })
        .execute()
      await auditor.append(trx, { action: 'key-copy-confirmed' })
    })
  },

  unreadable: async () => vault.broken.size,
})
