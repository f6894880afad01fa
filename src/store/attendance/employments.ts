import type { Kysely } from 'kysely'
import type { EmploymentStore } from '../../attendance/ports/planning.ts'
import { dateOf, type Day, dayOf } from '../../time/day.ts'
import type { EmploymentDays } from '../../time/employment-days.ts'
import type { Tables } from '../tables.ts'

export function createEmploymentStore(db: Kysely<Tables>): EmploymentStore {
  return {
    async of(employeeIds) {
      if (employeeIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('employee')
        .select(['id', 'first_date', 'last_date'])
        .where('id', 'in', [...employeeIds])
        .where((eb) => eb.or([eb('first_date', 'is not', null), eb('last_date', 'is not', null)]))
        .execute()
      return new Map(rows.map((row) => [row.id, toEmploymentDays(row)]))
    },

    async set(employeeId, { firstDay, lastDay }) {
      const days = { first_date: textOf(firstDay), last_date: textOf(lastDay) }
      await db.updateTable('employee').set(days).where('id', '=', employeeId).execute()
      const there = db.selectFrom('employee').select('id').where('id', '=', employeeId)
      return (await there.executeTakeFirst()) !== undefined
    },
  }
}

const textOf = (day: Day | null) => (day === null ? null : dateOf(day))

/** The days of a row of employees. */
export const toEmploymentDays = (row: {
  readonly first_date: string | null
  readonly last_date: string | null
}): EmploymentDays => ({
  firstDay: row.first_date === null ? null : dayOf(row.first_date),
  lastDay: row.last_date === null ? null : dayOf(row.last_date),
})
