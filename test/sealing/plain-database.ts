import { Kysely } from 'kysely'
import { chooseDialect } from '../../src/store/dialects/choose.ts'
import { migrate } from '../../src/store/migrate.ts'
import { schemaSteps } from '../../src/store/migrations/index.ts'
import type { Tables } from '../../src/store/tables.ts'

async function connected<Result>(
  url: string,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const dialect = await chooseDialect(url)
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const idOf = (number: number) => `employee-${String(number).padStart(6, '0')}`

/** A database as a version without keys left it: so many employees with one template each. Gives their ids. */
export async function keepInPlain(
  url: string,
  employees: number,
  vector: Float32Array,
): Promise<string[]> {
  const before = Object.entries(schemaSteps).filter(([step]) => step < '0013')
  const ids = Array.from({ length: employees }, (_, i) => idOf(i))
  await connected(url, async (db) => {
    await migrate(db, await chooseDialect(url), Object.fromEntries(before))
    const older = db as unknown as Kysely<
      Record<'employee' | 'face_template', Record<string, unknown>>
    >
    for (const id of ids) {
      await older.insertInto('employee').values({ id, name: 'Ana', created_at_micros: 1 }).execute()
      await older
        .insertInto('face_template')
        .values({
          id: `t-${id}`,
          employee_id: id,
          model: 'm',
          vector: Buffer.from(vector.buffer),
          created_at_micros: 1,
        })
        .execute()
    }
  })
  return ids
}

/** The bytes that a database keeps of an employee's templates and of their key. */
export const keptOf = (url: string, employeeId: string): Promise<Uint8Array[]> =>
  connected(url, async (db) => {
    const templates = await db
      .selectFrom('face_template')
      .select('vector')
      .where('employee_id', '=', employeeId)
      .execute()
    const { wrapped } = await db
      .selectFrom('employee_key')
      .select('wrapped')
      .where('employee_id', '=', employeeId)
      .executeTakeFirstOrThrow()
    return [...templates.map(({ vector }) => vector), wrapped]
  })
