import type { Kysely } from 'kysely'
import type { BadgeStore } from '../../access/credentials/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createBadgeStore(db: Kysely<Tables>, inTransaction: InTransaction): BadgeStore {
  return {
    async put(badges, at) {
      return inTransaction(async (trx) => {
        const missing: string[] = []
        for (const { employeeId, hash } of badges) {
          const present = await trx
            .selectFrom('employee')
            .select('id')
            .where('id', '=', employeeId)
            .where('left_at_micros', 'is', null)
            .executeTakeFirst()
          if (!present) {
            missing.push(employeeId)
            continue
          }
          await trx.deleteFrom('badge').where('employee_id', '=', employeeId).execute()
          const row = { employee_id: employeeId, hash, made_at_micros: toMicros(at) }
          await trx.insertInto('badge').values(row).execute()
        }
        return missing
      })
    },

    async remove(employeeId) {
      const { numDeletedRows } = await db
        .deleteFrom('badge')
        .where('employee_id', '=', employeeId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async ownerOf(hash) {
      const row = await db
        .selectFrom('badge')
        .innerJoin('employee', 'employee.id', 'badge.employee_id')
        .select('badge.employee_id')
        .where('badge.hash', '=', hash)
        .where('left_at_micros', 'is', null)
        .executeTakeFirst()
      return row?.employee_id
    },

    async madeAt(employeeId) {
      const row = await db
        .selectFrom('badge')
        .select('made_at_micros')
        .where('employee_id', '=', employeeId)
        .executeTakeFirst()
      return row && fromMicros(row.made_at_micros)
    },
  }
}
