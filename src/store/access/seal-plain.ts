import type { Kysely } from 'kysely'
import { sealPlainRows } from './reseal.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { Vault } from './vault.ts'

/** Employees whose templates are sealed in one transaction: it lasts for some hundredths of a second. */
const employeesAtOnce = 25

/**
 * Seals the templates that earlier versions kept in plain, and removes what they leave in the database's files.
 * May be cut off at any point and begun again, by several programs at once. Once it is done it is not done
 * again: a plain template that turns up later was put there by somebody else, and is nobody's.
 */
export async function sealPlainTemplates(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  vault: Vault,
): Promise<void> {
  const done = db.selectFrom('master_key').select('id').where('is_sealed', '=', 1)
  if (await done.executeTakeFirst()) return
  const holdsAny = await db.selectFrom('face_template').select('id').limit(1).executeTakeFirst()
  for (let ids = await plain(db); ids.length > 0; ids = await plain(db)) {
    await inTransaction(async (trx) => {
      const employees = trx.selectFrom('employee').select('id').where('id', 'in', ids).orderBy('id')
      await dialect.lockRows(employees).execute()
      await sealPlainRows(trx, vault, ids)
    })
  }
  if (holdsAny) await dialect.scrub(db)
  await db.updateTable('master_key').set({ is_sealed: 1 }).execute()
}

async function plain(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('face_template')
    .select('employee_id')
    .distinct()
    .where('sealing', 'is', null)
    .orderBy('employee_id')
    .limit(employeesAtOnce)
    .execute()
  return rows.map((row) => row.employee_id)
}
