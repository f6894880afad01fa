import { Kysely } from 'kysely'
import { chooseDialect } from '../../src/store/dialects/choose.ts'
import { migrate } from '../../src/store/migrate.ts'
import { schemaSteps } from '../../src/store/migrations/index.ts'
import type { Tables } from '../../src/store/tables.ts'

const firstSteps = Object.fromEntries(Object.entries(schemaSteps).slice(0, 4))

const people = ['ana', 'bo', 'cy']

/** A database as the first version of the program left it, with people, templates and records. */
export async function makeFirstDatabase(url: string): Promise<void> {
  const dialect = await chooseDialect(url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  try {
    await migrate(db, dialect, firstSteps)
    // The first version made it; a later one replaces it.
    await dialect.createIndex(db as unknown as Kysely<never>, {
      name: 'attendance_record_by_employee',
      table: 'attendance_record',
      columns: ['employee_id', 'at_micros', 'id'],
    })
    const first = db as unknown as Kysely<
      Record<'employee' | 'attendance_record', Record<string, unknown>>
    >
    await first
      .insertInto('employee')
      .values(
        people.map((id, i) => ({
          id,
          name: `Zoé ${i}`,
          created_at_micros: 1_772_438_400_000_000 + i,
          left_at_micros: i === 2 ? 1_772_438_500_000_000 : null,
        })),
      )
      .execute()
    const vector = Buffer.from(Float32Array.of(0.6, -0.8).buffer)
    await db
      .insertInto('face_template')
      .values({ id: 't', employee_id: 'ana', model: 'm', vector, created_at_micros: 1 })
      .execute()
    await first
      .insertInto('attendance_record')
      .values(
        people.flatMap((person) =>
          Array.from({ length: 20 }, (_, i) => ({
            id: `${person}-${i}`,
            employee_id: person,
            kind: i % 2 === 0 ? 'in' : 'out',
            at_micros: 1_772_438_400_000_000 + i,
            duplicate_of: i === 19 ? `${person}-18` : null,
            ordinal: i === 19 ? null : i + 1,
          })),
        ),
      )
      .execute()
  } finally {
    await db.destroy()
  }
}
