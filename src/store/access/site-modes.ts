import type { Kysely } from 'kysely'
import { defaultSiteMode, siteModes } from '../../access/credentials/site-mode.ts'
import type { SiteModeStore } from '../../access/credentials/ports.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createSiteModeStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
): SiteModeStore {
  return {
    async of(siteId) {
      const row = await db
        .selectFrom('site_mode')
        .select('mode')
        .where('site_id', '=', siteId)
        .executeTakeFirst()
      return siteModes.find((mode) => mode === row?.mode) ?? defaultSiteMode
    },

    async put(siteId, mode) {
      return inTransaction(async (trx) => {
        const site = trx.selectFrom('site').select('id').where('id', '=', siteId)
        if (!(await site.executeTakeFirst())) return false
        await trx.deleteFrom('site_mode').where('site_id', '=', siteId).execute()
        await trx.insertInto('site_mode').values({ site_id: siteId, mode }).execute()
        return true
      })
    },
  }
}
