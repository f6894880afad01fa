import type { Insertable, Kysely, Selectable } from 'kysely'
import { giveWay } from '../../ports/give-way.ts'
import type { RecordedHours } from '../../attendance/ports/recorded-hours.ts'
import type { LeaveStore } from '../../attendance/ports/planning.ts'
import { dateOf, dayOf, type DayRange } from '../../time/day.ts'
import { daysAroundLeave, type Leave, type LeaveKind, leavesClash } from '../../time/leave.ts'
import { createLeaveIndex, type LeaveIndex } from '../../time/leave-index.ts'
import { keepAnswer } from '../answers.ts'
import type { LockEmployee } from '../identity/lock-employee.ts'
import type { EmployeeLeaveTable } from './tables.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { Micros } from '../micros.ts'
import type { InTransaction } from '../transaction.ts'

export function createLeaveStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  lockEmployee: LockEmployee,
): LeaveStore {
  return {
    async add(leave, writtenAt, receipt) {
      const { employeeId } = leave
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return undefined
        const others = await leavesOf(trx, [employeeId], daysAroundLeave(leave))
        const clash = others.find((other) => leavesClash(leave, other))
        if (clash !== undefined) return { clash }
        await trx.insertInto('employee_leave').values(toLeaveRow(leave, writtenAt)).execute()
        await keepAnswer(trx, receipt, leave, { employeeId, at: fromMicros(writtenAt) })
        return { clash: null }
      })
    },

    async remove(id) {
      const { numDeletedRows } = await db
        .deleteFrom('employee_leave')
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async find(id) {
      const row = await db
        .selectFrom('employee_leave')
        .selectAll()
        .where('id', '=', id)
        .where('withdrawn_at_micros', 'is', null)
        .executeTakeFirst()
      return row && toLeave(row)
    },

    async withdraw(id, withdrawn_at_micros) {
      const { numUpdatedRows } = await db
        .updateTable('employee_leave')
        .set({ withdrawn_at_micros })
        .where('id', '=', id)
        .where('withdrawn_at_micros', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async of(employeeIds, range) {
      return leavesOf(db, employeeIds, range)
    },

    async withdrawnOf(employeeId, range) {
      const rows = await touching(db, [employeeId], range)
        .where('withdrawn_at_micros', 'is not', null)
        .execute()
      return rows.map((row) => ({ leave: toLeave(row), at: row.withdrawn_at_micros ?? 0 }))
    },
  }
}

/** Keeps all of many leaves or none: false when one clashes, or its employee is not there. */
export function createAddLeaves(
  inTransaction: InTransaction,
  lockEmployee: LockEmployee,
): RecordedHours['addLeaves'] {
  return async function addLeaves(leaves, writtenAt, receipt) {
    // Always in the same order, so that two such imports never wait for each other.
    const ids = [...new Set(leaves.map(({ employeeId }) => employeeId))].sort()
    const range = {
      from: leaves.reduce((first, { from }) => Math.min(first, from), Infinity),
      to: leaves.reduce((last, { to }) => Math.max(last, to), -Infinity),
    }
    return inTransaction(async (trx) => {
      for (const id of ids) if (!(await lockEmployee(trx, id))) return false
      const others = new Map<string, LeaveIndex>()
      for (let i = 0; i < ids.length; i += rowsAtOnce) {
        const some = await leavesOf(trx, ids.slice(i, i + rowsAtOnce), daysAroundLeave(range))
        for (const [id, theirs] of Map.groupBy(some, ({ employeeId }) => employeeId))
          others.set(id, createLeaveIndex(theirs))
      }
      const clashes = (leave: Leave) =>
        others.get(leave.employeeId)?.someAround(leave, (other) => leavesClash(leave, other)) ??
        false
      for (let i = 0; i < leaves.length; i += rowsAtOnce) {
        const some = leaves.slice(i, i + rowsAtOnce)
        if (some.some(clashes)) return false
        await giveWay()
      }
      for (let i = 0; i < leaves.length; i += rowsAtOnce) {
        const rows = leaves.slice(i, i + rowsAtOnce).map((leave) => toLeaveRow(leave, writtenAt))
        await trx.insertInto('employee_leave').values(rows).execute()
      }
      await keepAnswer(trx, receipt, leaves, { at: fromMicros(writtenAt) })
      return true
    })
  }
}

/** Rows of one statement: every database takes more than nine parameters for each of these. */
const rowsAtOnce = 500

async function leavesOf(
  db: Kysely<Tables>,
  employeeIds: readonly string[],
  range: DayRange,
): Promise<Leave[]> {
  if (employeeIds.length === 0) return []
  const rows = await touching(db, employeeIds, range)
    .where('withdrawn_at_micros', 'is', null)
    .execute()
  const leaves: Leave[] = []
  for (const row of rows) {
    await giveWay()
    leaves.push(toLeave(row))
  }
  return leaves
}

const touching = (db: Kysely<Tables>, employeeIds: readonly string[], { from, to }: DayRange) =>
  db
    .selectFrom('employee_leave')
    .selectAll()
    .where('employee_id', 'in', [...employeeIds])
    .where('from_date', '<=', dateOf(to))
    .where('to_date', '>=', dateOf(from))
    .orderBy('employee_id')
    .orderBy('from_date')
    .orderBy('id')

function toLeaveRow(
  { id, employeeId, from, to, kind, part }: Leave,
  writtenAt: Micros,
): Insertable<EmployeeLeaveTable> {
  const hours = typeof part === 'object' ? part : undefined
  return {
    id,
    employee_id: employeeId,
    from_date: dateOf(from),
    to_date: dateOf(to),
    kind,
    part: typeof part === 'object' ? 'hours' : (part ?? null),
    start_minute: hours?.start ?? null,
    end_minute: hours?.end ?? null,
    written_at_micros: writtenAt,
  }
}

// Only this program writes these columns, and only from a Leave: what its part needs is there.
function toLeave(row: Selectable<EmployeeLeaveTable>): Leave {
  const leave = {
    id: row.id,
    employeeId: row.employee_id,
    from: dayOf(row.from_date),
    to: dayOf(row.to_date),
    kind: row.kind as LeaveKind,
  }
  if (row.part === null) return leave
  const part =
    row.part === 'hours'
      ? { start: row.start_minute ?? 0, end: row.end_minute ?? 0 }
      : (row.part as 'morning' | 'afternoon')
  return { ...leave, part }
}
