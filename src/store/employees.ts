import type { Kysely } from 'kysely'
import type { Employee } from '../attendance/employee.ts'
import type { EmployeeStore } from '../attendance/ports.ts'
import { keepAnswer } from './answers.ts'
import type { StoreDialect } from './dialects/dialect.ts'
import { noteGalleryChange } from './gallery-changes.ts'
import { fromMicros, toMicros } from './micros.ts'
import type { Tables } from './tables.ts'
import { insertTemplates } from './templates.ts'
import type { InTransaction } from './transaction.ts'

export function createEmployeeStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): EmployeeStore {
  return {
    async create({ id, name, createdAt }, templates, receipt, seen) {
      const employee = { id, name, createdAt, templates: templates.length }
      await inTransaction(async (trx) => {
        await trx
          .insertInto('employee')
          .values({ id, name, created_at_micros: toMicros(createdAt), left_at_micros: null })
          .execute()
        await insertTemplates(trx, templates)
        await keepAnswer(trx, receipt, employee, { employeeId: id, at: createdAt })
        if (templates.length > 0) await noteGalleryChange(trx, id, createdAt, seen)
      })
      return employee
    },

    async find(id) {
      const row = await present(db).where('id', '=', id).executeTakeFirst()
      return row && toEmployee(row)
    },

    async list({ after, limit }) {
      const all = present(db).orderBy('id').limit(limit)
      const rows = await (after === undefined ? all : all.where('id', '>', after)).execute()
      return rows.map(toEmployee)
    },

    async rename(id, name) {
      await db
        .updateTable('employee')
        .set({ name })
        .where('id', '=', id)
        .where('left_at_micros', 'is', null)
        .execute()
      return this.find(id)
    },

    async addTemplates(id, templates, receipt, seen) {
      return inTransaction(async (trx) => {
        const there = await dialect.lockRows(present(trx).where('id', '=', id)).executeTakeFirst()
        if (!there) return undefined
        await insertTemplates(trx, templates)
        const before = toEmployee(there)
        const employee = { ...before, templates: before.templates + templates.length }
        const at = templates[0]?.createdAt ?? employee.createdAt
        await keepAnswer(trx, receipt, employee, { employeeId: id, at })
        await noteGalleryChange(trx, id, at, seen)
        return employee
      })
    },

    async forget(id, records, at) {
      const wasThere = await inTransaction(async (trx) => {
        const found = records === 'erase' ? anybody(trx) : present(trx)
        const there = await dialect.lockRows(found.where('id', '=', id)).executeTakeFirst()
        if (!there) return false
        await trx.deleteFrom('face_template').where('employee_id', '=', id).execute()
        await trx.deleteFrom('answered_request').where('employee_id', '=', id).execute()
        const kept = await hasRecords(trx, id)
        if (kept && records === 'keep') {
          const left_at_micros = toMicros(at)
          await trx.updateTable('employee').set({ left_at_micros }).where('id', '=', id).execute()
          await noteGalleryChange(trx, id, at)
          return true
        }
        if (kept) {
          // Without this row the database would not let the others go.
          await trx
            .insertInto('erasure')
            .values({ employee_id: id, at_micros: toMicros(at) })
            .execute()
          await trx.deleteFrom('attendance_record').where('employee_id', '=', id).execute()
        }
        await trx.deleteFrom('employee').where('id', '=', id).execute()
        await noteGalleryChange(trx, id, at)
        return true
      })
      if (wasThere) await dialect.scrub(db)
      return wasThere
    },
  }
}

/** Whether anything was recorded of an employee that is not to go without a trace. */
async function hasRecords(trx: Kysely<Tables>, id: string): Promise<boolean> {
  for (const table of ['attendance_record', 'correction'] as const) {
    const found = trx.selectFrom(table).select('id').where('employee_id', '=', id).limit(1)
    if (await found.executeTakeFirst()) return true
  }
  return false
}

/** The employees who have not left. */
const present = (db: Kysely<Tables>) => anybody(db).where('left_at_micros', 'is', null)

function anybody(db: Kysely<Tables>) {
  return db
    .selectFrom('employee')
    .select(['id', 'name', 'created_at_micros'])
    .select((eb) =>
      eb
        .selectFrom('face_template')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('employee_id', '=', 'employee.id')
        .as('templates'),
    )
}

type PresentRow = { id: string; name: string; created_at_micros: number; templates: number | null }

const toEmployee = (row: PresentRow): Employee => ({
  id: row.id,
  name: row.name,
  createdAt: fromMicros(row.created_at_micros),
  templates: row.templates ?? 0,
})
