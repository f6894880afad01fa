import type { Kysely } from 'kysely'
import type { CorrectionStore, DecidedCorrection } from '../attendance/hours/ports.ts'
import type { RecordKind } from '../attendance/record.ts'
import type { CorrectedValue, Correction, Decision } from '../attendance/time/correction.ts'
import { keepAnswer } from './answers.ts'
import type { StoreDialect } from './dialects/dialect.ts'
import type { LockEmployee } from './hours.ts'
import type { CorrectionDecisionTable, CorrectionTable } from './hours-tables.ts'
import { fromMicros } from './micros.ts'
import type { Tables } from './tables.ts'
import type { InTransaction } from './transaction.ts'

export function createCorrectionStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  lockEmployee: LockEmployee,
): CorrectionStore {
  return {
    async add(correction, receipt) {
      const { employeeId, writtenAt } = correction
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return false
        await trx.insertInto('correction').values(toRow(correction)).execute()
        await keepAnswer(trx, receipt, correction, { employeeId, at: fromMicros(writtenAt) })
        return true
      })
    },

    async decide(decision, receipt) {
      const { correctionId, outcome, by, at } = decision
      return inTransaction(async (trx) => {
        const found = trx
          .selectFrom('correction')
          .select('employee_id')
          .where('id', '=', correctionId)
        const there = await dialect.lockRows(found).executeTakeFirst()
        if (!there) return false
        const earlier = await trx
          .selectFrom('correction_decision')
          .select('correction_id')
          .where('correction_id', '=', correctionId)
          .executeTakeFirst()
        if (earlier) return false
        await trx
          .insertInto('correction_decision')
          .values({
            correction_id: correctionId,
            outcome,
            decided_by: by,
            decided_at_micros: at,
          })
          .execute()
        const about = { employeeId: there.employee_id, at: fromMicros(at) }
        await keepAnswer(trx, receipt, decision, about)
        return true
      })
    },

    async find(id) {
      const row = await decided(db).where('correction.id', '=', id).executeTakeFirst()
      return row && toDecided(row)
    },

    async list({ employeeId, isOpen, after, limit }) {
      let query = decided(db).orderBy('correction.id', 'desc').limit(limit)
      if (employeeId !== undefined) query = query.where('employee_id', '=', employeeId)
      if (isOpen !== undefined) query = query.where('outcome', isOpen ? 'is' : 'is not', null)
      if (after !== undefined) query = query.where('correction.id', '<', after)
      return (await query.execute()).map(toDecided)
    },

    async of(employeeIds) {
      if (employeeIds.length === 0) return []
      const rows = await decided(db)
        .where('employee_id', 'in', [...employeeIds])
        .orderBy('correction.id')
        .execute()
      return rows.map(toDecided)
    },
  }
}

const decided = (db: Kysely<Tables>) =>
  db
    .selectFrom('correction')
    .leftJoin('correction_decision', 'correction_id', 'correction.id')
    .selectAll('correction')
    .select(['outcome', 'decided_by', 'decided_at_micros'])

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null }
type Row = CorrectionTable & Nullable<Omit<CorrectionDecisionTable, 'correction_id'>>

function toRow(correction: Correction): CorrectionTable {
  const { id, employeeId, action, reason, by, writtenAt } = correction
  const was = correction.action === 'add' ? undefined : correction.was
  const becomes = correction.action === 'void' ? undefined : correction.becomes
  return {
    id,
    employee_id: employeeId,
    action,
    record_id: correction.action === 'add' ? null : correction.recordId,
    was_kind: was?.kind ?? null,
    was_at_micros: was?.at ?? null,
    was_site_id: was?.siteId ?? null,
    becomes_kind: becomes?.kind ?? null,
    becomes_at_micros: becomes?.at ?? null,
    becomes_site_id: becomes?.siteId ?? null,
    reason,
    written_by: by,
    written_at_micros: writtenAt,
  }
}

function toDecided(row: Row): DecidedCorrection {
  const { outcome, decided_by: by, decided_at_micros: at } = row
  const decision: Decision | null =
    outcome === null || by === null || at === null
      ? null
      : { correctionId: row.id, outcome: outcome as Decision['outcome'], by, at }
  return { correction: toCorrection(row), decision }
}

// Only this program writes these columns, and only from a Correction: what its action needs is there.
function toCorrection(row: CorrectionTable): Correction {
  const told = {
    id: row.id,
    employeeId: row.employee_id,
    reason: row.reason,
    by: row.written_by,
    writtenAt: row.written_at_micros,
  }
  const was: CorrectedValue = {
    kind: row.was_kind as RecordKind,
    at: row.was_at_micros ?? 0,
    siteId: row.was_site_id,
  }
  const becomes: CorrectedValue = {
    kind: row.becomes_kind as RecordKind,
    at: row.becomes_at_micros ?? 0,
    siteId: row.becomes_site_id,
  }
  const recordId = row.record_id ?? ''
  switch (row.action as Correction['action']) {
    case 'add':
      return { ...told, action: 'add', becomes }
    case 'void':
      return { ...told, action: 'void', recordId, was }
    case 'change':
      return { ...told, action: 'change', recordId, was, becomes }
  }
}
