import type { Kysely, Transaction } from 'kysely'
import type { IfUnused, KeptAssignment } from '../../attendance/ports/planning.ts'
import { dateOf, type Day } from '../../time/day.ts'
import { accepted, type Checked, refused } from '../../time/problem.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import { assignmentsOf } from './assigned.ts'

type Places = Pick<KeptAssignment, 'siteId' | 'scheduleId'>

/**
 * Locks the sites and schedules that people are about to be assigned to until the transaction ends, so that none goes
 * out of use meanwhile; refused where one has. To be done after the employees are locked.
 */
export type LockPlaces = (
  trx: Transaction<Tables>,
  places: readonly Places[],
) => Promise<Checked<true>>

export const createLockPlaces =
  (dialect: StoreDialect): LockPlaces =>
  async (trx, places) => {
    // Always in the same order, so that two who assign people to the same places never wait for each other.
    for (const id of sorted(places.map(({ siteId }) => siteId))) {
      const site = trx.selectFrom('site').select('archived_at_micros').where('id', '=', id)
      const found = await dialect.lockRows(site).executeTakeFirst()
      if (found && found.archived_at_micros !== null) {
        return refused('archived', 'siteId', 'the site is out of use')
      }
    }
    for (const id of sorted(places.flatMap(({ scheduleId }) => scheduleId ?? []))) {
      const schedule = trx.selectFrom('schedule').select('archived_at_micros').where('id', '=', id)
      const found = await dialect.lockRows(schedule).executeTakeFirst()
      if (found && found.archived_at_micros !== null) {
        return refused('archived', 'scheduleId', 'the schedule is out of use')
      }
    }
    return accepted(true)
  }

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort()

/** What keeps a locked site or schedule from going out of use, as whoever asks looks at it. */
export const checkUnused = async (
  trx: Transaction<Tables>,
  place: Place,
  ifUnused: IfUnused | undefined,
): Promise<Checked<unknown>> =>
  ifUnused ? ifUnused.check(await assignmentsOfThoseAt(trx, place, ifUnused.day)) : accepted(true)

type Place = { readonly siteId: string } | { readonly scheduleId: string }

/** Employees of one statement: every database takes more parameters. */
const peopleAtOnce = 500

/**
 * All assignments of the employees who were ever assigned to a site or a schedule, who are not forgotten and
 * did not leave before a day; by employee and first day.
 */
async function assignmentsOfThoseAt(
  db: Kysely<Tables>,
  place: Place,
  day: Day,
): Promise<KeptAssignment[]> {
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
    for (const assignment of await assignmentsOf(db, some)) all.push(assignment)
  }
  return all
}
