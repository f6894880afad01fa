import type { Kysely } from 'kysely'
import type { ApiKey } from '../../access/api-key.ts'
import type { ApiKeyStore } from '../../access/ports.ts'
import type { Scope } from '../../access/principal.ts'
import { fromMicros, toMicros, type Micros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { ApiKeyTable } from './tables.ts'

export function createApiKeyStore(db: Kysely<Tables>): ApiKeyStore {
  return {
    async add({ id, name, scopes, siteId, createdAt, expiresAt, usedAt }, token_hash) {
      await db
        .insertInto('api_key')
        .values({
          ...{ id, token_hash, name },
          scopes: scopes.join(' '),
          site_id: siteId,
          created_at_micros: toMicros(createdAt),
          expires_at_micros: expiresAt && toMicros(expiresAt),
          used_at_micros: usedAt && toMicros(usedAt),
        })
        .execute()
    },

    async list() {
      return (await db.selectFrom('api_key').selectAll().orderBy('id').execute()).map(toApiKey)
    },

    async find(hash) {
      const found = db.selectFrom('api_key').selectAll().where('token_hash', '=', hash)
      const row = await found.executeTakeFirst()
      return row && toApiKey(row)
    },

    async used(id, at) {
      await db
        .updateTable('api_key')
        .set({ used_at_micros: toMicros(at) })
        .where('id', '=', id)
        .execute()
    },

    async remove(id) {
      const { numDeletedRows } = await db
        .deleteFrom('api_key')
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

const instantOrNull = (micros: Micros | null) => (micros === null ? null : fromMicros(micros))

const toApiKey = (row: ApiKeyTable): ApiKey => ({
  id: row.id,
  name: row.name,
  // Only this program writes the column, and only from scopes.
  scopes: row.scopes.split(' ') as Scope[],
  siteId: row.site_id,
  createdAt: fromMicros(row.created_at_micros),
  expiresAt: instantOrNull(row.expires_at_micros),
  usedAt: instantOrNull(row.used_at_micros),
})
