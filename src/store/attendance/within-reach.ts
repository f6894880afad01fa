import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../ports/reach.ts'

/**
 * Whether the employee of a column belongs to a site within reach: that of the assignment in force on the day,
 * or of their first one when none has begun. Somebody without any belongs to none.
 * @param column such as `employee.id`
 */
export function withinReach(column: string, { siteIds, on }: Reach): RawBuilder<boolean> {
  if (siteIds.length === 0) return sql<boolean>`1 = 0`
  const employee = sql.ref(column)
  return sql<boolean>`exists (
    select 1 from assignment as home
    where home.employee_id = ${employee} and home.site_id in (${sql.join(siteIds)})
      and home.from_date = coalesce(
        (select max(held.from_date) from assignment as held
          where held.employee_id = ${employee} and held.from_date <= ${on}),
        (select min(later.from_date) from assignment as later where later.employee_id = ${employee})
      )
  )`
}
