import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { GalleryMovedError, type GalleryChangeStore } from '../../identity/gallery-changes.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'

export function createGalleryChangeStore(db: Kysely<Tables>): GalleryChangeStore {
  return {
    last: () => readCounter(db),

    async after(number, limit) {
      const rows = await db
        .selectFrom('gallery_change')
        .select(['number', 'employee_id'])
        .where('number', '>', number)
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ number: row.number, employeeId: row.employee_id }))
    },

    async dropBefore(at) {
      await db.deleteFrom('gallery_change').where('at_micros', '<', toMicros(at)).execute()
    },
  }
}

/**
 * Notes in a transaction that an employee's templates change with it. To be done last in it: from here on
 * everybody else who changes templates waits, which is what makes the order of the numbers that of the
 * commits. Throws GalleryMovedError when others were there since `seen`.
 */
export async function noteGalleryChange(
  trx: Transaction<Tables>,
  employeeId: string,
  at: Temporal.Instant,
  seen?: number,
): Promise<void> {
  await moveCounter(trx)
  const number = await readCounter(trx)
  if (seen !== undefined && number !== seen + 1) throw new GalleryMovedError()
  await trx
    .insertInto('gallery_change')
    .values({ number, employee_id: employeeId, at_micros: toMicros(at) })
    .execute()
}

/**
 * Counts a change without saying whose: every server finds that it has missed one and looks at all
 * templates again, as after a restore.
 */
export async function moveCounter(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('gallery_counter')
    .set((eb) => ({ last_change: eb('last_change', '+', 1) }))
    .execute()
}

async function readCounter(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('gallery_counter').select('last_change').executeTakeFirstOrThrow()
  return row.last_change
}
