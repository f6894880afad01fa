import { giveWay } from '../../ports/give-way.ts'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { KeptSchedule, ScheduleStore } from '../../attendance/ports/planning.ts'
import { dateOf, dayOf } from '../../time/day.ts'
import { accepted } from '../../time/problem.ts'
import type { ScheduleVersion } from '../../time/schedule.ts'
import { keepAnswer } from '../answers.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { ScheduleTable, ScheduleVersionTable } from './tables.ts'
import { checkUnused } from './places.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createScheduleStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): ScheduleStore {
  return {
    async add(schedule, at, receipt) {
      const { id, name, versions } = schedule
      await inTransaction(async (trx) => {
        await trx.insertInto('schedule').values({ id, name }).execute()
        for (const version of versions) await insertVersion(trx, id, version)
        await keepAnswer(trx, receipt, schedule, { at: fromMicros(at) })
      })
    },

    async list() {
      const rows = await db.selectFrom('schedule').selectAll().orderBy('id').execute()
      const versions = await db
        .selectFrom('schedule_version')
        .selectAll()
        .orderBy('from_date')
        .execute()
      const bySchedule = Map.groupBy(versions, (version) => version.schedule_id)
      const schedules: KeptSchedule[] = []
      for (const row of rows) {
        // Each has as much JSON as a body may have, of each of its versions.
        await giveWay()
        schedules.push(toSchedule(row, bySchedule.get(row.id) ?? []))
      }
      return schedules
    },

    async find(id) {
      const row = await byId(db, id).executeTakeFirst()
      return row && withVersions(db, row)
    },

    async addVersion(id, version, at, change, receipt) {
      return inTransaction(async (trx) => {
        const row = await dialect.lockRows(byId(trx, id)).executeTakeFirst()
        if (!row) return undefined
        const changed = change(await withVersions(trx, row))
        if (!changed.ok) return changed
        await insertVersion(trx, id, version)
        await keepAnswer(trx, receipt, changed.value, { at: fromMicros(at) })
        return changed
      })
    },

    async archive(id, archived_at_micros, ifUnused) {
      return inTransaction(async (trx) => {
        const row = await dialect.lockRows(byId(trx, id)).executeTakeFirst()
        if (!row) return undefined
        const unused = await checkUnused(trx, { scheduleId: id }, ifUnused)
        if (!unused.ok) return unused
        await trx.updateTable('schedule').set({ archived_at_micros }).where('id', '=', id).execute()
        return accepted(await withVersions(trx, { ...row, archived_at_micros }))
      })
    },

    async removeVersion(id, from, check) {
      return inTransaction(async (trx) => {
        const row = await dialect.lockRows(byId(trx, id)).executeTakeFirst()
        const schedule = row && (await withVersions(trx, row))
        if (!schedule?.versions.some((version) => version.from === from)) return false
        const checked = check(schedule)
        if (!checked.ok) return checked
        await trx
          .deleteFrom('schedule_version')
          .where('schedule_id', '=', id)
          .where('from_date', '=', dateOf(from))
          .execute()
        return checked
      })
    },

    async remove(id) {
      return inTransaction(async (trx) => {
        const found = trx.selectFrom('schedule').select('id').where('id', '=', id)
        if (!(await dialect.lockRows(found).executeTakeFirst())) return 'not-there'
        const used = await trx
          .selectFrom('assignment')
          .select('id')
          .where('schedule_id', '=', id)
          .limit(1)
          .executeTakeFirst()
        if (used) return 'used'
        await trx.deleteFrom('schedule_version').where('schedule_id', '=', id).execute()
        await trx.deleteFrom('schedule').where('id', '=', id).execute()
        return 'removed'
      })
    },
  }
}

const byId = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('schedule').selectAll().where('id', '=', id)

async function withVersions(
  db: Kysely<Tables>,
  row: Selectable<ScheduleTable>,
): Promise<KeptSchedule> {
  const versions = await db
    .selectFrom('schedule_version')
    .selectAll()
    .where('schedule_id', '=', row.id)
    .orderBy('from_date')
    .execute()
  return toSchedule(row, versions)
}

async function insertVersion(
  trx: Transaction<Tables>,
  scheduleId: string,
  { from, anchor, weeks, flexible, rules }: ScheduleVersion,
): Promise<void> {
  await trx
    .insertInto('schedule_version')
    .values({
      schedule_id: scheduleId,
      from_date: dateOf(from),
      anchor_date: dateOf(anchor),
      content: new TextEncoder().encode(JSON.stringify({ weeks, flexible, rules })),
    })
    .execute()
}

const toSchedule = (
  { id, name, archived_at_micros: archivedAt }: Selectable<ScheduleTable>,
  versions: readonly ScheduleVersionTable[],
): KeptSchedule => ({
  id,
  name,
  ...(archivedAt !== null && { archivedAt }),
  versions: versions.map((version) => ({
    from: dayOf(version.from_date),
    anchor: dayOf(version.anchor_date),
    // Only this program writes the column, and only from a ScheduleVersion.
    ...(JSON.parse(new TextDecoder().decode(version.content)) as Pick<
      ScheduleVersion,
      'weeks' | 'flexible' | 'rules'
    >),
  })),
})
