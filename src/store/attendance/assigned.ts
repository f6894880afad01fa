import type { Kysely, Transaction } from 'kysely'
import type { KeptAssignment } from '../../attendance/ports/planning.ts'
import { dateOf, dayOf } from '../../time/day.ts'
import type { Micros } from '../micros.ts'
import type { Tables } from '../tables.ts'

/** The assignments of some employees, by employee and first day. */
export async function assignmentsOf(
  db: Kysely<Tables>,
  employeeIds: readonly string[],
): Promise<KeptAssignment[]> {
  if (employeeIds.length === 0) return []
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('employee_id', 'in', [...employeeIds])
    .orderBy('employee_id')
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    employeeId: row.employee_id,
    from: dayOf(row.from_date),
    siteId: row.site_id,
    scheduleId: row.schedule_id,
    weekOffset: row.week_offset,
  }))
}

export async function insertAssignment(
  trx: Transaction<Tables>,
  { id, employeeId, from, siteId, scheduleId, weekOffset }: KeptAssignment,
  writtenAt: Micros,
): Promise<void> {
  await trx
    .insertInto('assignment')
    .values({
      id,
      employee_id: employeeId,
      from_date: dateOf(from),
      site_id: siteId,
      schedule_id: scheduleId,
      week_offset: weekOffset,
      written_at_micros: writtenAt,
    })
    .execute()
}
