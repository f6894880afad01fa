import { sql, type Kysely } from 'kysely'
import type { ClockUse, ZoneDataStore } from '../../attendance/ports/zone-data.ts'
import type { MicrosRange } from '../../attendance/ports/recorded-hours.ts'
import { earliestInstant, latestInstant } from '../../time/instant.ts'
import type { LocalClock } from '../../time/zone.ts'
import type { ZoneFindings } from '../../time/zone-findings.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

const dayMicros = 86_400_000_000

/** Where moments are kept with the clocks by which they were recorded or meant. */
const places = [
  { table: 'attendance_record', at: 'at_micros', zone: 'zone', offset: 'offset_seconds' },
  {
    table: 'correction',
    at: 'becomes_at_micros',
    zone: 'becomes_zone',
    offset: 'becomes_offset_seconds',
  },
] as const
type Place = (typeof places)[number]

type UseRow = {
  zone: string | null
  offset_seconds: number | null
  count: number
  first: number
  last: number
}

export function createZoneDataStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
): ZoneDataStore {
  return {
    async events() {
      const rows = await db.selectFrom('zone_data_event').selectAll().orderBy('ordinal').execute()
      return rows.map(({ ordinal, version, at_micros: at, findings }) => ({
        ordinal,
        version,
        at,
        // Only this program writes the column, and only from ZoneFindings.
        findings: JSON.parse(new TextDecoder().decode(findings)) as ZoneFindings,
      }))
    },

    async add({ ordinal, version, at, findings }) {
      return inTransaction(async (trx) => {
        const there = await trx
          .selectFrom('zone_data_event')
          .select('ordinal')
          .where('ordinal', '=', ordinal)
          .executeTakeFirst()
        if (there) return false
        const bytes = new TextEncoder().encode(JSON.stringify(findings))
        await trx
          .insertInto('zone_data_event')
          .values({ ordinal, version, at_micros: at, findings: bytes })
          .execute()
        return true
      })
    },

    async span() {
      const ends: number[] = []
      for (const { table, at } of places) {
        const column = sql.ref(at)
        const { rows } = await sql<{ first: number | null; last: number | null }>`
          select min(${column}) as first, max(${column}) as last from ${sql.table(table)}
          where ${column} between ${earliestInstant} and ${latestInstant}
        `.execute(db)
        for (const { first, last } of rows) {
          if (first !== null && last !== null) ends.push(first, last + 1)
        }
      }
      return ends.length === 0 ? undefined : { from: Math.min(...ends), to: Math.max(...ends) }
    },

    async uses(range) {
      const uses: ClockUse[] = []
      let withoutClock = 0
      for (const place of places) {
        for (const { zone, offset_seconds, count, first, last } of await readUses(
          db,
          place,
          range,
        )) {
          if (zone === null || offset_seconds === null) withoutClock += count
          else uses.push({ clock: { zone, offsetSeconds: offset_seconds }, count, first, last })
        }
      }
      return { uses, withoutClock }
    },

    async moments(clock, range) {
      const moments: number[] = []
      for (const place of places) moments.push(...(await readMoments(db, place, clock, range)))
      return moments.sort((a, b) => a - b)
    },
  }
}

async function readUses(
  db: Kysely<Tables>,
  { table, at, zone, offset }: Place,
  { from, to }: MicrosRange,
): Promise<UseRow[]> {
  const [moment, zoneName, offsetName] = [sql.ref(at), sql.ref(zone), sql.ref(offset)]
  const { rows } = await sql<UseRow>`
    select zone, offset_seconds, count(*) as count, min(at_micros) as first, max(at_micros) as last
    from (
      select ${zoneName} as zone, ${offsetName} as offset_seconds, ${moment} as at_micros,
        ${moment} - ${moment} % ${sql.lit(dayMicros)} as day_micros
      from ${sql.table(table)}
      where ${moment} >= ${from} and ${moment} < ${to}
    ) as moments
    group by zone, offset_seconds, day_micros
  `.execute(db)
  return rows
}

async function readMoments(
  db: Kysely<Tables>,
  { table, at, zone, offset }: Place,
  clock: LocalClock,
  { from, to }: MicrosRange,
): Promise<number[]> {
  const moment = sql.ref(at)
  const { rows } = await sql<{ at_micros: number }>`
    select ${moment} as at_micros from ${sql.table(table)}
    where ${moment} >= ${from} and ${moment} < ${to}
      and ${sql.ref(zone)} = ${clock.zone} and ${sql.ref(offset)} = ${clock.offsetSeconds}
  `.execute(db)
  return rows.map(({ at_micros: micros }) => micros)
}
