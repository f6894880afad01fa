import { sql, type Kysely } from 'kysely'
import type { StoreDialect } from './dialects/dialect.ts'
import type { InTransaction } from './transaction.ts'
import type { Tables } from './tables.ts'

/** Removes what deleted templates left in the database's files, whenever the database lets it. */
export interface Scrubbing {
  /** Notes in the transaction that deletes templates that their bytes are to be removed. */
  isDue(trx: Parameters<Parameters<InTransaction>[0]>[0]): Promise<void>
  /**
   * Removes them now, or as soon as nobody is in the way any more. Never throws: what was committed is done,
   * and its answer says so.
   */
  now(): Promise<void>
  close(): void
}

/** A backup that is in the way takes minutes. */
const againAfterMs = 20_000

export function createScrubbing(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  againAfter = againAfterMs,
): Scrubbing {
  let again: NodeJS.Timeout | undefined
  let isClosed = false

  async function scrub(): Promise<void> {
    const counter = db.selectFrom('gallery_counter').select(['residue', 'scrubbed'])
    const { residue, scrubbed } = await counter.executeTakeFirstOrThrow()
    if ((residue ?? 0) <= (scrubbed ?? 0)) return
    await dialect.scrub(db)
    // What was deleted meanwhile is a later one.
    await sql`
      update gallery_counter set scrubbed = ${residue} where scrubbed < ${residue}
    `.execute(db)
  }

  async function now(): Promise<void> {
    clearTimeout(again)
    try {
      await scrub()
    } catch {
      // Somebody has the table, or the database is away: it is noted there that this is still to be done.
      if (!isClosed) again = setTimeout(() => void now(), againAfter).unref()
    }
  }

  return {
    now,
    async isDue(trx) {
      await sql`update gallery_counter set residue = coalesce(residue, 0) + 1`.execute(trx)
    },
    close() {
      isClosed = true
      clearTimeout(again)
    },
  }
}
