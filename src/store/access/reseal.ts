import { randomBytes, randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { vectorOf } from '../../access/keys/template-seal.ts'
import type { FaceTemplateRow } from '../identity/tables.ts'
import { aboutRow, sealedNow, sealedOf, sealedRows } from '../identity/templates.ts'
import type { Tables } from '../tables.ts'
import type { Vault } from './vault.ts'

/** Rows in one statement: some hundred kilobytes. */
const rowsInserted = 200

/** Writes rows of templates instead of those with the ids. */
async function rewriteRows(
  trx: Transaction<Tables>,
  ids: readonly string[],
  rows: readonly FaceTemplateRow[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsInserted) {
    const gone = ids.slice(first, first + rowsInserted)
    await trx.deleteFrom('face_template').where('id', 'in', gone).execute()
    const some = rows.slice(first, first + rowsInserted)
    await trx.insertInto('face_template').values(some).execute()
  }
}

/** Another id that sorts as an id does: of ours the random end is drawn anew. */
function otherIdFor(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) return randomUUID()
  return id.slice(0, -12) + randomBytes(6).toString('hex')
}

/**
 * Seals the templates of some employees that an earlier version kept in plain. They get new ids: a row that takes the
 * place of a deleted one with its key is a change of it to InnoDB, which copies the plain vector into the undo
 * tablespaces, where nothing removes it. Of a deleted row only keys are copied there.
 */
export async function sealPlainRows(
  trx: Transaction<Tables>,
  vault: Vault,
  employeeIds: readonly string[],
): Promise<void> {
  const rows = await trx
    .selectFrom('face_template')
    .selectAll()
    .where('employee_id', 'in', employeeIds)
    .where('sealing', 'is', null)
    .execute()
  for (const [employeeId, theirs] of Map.groupBy(rows, (row) => row.employee_id)) {
    const renamed = theirs.map((row) => ({ ...row, id: otherIdFor(row.id) }))
    const vectors = renamed.map((row) => ({ ...aboutRow(row), vector: vectorOf(row.vector) }))
    const sealed = await vault.seal(trx, employeeId, vectors)
    await rewriteRows(
      trx,
      theirs.map(({ id }) => id),
      renamed.map((row, i) => ({ ...row, vector: sealed[i] as Uint8Array, sealing: sealedNow })),
    )
  }
}

/** Seals the templates of an employee with a new key of theirs. Those that cannot be opened stay as they are. */
export async function resealRows(
  trx: Transaction<Tables>,
  vault: Vault,
  employeeId: string,
): Promise<void> {
  const rows = await sealedRows(trx).where('face_template.employee_id', '=', employeeId).execute()
  const vectors = await vault.open(trx, rows.map(sealedOf))
  await trx.deleteFrom('employee_key').where('employee_id', '=', employeeId).execute()
  const opened = rows.flatMap(({ wrapped_by: _by, wrapped: _key, ...row }, i) => {
    const vector = vectors[i]
    return vector ? [{ row, vector }] : []
  })
  const sealed = await vault.seal(
    trx,
    employeeId,
    opened.map(({ row, vector }) => ({ ...aboutRow(row), vector })),
  )
  await rewriteRows(
    trx,
    opened.map(({ row }) => row.id),
    opened.map(({ row }, i) => ({ ...row, vector: sealed[i] as Uint8Array, sealing: sealedNow })),
  )
}
