import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../time/day.ts'
import type { Employee } from '../../identity/employee.ts'
import { NoConsentError } from '../../identity/consent.ts'
import type { EmployeeStore, FirstAssignment } from '../../identity/ports.ts'
import { SiteArchivedError } from '../../identity/site-archived-error.ts'
import { keepAnswer } from '../answers.ts'
import type { Auditor } from '../access/audit.ts'
import type { Vault } from '../access/vault.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { columnsOf, numbersFor, refuseTaken } from './employee-numbers.ts'
import { noteGalleryChange } from './gallery-changes.ts'
import { noteForgotten } from './forgotten.ts'
import { createLockPeople } from './lock-employee.ts'
import { fromMicros, toMicros } from '../micros.ts'
import { addConsent, standsOnConsent } from '../privacy/consent-rows.ts'
import type { Tables } from '../tables.ts'
import type { EmployeeTable } from './tables.ts'
import { dropTemplatesOf, insertTemplates, viewsOf } from './templates.ts'
import type { Scrubbing } from '../scrubbing.ts'
import { insertAssignment } from '../attendance/assigned.ts'
import { createLockPlaces } from '../attendance/places.ts'
import { withinReach } from '../attendance/within-reach.ts'
import type { InTransaction } from '../transaction.ts'

export function createEmployeeStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  vault: Vault,
  auditor: Auditor,
  scrubbing: Pick<Scrubbing, 'isDue' | 'now'>,
): EmployeeStore {
  const lockPeople = createLockPeople(dialect)
  const lockPlaces = createLockPlaces(dialect)

  /** In the transaction of their creation: nobody is ever there without the site by which they are reached. */
  async function belongTo(
    trx: Transaction<Tables>,
    employeeId: string,
    { id, siteId, from }: FirstAssignment & { readonly id: string },
    at: Temporal.Instant,
  ): Promise<void> {
    const place = { siteId, scheduleId: null }
    if (!(await lockPlaces(trx, [place])).ok) throw new SiteArchivedError()
    const assignment = { ...{ id, employeeId, from: dayOf(from), weekOffset: 0 }, ...place }
    await insertAssignment(trx, assignment, toMicros(at))
  }

  return {
    async create(newcomer, templates, receipt, seen, consent) {
      const { id, name, number: wanted, createdAt, assignedTo } = newcomer
      const views = templates.flatMap(({ view }) => (view ? [view] : []))
      return inTransaction(async (trx) => {
        // Of several who ask for the next number at once, each waits for the one before.
        if (wanted === undefined) await lockPeople(trx)
        const [number] = await numbersFor(trx, [wanted])
        if (!number) throw new Error('A newcomer has no number')
        const kept = { id, name, number: number.number, createdAt }
        const employee = { ...kept, templates: templates.length, views }
        await trx
          .insertInto('employee')
          .values({
            ...{ id, name, ...number },
            ...{ created_at_micros: toMicros(createdAt), left_at_micros: null },
          })
          .execute()
        if (consent) await addConsent(trx, id, consent)
        if (assignedTo) await belongTo(trx, id, assignedTo, createdAt)
        await insertTemplates(trx, vault, templates)
        await keepAnswer(trx, receipt, employee, { employeeId: id, at: createdAt })
        if (templates.length > 0) await noteGalleryChange(trx, id, createdAt, seen)
        const detail = { templates: templates.length, consent: consent !== undefined }
        const assigned = assignedTo && {
          ...{ action: 'assigned', employeeId: id, detail: { assignment: assignedTo.id } },
        }
        const enrolled = { action: 'employee-enrolled', employeeId: id, detail }
        await auditor.append(trx, enrolled, ...(assigned ? [assigned] : []))
        return employee
      })
    },

    async find(id) {
      return find(db, id)
    },

    async list({ after, limit, reach }) {
      const everybody = present(db).orderBy('id').limit(limit)
      const all = reach ? everybody.where(withinReach('employee.id', reach)) : everybody
      const rows = await (after === undefined ? all : all.where('id', '>', after)).execute()
      return withViews(db, rows)
    },

    async rename(id, name) {
      await inTransaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('employee')
          .set({ name })
          .where('id', '=', id)
          .where('left_at_micros', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows > 0n)
          await auditor.append(trx, { action: 'employee-renamed', employeeId: id })
      })
      return this.find(id)
    },

    async renumber(id, number) {
      await inTransaction(async (trx) => {
        await refuseTaken(trx, [number], id)
        const { numUpdatedRows } = await trx
          .updateTable('employee')
          .set(columnsOf(number))
          .where('id', '=', id)
          .where('left_at_micros', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows > 0n)
          await auditor.append(trx, { action: 'employee-renumbered', employeeId: id })
      })
      return this.find(id)
    },

    async addTemplates(id, templates, options = {}) {
      const { dropping = new Set<string>(), receipt, seen, consent } = options
      const employee = await inTransaction(async (trx) => {
        const there = await dialect.lockRows(present(trx).where('id', '=', id)).executeTakeFirst()
        if (!there) return undefined
        if (consent && !(await standsOnConsent(trx, id, consent))) throw new NoConsentError()
        if (dropping.size > 0)
          await trx
            .deleteFrom('face_template')
            .where('employee_id', '=', id)
            .where('id', 'in', [...dropping])
            .execute()
        await insertTemplates(trx, vault, templates)
        const changed = await find(trx, id)
        if (!changed) return undefined
        const at = templates[0]?.createdAt ?? changed.createdAt
        await keepAnswer(trx, receipt, changed, { employeeId: id, at })
        if (dropping.size > 0) await scrubbing.isDue(trx)
        await noteGalleryChange(trx, id, at, seen)
        const detail = { added: templates.length, dropped: dropping.size }
        await auditor.append(trx, { action: 'templates-added', employeeId: id, detail })
        return changed
      })
      // In nobody's way: with many templates it takes longer than an answer may.
      if (dropping.size > 0) void scrubbing.now()
      return employee
    },

    async forget(id, records, at) {
      const wasThere = await inTransaction(async (trx) => {
        const found = records === 'erase' ? anybody(trx) : present(trx)
        const there = await dialect.lockRows(found.where('id', '=', id)).executeTakeFirst()
        if (!there) return false
        await dropTemplatesOf(trx, id)
        for (const table of ['employee_pin', 'badge'] as const) {
          await trx.deleteFrom(table).where('employee_id', '=', id).execute()
        }
        await trx.deleteFrom('answered_request').where('employee_id', '=', id).execute()
        await scrubbing.isDue(trx)
        const kept = await hasRecords(trx, id)
        if (kept && records === 'keep') {
          const left_at_micros = toMicros(at)
          await trx.updateTable('employee').set({ left_at_micros }).where('id', '=', id).execute()
          await noteGalleryChange(trx, id, at)
          await noteForgotten(trx, auditor, id, records, at)
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
        await noteOlderErasure(trx, id)
        await trx.deleteFrom('employee').where('id', '=', id).execute()
        await noteGalleryChange(trx, id, at)
        await noteForgotten(trx, auditor, id, records, at)
        // The chain speaks of nobody then, and stays as it is.
        await trx.deleteFrom('audit_subject').where('employee_id', '=', id).execute()
        return true
      })
      if (wasThere) await scrubbing.now()
      return wasThere
    },
  }
}

/** Remembers of somebody who came from the older program that they are gone, by their number there alone. */
async function noteOlderErasure(trx: Kysely<Tables>, id: string): Promise<void> {
  await trx
    .insertInto('older_erasure')
    .columns(['source', 'older_id'])
    .expression(
      trx.selectFrom('older_employee').select(['source', 'older_id']).where('employee_id', '=', id),
    )
    .execute()
}

/** Whether anything was recorded of an employee that is not to go without a trace. */
async function hasRecords(trx: Kysely<Tables>, id: string): Promise<boolean> {
  for (const table of ['attendance_record', 'correction', 'consent'] as const) {
    const found = trx.selectFrom(table).select('employee_id').where('employee_id', '=', id).limit(1)
    if (await found.executeTakeFirst()) return true
  }
  return false
}

/** The employees who have not left. */
const present = (db: Kysely<Tables>) => anybody(db).where('left_at_micros', 'is', null)

function anybody(db: Kysely<Tables>) {
  return db
    .selectFrom('employee')
    .select(['id', 'name', 'number', 'created_at_micros'])
    .select((eb) =>
      eb
        .selectFrom('face_template')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('employee_id', '=', 'employee.id')
        .as('templates'),
    )
}

type PresentRow = Pick<EmployeeTable, 'id' | 'name' | 'number' | 'created_at_micros'> & {
  templates: number | null
}

async function find(db: Kysely<Tables>, id: string): Promise<Employee | undefined> {
  const rows = await present(db).where('id', '=', id).execute()
  return (await withViews(db, rows))[0]
}

async function withViews(db: Kysely<Tables>, rows: readonly PresentRow[]): Promise<Employee[]> {
  const views = await viewsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.number,
    createdAt: fromMicros(row.created_at_micros),
    templates: row.templates ?? 0,
    views: views.get(row.id) ?? [],
  }))
}
