import type { Kysely, Transaction } from 'kysely'
import type { AssignmentStore, KeptAssignment } from '../../attendance/ports/planning.ts'
import { dateOf, dayOf } from '../../time/day.ts'
import { accepted } from '../../time/problem.ts'
import { keepAnswer } from '../answers.ts'
import type { LockEmployee } from '../identity/lock-employee.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { Micros } from '../micros.ts'
import type { InTransaction } from '../transaction.ts'
import { withinReach } from './within-reach.ts'

/** Employees of one statement: every database takes more parameters. */
const peopleAtOnce = 500

export function createAssignmentStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  lockEmployee: LockEmployee,
): AssignmentStore {
  return {
    async add(assignment, writtenAt, check, receipt) {
      const { employeeId } = assignment
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return undefined
        const checked = check(await assignmentsOf(trx, [employeeId]))
        if (!checked.ok) return checked
        await insertAssignment(trx, assignment, writtenAt)
        await keepAnswer(trx, receipt, assignment, { employeeId, at: fromMicros(writtenAt) })
        return accepted(assignment)
      })
    },

    async of(employeeIds) {
      return assignmentsOf(db, employeeIds)
    },

    async remove(employeeId, from) {
      const { numDeletedRows } = await db
        .deleteFrom('assignment')
        .where('employee_id', '=', employeeId)
        .where('from_date', '=', dateOf(from))
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    async ofThoseAt(place, day) {
      const people = await db
        .selectFrom('assignment')
        .innerJoin('employee', 'employee.id', 'employee_id')
        .select('employee_id')
        .distinct()
        .where('left_at_micros', 'is', null)
        .where((eb) => eb.or([eb('last_date', 'is', null), eb('last_date', '>=', dateOf(day))]))
        .where((eb) =>
          'siteId' in place
            ? eb('site_id', '=', place.siteId)
            : eb('schedule_id', '=', place.scheduleId),
        )
        .execute()
      const all: KeptAssignment[] = []
      for (let i = 0; i < people.length; i += peopleAtOnce) {
        const some = people.slice(i, i + peopleAtOnce).map((row) => row.employee_id)
        all.push(...(await assignmentsOf(db, some)))
      }
      return all
    },

    async peopleOf(reach) {
      const rows = await db
        .selectFrom('employee')
        .select('employee.id')
        .where('left_at_micros', 'is', null)
        .where((eb) =>
          eb.or([
            withinReach('employee.id', reach),
            eb.not(
              eb.exists(
                eb
                  .selectFrom('assignment')
                  .select('assignment.id')
                  .whereRef('assignment.employee_id', '=', 'employee.id'),
              ),
            ),
          ]),
        )
        .execute()
      return rows.map(({ id }) => id)
    },

    async isWithin(employeeId, reach) {
      const found = db
        .selectFrom('employee')
        .select('id')
        .where('id', '=', employeeId)
        .where(withinReach('employee.id', reach))
      return (await found.executeTakeFirst()) !== undefined
    },
  }
}

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
