import { sql, type Kysely } from 'kysely'
import type { RetentionStore } from '../../privacy/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'

type HolderRow = {
  employee_id: string
  left_at_micros: number | null
  recorded: number | null
  templated: number
  consented: number | null
}

export function createRetentionStore(db: Kysely<Tables>): RetentionStore {
  return {
    async holders() {
      const { rows } = await sql<HolderRow>`
        select employee.id as employee_id, employee.left_at_micros,
          (select max(at_micros) from attendance_record where employee_id = employee.id) as recorded,
          (select max(at_micros) from consent where employee_id = employee.id) as consented,
          holder.templated
        from (
          select employee_id, max(created_at_micros) as templated from face_template group by employee_id
        ) as holder
        inner join employee on employee.id = holder.employee_id
        order by employee.id
      `.execute(db)
      return rows.map((row) => ({
        employeeId: row.employee_id,
        hasLeft: row.left_at_micros !== null,
        lastUsedAt: fromMicros(
          Math.max(Number(row.templated), Number(row.recorded ?? 0), Number(row.consented ?? 0)),
        ),
      }))
    },

    async leavers(before) {
      const limit = toMicros(before)
      const { rows } = await sql<{ id: string; left_at: number; recorded: number | null }>`
        select employee.id, employee.left_at_micros as left_at,
          (select max(at_micros) from attendance_record where employee_id = employee.id) as recorded
        from employee
        where left_at_micros is not null and left_at_micros < ${limit}
        order by employee.id
      `.execute(db)
      return rows.map(({ id, left_at, recorded }) => ({
        employeeId: id,
        lastRecordedAt: fromMicros(Math.max(Number(left_at), Number(recorded ?? 0))),
      }))
    },
  }
}
