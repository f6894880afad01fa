import type { Kysely, Transaction } from 'kysely'
import type { CorrectionStore, DecidedCorrection } from '../../attendance/ports/corrections.ts'
import type { RecordKind } from '../../time/record-kind.ts'
import {
  type CorrectedValue,
  type Correction,
  type Decision,
  foldCorrections,
  type TimedRecord,
} from '../../time/correction.ts'
import { writable } from '../../time/instant.ts'
import { keepAnswer } from '../answers.ts'
import type { LockEmployee } from '../identity/lock-employee.ts'
import type { CorrectionDecisionTable, CorrectionTable } from './tables.ts'
import { fromMicros } from '../micros.ts'
import { recorded, toTimed } from './recorded-hours.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { withinReach } from './within-reach.ts'

export function createCorrectionStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  lockEmployee: LockEmployee,
): CorrectionStore {
  return {
    async add(correction, receipt, decision = null, objection) {
      const { employeeId, writtenAt } = correction
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return 'no-such-employee'
        const objected = objection?.(await recordsAbout(trx, correction))
        if (objected !== undefined) return objected
        await trx.insertInto('correction').values(toRow(correction)).execute()
        if (decision !== null) await insertDecision(trx, decision, employeeId)
        await keepAnswer(trx, receipt, correction, { employeeId, at: fromMicros(writtenAt) })
        return 'added'
      })
    },

    async decide(decision, receipt, objection) {
      const { correctionId, at } = decision
      // Before the transaction: in MySQL its first look decides what it sees, which has to be after the lock.
      const found = await decided(db).where('correction.id', '=', correctionId).executeTakeFirst()
      if (!found) return 'not-open'
      const { correction } = toDecided(found)
      const { employeeId } = correction
      return inTransaction(async (trx) => {
        // Whoever decides about the same employee waits, so that no two decisions contradict each other.
        if (!(await lockEmployee(trx, employeeId))) return 'not-open'
        const earlier = await trx
          .selectFrom('correction_decision')
          .select('correction_id')
          .where('correction_id', '=', correctionId)
          .executeTakeFirst()
        if (earlier) return 'not-open'
        const objected = objection?.(await recordsAbout(trx, correction))
        if (objected !== undefined) return objected
        await insertDecision(trx, decision, employeeId)
        await keepAnswer(trx, receipt, decision, { employeeId, at: fromMicros(at) })
        return 'decided'
      })
    },

    async find(id) {
      const row = await decided(db).where('correction.id', '=', id).executeTakeFirst()
      return row && toDecided(row)
    },

    async list({ employeeId, state, reach, after, limit }) {
      let query = decided(db).orderBy('correction.id', 'desc').limit(limit)
      if (employeeId !== undefined) query = query.where('employee_id', '=', employeeId)
      if (reach) query = query.where(withinReach('correction.employee_id', reach))
      if (state === 'open') query = query.where('outcome', 'is', null)
      if (state === 'decided') query = query.where('outcome', 'is not', null)
      if (state === 'rejected') query = query.where('outcome', '=', 'rejected')
      if (state === 'approved') query = query.where('outcome', 'in', ['approved', 'not-needed'])
      if (after !== undefined) query = query.where('correction.id', '<', after)
      return (await query.execute()).map(toDecided)
    },

    async of(employeeIds) {
      return writtenOf(db, employeeIds)
    },
  }
}

/**
 * Always after the decisions about the same employee that there are, whatever the clocks of servers show:
 * corrections apply in this order. To be done while nobody else decides about them.
 */
async function insertDecision(
  trx: Transaction<Tables>,
  { correctionId, outcome, by, byId, at }: Decision,
  employeeId: string,
): Promise<void> {
  const found = await trx
    .selectFrom('correction_decision')
    .innerJoin('correction', 'correction.id', 'correction_id')
    .select(({ fn }) => fn.max('decided_at_micros').as('last'))
    .where('employee_id', '=', employeeId)
    .executeTakeFirst()
  const decided_at_micros = Math.max(at, Number(found?.last ?? -Infinity) + 1)
  await trx
    .insertInto('correction_decision')
    .values({
      correction_id: correctionId,
      outcome,
      decided_by: by,
      decided_by_id: byId ?? null,
      decided_at_micros,
    })
    .execute()
}

async function writtenOf(
  db: Kysely<Tables>,
  employeeIds: readonly string[],
): Promise<DecidedCorrection[]> {
  if (employeeIds.length === 0) return []
  const rows = await decided(db)
    .where('employee_id', 'in', [...employeeIds])
    .orderBy('correction.id')
    .execute()
  return rows.map(toDecided)
}

const minuteMicros = 60_000_000

async function recordsAbout(db: Kysely<Tables>, correction: Correction): Promise<TimedRecord[]> {
  const { employeeId } = correction
  const id = correction.action === 'add' ? null : correction.recordId
  const leadsTo = correction.action === 'void' ? null : correction.becomes.at
  const rows = await recorded(db)
    .where('employee_id', '=', employeeId)
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        eb.and([
          eb('at_micros', '>', (leadsTo ?? 0) - minuteMicros),
          eb('at_micros', '<', (leadsTo ?? 0) + minuteMicros),
        ]),
      ]),
    )
    .execute()
  const written = await writtenOf(db, [employeeId])
  return foldCorrections(
    rows.map(toTimed),
    written.map((each) => each.correction),
    written.flatMap(({ decision }) => (decision === null ? [] : [decision])),
  )
}

const decided = (db: Kysely<Tables>) =>
  db
    .selectFrom('correction')
    .innerJoin('employee', 'employee.id', 'employee_id')
    .leftJoin('correction_decision', 'correction_id', 'correction.id')
    .selectAll('correction')
    .select(['employee.name', 'outcome', 'decided_by', 'decided_by_id', 'decided_at_micros'])

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null }
type Row = CorrectionTable & { name: string } & Nullable<
    Omit<CorrectionDecisionTable, 'correction_id'>
  >

function toRow(correction: Correction): CorrectionTable {
  const { id, employeeId, action, reason, by, byId, writtenAt } = correction
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
    becomes_zone: becomes?.clock?.zone ?? null,
    becomes_offset_seconds: becomes?.clock?.offsetSeconds ?? null,
    reason,
    written_by: by,
    written_by_id: byId ?? null,
    written_at_micros: writtenAt,
  }
}

function toDecided(row: Row): DecidedCorrection {
  const { outcome, decided_by: by, decided_by_id: byId, decided_at_micros: at } = row
  const decision: Decision | null =
    outcome === null || by === null || at === null
      ? null
      : {
          correctionId: row.id,
          outcome: outcome as Decision['outcome'],
          by,
          ...(byId !== null && { byId }),
          at,
        }
  const employee = { id: row.employee_id, name: row.name }
  return { employee, correction: toCorrection(row), decision }
}

// Only this program writes these columns, and only from a Correction: what its action needs is there.
function toCorrection(row: CorrectionTable): Correction {
  const told = {
    id: row.id,
    employeeId: row.employee_id,
    reason: row.reason,
    by: row.written_by,
    ...(row.written_by_id !== null && { byId: row.written_by_id }),
    writtenAt: row.written_at_micros,
  }
  const was: CorrectedValue = {
    kind: row.was_kind as RecordKind,
    at: writable(row.was_at_micros ?? 0),
    siteId: row.was_site_id,
  }
  const becomes: CorrectedValue = {
    kind: row.becomes_kind as RecordKind,
    at: writable(row.becomes_at_micros ?? 0),
    siteId: row.becomes_site_id,
    ...(row.becomes_zone !== null &&
      row.becomes_offset_seconds !== null && {
        clock: { zone: row.becomes_zone, offsetSeconds: row.becomes_offset_seconds },
      }),
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
