import type { Kysely } from 'kysely'
import type { KeptSite, SiteStore } from '../../attendance/ports/planning.ts'
import { dateOf, dayOf } from '../../time/day.ts'
import type { ShippedCalendarId } from '../../time/holidays/shipped.ts'
import { keepAnswer } from '../answers.ts'
import type { SiteTable } from './tables.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

/** Rows of one statement: every database takes more than four parameters for each of these. */
const daysAtOnce = 500

export function createSiteStore(db: Kysely<Tables>, inTransaction: InTransaction): SiteStore {
  return {
    async add(site, at, receipt) {
      const { id, name, zone, calendar } = site
      await inTransaction(async (trx) => {
        await trx.insertInto('site').values({ id, name, zone, calendar }).execute()
        await keepAnswer(trx, receipt, site, { at: fromMicros(at) })
      })
    },

    async list() {
      return (await db.selectFrom('site').selectAll().orderBy('id').execute()).map(toSite)
    },

    async find(id) {
      const row = await db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSite(row)
    },

    async change(id, change) {
      if (Object.keys(change).length > 0) {
        await db.updateTable('site').set(change).where('id', '=', id).execute()
      }
      return this.find(id)
    },

    async daysOf(siteId) {
      const rows = await db
        .selectFrom('site_day')
        .selectAll()
        .where('site_id', '=', siteId)
        .orderBy('date')
        .execute()
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

const toSite = ({ id, name, zone, calendar }: SiteTable): KeptSite => ({
  id,
  name,
  zone,
  // Only this program writes the column, and only from a ShippedCalendarId.
  calendar: calendar as ShippedCalendarId | null,
})
