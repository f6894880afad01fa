import type { Kysely } from 'kysely'
import type { AssignmentStore } from '../../attendance/ports/planning.ts'
import { dateOf } from '../../time/day.ts'
import { accepted } from '../../time/problem.ts'
import { keepAnswer } from '../answers.ts'
import type { LockEmployee } from '../identity/lock-employee.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { assignmentsOf, insertAssignment } from './assigned.ts'
import type { LockPlaces } from './places.ts'
import { withinReach } from './within-reach.ts'

export function createAssignmentStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  lockEmployee: LockEmployee,
  lockPlaces: LockPlaces,
): AssignmentStore {
  return {
    async add(assignment, writtenAt, check, receipt) {
      const { employeeId } = assignment
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return undefined
        const checked = check(await assignmentsOf(trx, [employeeId]))
        if (!checked.ok) return checked
        const places = await lockPlaces(trx, [assignment])
        if (!places.ok) return places
        await insertAssignment(trx, assignment, writtenAt)
        await keepAnswer(trx, receipt, assignment, { employeeId, at: fromMicros(writtenAt) })
        return accepted(assignment)
      })
    },

    async of(employeeIds) {
      return assignmentsOf(db, employeeIds)
    },

    async remove(employeeId, from, check) {
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return false
        const all = await assignmentsOf(trx, [employeeId])
        if (!all.some((each) => each.from === from)) return false
        const checked = check(all)
        if (!checked.ok) return checked
        await trx
          .deleteFrom('assignment')
          .where('employee_id', '=', employeeId)
          .where('from_date', '=', dateOf(from))
          .execute()
        return checked
      })
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
