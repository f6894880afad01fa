import type { Kysely } from 'kysely'
import type { KeyStore } from '../../access/keys/ports.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { Vault } from './vault.ts'

export const createKeyStore = (
  db: Kysely<Tables>,
  vault: Vault,
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
    await db
      .updateTable('master_key')
      .set({ copied_at_micros: toMicros(at) })
      .execute()
  },

  unreadable: async () => vault.broken.size,
})
