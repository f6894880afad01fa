import type { Kysely, Selectable, Transaction } from 'kysely'
import type { CalendarChange, KeptSite, SiteStore } from '../../attendance/ports/planning.ts'
import { searchScopes } from '../../identity/search-scope.ts'
import { dateOf, dayOf } from '../../time/day.ts'
import type { ShippedCalendarId } from '../../time/holidays/shipped.ts'
import { accepted } from '../../time/problem.ts'
import { keepAnswer } from '../answers.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { SiteCalendarTable, SiteTable } from './tables.ts'
import { checkUnused } from './places.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

/** Rows of one statement: every database takes more than four parameters for each of these. */
const daysAtOnce = 500

export function createSiteStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): SiteStore {
  return {
    async add(site, at, receipt) {
      const { id, name, zone, calendar } = site
      await inTransaction(async (trx) => {
        await trx.insertInto('site').values({ id, name, zone, calendar }).execute()
        await keepAnswer(trx, receipt, site, { at: fromMicros(at) })
      })
    },

    async list() {
      const rows = await db.selectFrom('site').selectAll().orderBy('id').execute()
      const later = await laterCalendars(db).execute()
      const bySite = Map.groupBy(later, ({ site_id }) => site_id)
      return rows.map((row) => toSite(row, bySite.get(row.id) ?? []))
    },

    async find(id) {
      const row = await db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSite(row, await laterCalendars(db).where('site_id', '=', id).execute())
    },

    async change(id, { name, search, archivedAt, calendar }, ifUnused) {
      const change = {
        ...(name !== undefined && { name }),
        ...(search !== undefined && { face_search: search }),
        ...(archivedAt !== undefined && { archived_at_micros: archivedAt }),
      }
      return inTransaction(async (trx) => {
        const found = trx.selectFrom('site').selectAll().where('id', '=', id)
        const row = await dialect.lockRows(found).executeTakeFirst()
        if (!row) return undefined
        const unused = await checkUnused(trx, { siteId: id }, ifUnused)
        if (!unused.ok) return unused
        if (Object.keys(change).length > 0) {
          await trx.updateTable('site').set(change).where('id', '=', id).execute()
        }
        if (calendar) await putCalendar(trx, id, calendar)
        const later = await laterCalendars(trx).where('site_id', '=', id).execute()
        return accepted(toSite({ ...row, ...change }, later))
      })
    },

    async remove(id) {
      return inTransaction(async (trx) => {
        const found = trx.selectFrom('site').select('id').where('id', '=', id)
        if (!(await dialect.lockRows(found).executeTakeFirst())) return 'not-there'
        if (await isUsed(trx, id)) return 'used'
        await trx.deleteFrom('site_day').where('site_id', '=', id).execute()
        await trx.deleteFrom('site_calendar').where('site_id', '=', id).execute()
        await trx.deleteFrom('site').where('id', '=', id).execute()
        return 'removed'
      })
    },

    async daysOf(siteId, range) {
      let query = db
        .selectFrom('site_day')
        .selectAll()
        .where('site_id', '=', siteId)
        .orderBy('date')
      if (range) {
        query = query.where('date', '>=', dateOf(range.from)).where('date', '<=', dateOf(range.to))
      }
      const rows = await query.execute()
      return rows.map((row) => ({
        day: dayOf(row.date),
        name: row.name,
        isHoliday: row.is_holiday === 1,
      }))
    },

    async putDays(siteId, days, at, receipt) {
      await inTransaction(async (trx) => {
        for (let i = 0; i < days.length; i += daysAtOnce) {
          const rows = days.slice(i, i + daysAtOnce).map(({ day, name, isHoliday }) => ({
            site_id: siteId,
            date: dateOf(day),
            name,
            is_holiday: isHoliday ? 1 : 0,
          }))
          const dates = rows.map(({ date }) => date)
          await trx
            .deleteFrom('site_day')
            .where('site_id', '=', siteId)
            .where('date', 'in', dates)
            .execute()
          await trx.insertInto('site_day').values(rows).execute()
        }
        await keepAnswer(trx, receipt, days, { at: fromMicros(at) })
      })
    },

    async removeDay(siteId, day) {
      const { numDeletedRows } = await db
        .deleteFrom('site_day')
        .where('site_id', '=', siteId)
        .where('date', '=', dateOf(day))
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

/** Keeps a calendar in place of one that begins on the same day. */
async function putCalendar(
  trx: Transaction<Tables>,
  siteId: string,
  { from, calendar }: CalendarChange,
): Promise<void> {
  const row = { site_id: siteId, from_date: dateOf(from), calendar }
  await trx
    .deleteFrom('site_calendar')
    .where('site_id', '=', siteId)
    .where('from_date', '=', row.from_date)
    .execute()
  await trx.insertInto('site_calendar').values(row).execute()
}

const laterCalendars = (db: Kysely<Tables>) =>
  db.selectFrom('site_calendar').selectAll().orderBy('site_id').orderBy('from_date')

/** Whether anybody was ever assigned to a site, anything recorded or corrected there, or anybody watches over it. */
async function isUsed(db: Kysely<Tables>, id: string): Promise<boolean> {
  const assigned = db.selectFrom('assignment').select('id').where('site_id', '=', id).limit(1)
  const recorded = db
    .selectFrom('attendance_record')
    .select('id')
    .where('site_id', '=', id)
    .limit(1)
  const corrected = db
    .selectFrom('correction')
    .select('id')
    .where((eb) => eb.or([eb('was_site_id', '=', id), eb('becomes_site_id', '=', id)]))
    .limit(1)
  for (const table of ['kiosk', 'operator_site', 'api_key'] as const) {
    const named = db.selectFrom(table).select('site_id').where('site_id', '=', id).limit(1)
    if ((await named.executeTakeFirst()) !== undefined) return true
  }
  for (const query of [assigned, corrected, recorded]) {
    if ((await query.executeTakeFirst()) !== undefined) return true
  }
  return false
}

// Only this program writes these columns, and only from a ShippedCalendarId.
const toSite = (
  { id, name, zone, calendar, face_search, archived_at_micros: archivedAt }: Selectable<SiteTable>,
  later: readonly SiteCalendarTable[],
): KeptSite => ({
  id,
  name,
  zone,
  calendar: calendar as ShippedCalendarId | null,
  ...(later.length > 0 && {
    laterCalendars: later.map((row) => ({
      from: dayOf(row.from_date),
      calendar: row.calendar as ShippedCalendarId | null,
    })),
  }),
  ...searchOf(face_search),
  ...(archivedAt !== null && { archivedAt }),
})

function searchOf(kept: string | null): Pick<KeptSite, 'search'> {
  const search = searchScopes.find((scope) => scope === kept)
  return search === undefined ? {} : { search }
}
