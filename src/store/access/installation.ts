import type { Kysely } from 'kysely'
import type { InstallationStore } from '../../access/ports.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { insertOperator } from './operators.ts'

export function createInstallationStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
): InstallationStore {
  return {
    isSetUp: () => isSetUp(db),

    async addLink(token_hash, expiresAt) {
      await db
        .insertInto('setup_link')
        .values({ token_hash, expires_at_micros: toMicros(expiresAt) })
        .execute()
    },

    async hasLink(hash, at) {
      const row = await db
        .selectFrom('setup_link')
        .select('expires_at_micros')
        .where('token_hash', '=', hash)
        .executeTakeFirst()
      return row !== undefined && row.expires_at_micros > toMicros(at)
    },

    async setUp({ operator, passwordHash, country, publishNotice, site, at }, linkHash) {
      // Of two at the same moment the table's key stops one, which is tried again and finds the other's row.
      return inTransaction(async (trx) => {
        if (await isSetUp(trx)) return 'already-set-up'
        if (linkHash !== undefined) {
          const { numDeletedRows } = await trx
            .deleteFrom('setup_link')
            .where('token_hash', '=', linkHash)
            .where('expires_at_micros', '>', toMicros(at))
            .executeTakeFirst()
          if (numDeletedRows === 0n) return 'link-invalid'
        }
        await trx
          .insertInto('installation')
          .values({
            id: 1,
            country,
            publish_notice: publishNotice ? 1 : 0,
            set_up_at_micros: toMicros(at),
          })
          .execute()
        await trx.deleteFrom('setup_link').execute()
        if (site) {
          await trx
            .insertInto('site')
            .values({ ...site, calendar: null })
            .execute()
        }
        await insertOperator(trx, operator, passwordHash)
        return 'done'
      })
    },
  }
}

async function isSetUp(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('installation').select('id').executeTakeFirst()) !== undefined
}
