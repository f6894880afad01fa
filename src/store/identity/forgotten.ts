import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ForgottenStore } from '../../access/erased.ts'
import type { Auditor } from '../access/audit.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'

/** Notes in the transaction in which somebody is forgotten that they were, instead of what was noted before. */
export async function noteForgotten(
  trx: Transaction<Tables>,
  auditor: Auditor,
  employeeId: string,
  records: 'keep' | 'erase',
  at: Temporal.Instant,
): Promise<void> {
  await trx.deleteFrom('forgotten').where('employee_id', '=', employeeId).execute()
  await trx
    .insertInto('forgotten')
    .values({ employee_id: employeeId, records, at_micros: toMicros(at) })
    .execute()
  await auditor.append(trx, { action: 'employee-forgotten', employeeId, detail: { records } })
}

export const createForgottenStore = (db: Kysely<Tables>): ForgottenStore => ({
  async all() {
    const rows = await db.selectFrom('forgotten').selectAll().orderBy('at_micros').execute()
    return rows.map(({ employee_id, records, at_micros }) => ({
      employeeId: employee_id,
      records: records === 'keep' ? 'keep' : 'erase',
      at: fromMicros(at_micros).toString(),
    }))
  },
})
