import { sql, type Kysely, type RawBuilder, type TableMetadata } from 'kysely'
import { giveWay } from '../../ports/give-way.ts'
import type { HeldStore } from '../../privacy/ports.ts'
import type { HeldTable, HeldValue } from '../../privacy/person/held-data.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import { whatWasDoneTo } from './what-was-done.ts'

/**
 * Columns that open something for whoever has them, in whatever table. The hash of a notice that somebody read
 * is no such thing.
 */
const isSecret = (table: string, column: string): boolean =>
  table !== 'consent' && /hash|secret|token|wrapped|fingerprint|request_key/.test(column)

/**
 * All that is held about somebody. The database itself is asked which tables speak of employees: one that a
 * later version adds is not forgotten.
 */
export function createHeldStore(db: Kysely<Tables>): HeldStore {
  async function rowsOf(table: string, condition: RawBuilder<unknown>): Promise<HeldTable> {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.table(table)}.* from ${sql.table(table)} ${condition}
    `.execute(db)
    const told: HeldTable['rows'][number][] = []
    for (const row of rows) {
      await giveWay()
      told.push(toldOf(table, row))
    }
    return { name: table, rows: told }
  }

  return {
    async employees() {
      const { count } = await db
        .selectFrom('employee')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('left_at_micros', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async of(employeeId) {
      const person = await rowsOf('employee', sql`where id = ${employeeId}`)
      // Of whoever was erased only that is left, which names nobody.
      if (person.rows.length === 0) return []
      const tables = (await db.introspection.getTables()).filter(speaksOfEmployees)
      const names = [...new Set(tables.map(({ name }) => name))].sort()
      const held: HeldTable[] = [person]
      for (const name of names)
        held.push(await rowsOf(name, sql`where employee_id = ${employeeId}`))
      held.push(
        await rowsOf(
          'correction_decision',
          sql`inner join correction on correction.id = correction_decision.correction_id
            where correction.employee_id = ${employeeId}`,
        ),
      )
      held.push(await whatWasDoneTo(db, employeeId))
      return held.filter(({ rows }) => rows.length > 0)
    },
  }
}

const speaksOfEmployees = ({ columns }: TableMetadata): boolean =>
  columns.some(({ name }) => name === 'employee_id')

function toldOf(table: string, row: Readonly<Record<string, unknown>>): Record<string, HeldValue> {
  const told: Record<string, HeldValue> = {}
  for (const [column, value] of Object.entries(row)) {
    // Bytes are vectors and keys, or what was answered, which says nothing that is not in the other tables.
    if (value instanceof Uint8Array || isSecret(table, column)) continue
    const moment = /^(?:(.*_at)|(at))_micros$/.exec(column)
    if (moment) {
      const name = moment[1] ?? 'at'
      told[name] = value === null ? null : fromMicros(Number(value)).toString()
    } else {
      told[column] = value as HeldValue
    }
  }
  return told
}
