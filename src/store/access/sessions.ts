import type { Kysely } from 'kysely'
import type { SessionStore } from '../../access/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import { withSites } from './operators.ts'

export function createSessionStore(db: Kysely<Tables>): SessionStore {
  return {
    async add(token_hash, operator_id, at, factors) {
      const micros = toMicros(at)
      await db
        .insertInto('operator_session')
        .values({
          ...{ token_hash, operator_id, factors },
          ...{ created_at_micros: micros, seen_at_micros: micros },
        })
        .execute()
    },

    async find(hash) {
      const row = await db
        .selectFrom('operator_session')
        .innerJoin('operator', 'operator.id', 'operator_id')
        .select(['id', 'name', 'role', 'all_sites', 'operator.created_at_micros'])
        .select([
          'operator_session.created_at_micros as began_at_micros',
          'seen_at_micros',
          'factors',
        ])
        .where('token_hash', '=', hash)
        .executeTakeFirst()
      if (!row) return undefined
      const [operator] = await withSites(db, [row])
      return (
        operator && {
          operator,
          factors: row.factors === 2 ? 2 : 1,
          createdAt: fromMicros(row.began_at_micros),
          seenAt: fromMicros(row.seen_at_micros),
        }
      )
    },

    async seen(hash, at) {
      await db
        .updateTable('operator_session')
        .set({ seen_at_micros: toMicros(at) })
        .where('token_hash', '=', hash)
        .execute()
    },

    async remove(hash) {
      await db.deleteFrom('operator_session').where('token_hash', '=', hash).execute()
    },

    async dropBefore(at) {
      await db.deleteFrom('operator_session').where('seen_at_micros', '<', toMicros(at)).execute()
    },
  }
}
