import { sql, type Kysely, type Transaction } from 'kysely'
import { countOf, NumberTakenError } from '../../identity/employee-number.ts'
import type { Tables } from '../tables.ts'

/** A number as the table of employees keeps it. */
export type NumberColumns = Pick<Tables['employee'], 'number' | 'number_count'>

/** The columns of a number that is somebody's already, or is to be. */
export const columnsOf = (number: string): NumberColumns => ({
  number,
  number_count: countOf(number) ?? null,
})

/** The number after the largest that is a count; 1 when there is none. */
export async function nextCount(db: Kysely<Tables>): Promise<number> {
  const found = db.selectFrom('employee').select(({ fn }) => fn.max('number_count').as('last'))
  return Number((await found.executeTakeFirst())?.last ?? 0) + 1
}

/**
 * Numbers for newcomers, who are to be kept in the same transaction: those that they ask for, and the next
 * ones for those who ask for none. Throws a NumberTakenError. Whoever takes the next one has locked the people
 * before; of two who ask for the same number the table's key stops one.
 */
export async function numbersFor(
  trx: Transaction<Tables>,
  wanted: readonly (string | undefined)[],
): Promise<NumberColumns[]> {
  const asked = wanted.filter((number) => number !== undefined)
  await refuseTaken(trx, asked)
  const highest = Math.max(0, ...asked.map((number) => countOf(number) ?? 0))
  let next = Math.max(await nextCount(trx), highest + 1)
  return wanted.map((number) => columnsOf(number ?? String(next++)))
}

/** How many numbers are looked for at once: every database takes so many parameters. */
const numbersAtOnce = 500

/** Throws a NumberTakenError when somebody else than `exceptId` has one of the numbers. */
export async function refuseTaken(
  trx: Transaction<Tables>,
  numbers: readonly string[],
  exceptId = '',
): Promise<void> {
  for (let i = 0; i < numbers.length; i += numbersAtOnce) {
    const taken = await trx
      .selectFrom('employee')
      .select('id')
      .where('number', 'in', numbers.slice(i, i + numbersAtOnce))
      .where('id', '!=', exceptId)
      .limit(1)
      .executeTakeFirst()
    if (taken) throw new NumberTakenError()
  }
}

/** Numbers those who have none yet, oldest first; harmless when done twice. */
export async function numberEverybody(database: Kysely<never>): Promise<void> {
  const db = database as unknown as Kysely<Tables>
  let next = await nextCount(db)
  const unnumbered = await sql<{ id: string }>`
    select id from employee where number is null order by id
  `.execute(db)
  const ids = unnumbered.rows.map(({ id }) => id)
  for (let i = 0; i < ids.length; i += numbersAtOnce) {
    const some = ids.slice(i, i + numbersAtOnce)
    const first = next
    const counts = some.map((id, place) => sql`when ${id} then ${sql.lit(first + place)}`)
    const texts = some.map((id, place) => sql`when ${id} then ${sql.lit(String(first + place))}`)
    await sql`
      update employee set
        number_count = case id ${sql.join(counts, sql` `)} end,
        number = case id ${sql.join(texts, sql` `)} end
      where id in (${sql.join(some)})
    `.execute(db)
    next += some.length
  }
}
