import type { ExpressionBuilder, Kysely } from 'kysely'
import type { RecogniserChangeStore } from '../../identity/recogniser-change.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

/** There is one change that holds: the last. */
const onlyRow = 1

export function createRecogniserChangeStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
): RecogniserChangeStore {
  const without = (models: readonly string[]) => {
    const templates = (eb: ExpressionBuilder<Tables, 'employee'>) =>
      eb
        .selectFrom('face_template')
        .select('face_template.id')
        .whereRef('face_template.employee_id', '=', 'employee.id')
    return db
      .selectFrom('employee')
      .where('left_at_micros', 'is', null)
      .where((eb) => eb.exists(templates(eb)))
      .where((eb) => eb.not(eb.exists(templates(eb).where('model', 'in', [...models]))))
  }

  return {
    async changedTo() {
      const row = await db.selectFrom('recogniser_change').select('name').executeTakeFirst()
      return row?.name
    },

    async change(name, at) {
      await inTransaction(async (trx) => {
        await trx.deleteFrom('recogniser_change').execute()
        await trx
          .insertInto('recogniser_change')
          .values({ id: onlyRow, name, at_micros: toMicros(at) })
          .execute()
      })
    },

    async countWithout(models) {
      const row = await without(models)
        .select((eb) => eb.fn.countAll<number>().as('employees'))
        .executeTakeFirst()
      return Number(row?.employees ?? 0)
    },

    async listWithout(models, { after = '', limit }) {
      return without(models)
        .select(['employee.id', 'employee.name'])
        .where('employee.id', '>', after)
        .orderBy('employee.id')
        .limit(limit)
        .execute()
    },
  }
}
