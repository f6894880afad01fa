import type { Kysely } from 'kysely'
import type { RecordedHours } from '../attendance/hours/ports.ts'
import type { RecordKind } from '../attendance/record.ts'
import type { TimedRecord } from '../attendance/time/correction.ts'
import { insertAssignment } from './assignments.ts'
import type { AttendanceRecordRow, Tables } from './tables.ts'
import type { InTransaction } from './transaction.ts'

export function createRecordedHours(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
): RecordedHours {
  return {
    async addPeople(people) {
      await inTransaction(async (trx) => {
        for (const { id, name, createdAt, assignment } of people) {
          await trx
            .insertInto('employee')
            .values({ id, name, created_at_micros: createdAt, left_at_micros: null })
            .execute()
          if (assignment !== null) await insertAssignment(trx, assignment, createdAt)
        }
      })
    },

    async people({ after, limit, since }) {
      let query = db
        .selectFrom('employee')
        .select(['id', 'name'])
        .where((eb) => eb.or([eb('left_at_micros', 'is', null), eb('left_at_micros', '>=', since)]))
        .orderBy('id')
        .limit(limit)
      if (after !== undefined) query = query.where('id', '>', after)
      return query.execute()
    },

    async person(id) {
      return db
        .selectFrom('employee')
        .select(['id', 'name'])
        .where('id', '=', id)
        .executeTakeFirst()
    },

    async of(employeeIds, { from, to }) {
      if (employeeIds.length === 0) return []
      // In the order of the index by employee and time, so that nothing is sorted.
      const rows = await recorded(db)
        .where('employee_id', 'in', [...employeeIds])
        .where('at_micros', '>=', from)
        .where('at_micros', '<', to)
        .orderBy('employee_id')
        .orderBy('at_micros')
        .orderBy('id')
        .execute()
      return rows.map(toTimed)
    },

    async find(recordId) {
      const row = await recorded(db).where('id', '=', recordId).executeTakeFirst()
      return row && toTimed(row)
    },
  }
}

const recorded = (db: Kysely<Tables>) =>
  db
    .selectFrom('attendance_record')
    .select(['id', 'employee_id', 'kind', 'at_micros', 'duplicate_of', 'site_id'])

function toTimed(row: Omit<AttendanceRecordRow, 'ordinal'>): TimedRecord {
  const record = {
    id: row.id,
    employeeId: row.employee_id,
    siteId: row.site_id,
    // Only this program writes the column, and only from a RecordKind.
    kind: row.kind as RecordKind,
    at: row.at_micros,
  }
  // Spreading into each of a month's records would cost as much as reading it.
  return row.duplicate_of === null ? record : { ...record, duplicateOf: row.duplicate_of }
}
