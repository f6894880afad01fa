import type { Kysely, Transaction } from 'kysely'
import type { Side, TemplateView } from '../../identity/coverage.ts'
import type { TemplateStore } from '../../identity/ports.ts'
import { isSound, type Template } from '../../identity/template.ts'
import { vectorOf } from '../../access/keys/template-seal.ts'
import type { Vault } from '../access/vault.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { FaceTemplateRow } from './tables.ts'

/** Rows of a whole gallery at once would take as much memory again as its templates. */
const rowsAtOnce = 5000

export function createTemplateStore(db: Kysely<Tables>, vault: Vault): TemplateStore {
  const sealed = () =>
    db
      .selectFrom('face_template')
      .leftJoin('employee_key', 'employee_key.employee_id', 'face_template.employee_id')
      .selectAll('face_template')
      .select(['wrapped_by', 'wrapped'])
      .orderBy('face_template.id')

  return {
    async models() {
      const rows = await db
        .selectFrom('face_template')
        .select(['model', (eb) => eb.fn.countAll<number>().as('templates')])
        .groupBy('model')
        .orderBy('model')
        .execute()
      return rows.map(({ model, templates }) => ({ model, templates: Number(templates) }))
    },

    async page(model, after = '') {
      for (let last = after; ;) {
        const rows = await sealed()
          .where('model', '=', model)
          .where('face_template.id', '>', last)
          .limit(rowsAtOnce)
          .execute()
        const templates = await openRows(db, vault, rows)
        const end = rows.at(-1)
        // A page of which nothing can be opened is not the end.
        if (templates.length > 0 || end === undefined) return templates
        last = end.id
      }
    },

    async ofEmployees(model, employeeIds) {
      if (employeeIds.length === 0) return []
      const rows = await sealed()
        .where('model', '=', model)
        .where('face_template.employee_id', 'in', employeeIds)
        .execute()
      return openRows(db, vault, rows)
    },
  }
}

type SealedRow = FaceTemplateRow & {
  readonly wrapped_by: string | null
  readonly wrapped: Uint8Array | null
}

/** The templates of rows; none of those that were changed or moved, and of those that were never sealed. */
async function openRows(
  db: Kysely<Tables>,
  vault: Vault,
  rows: readonly SealedRow[],
): Promise<Template[]> {
  const vectors = await vault.open(
    db,
    rows.map((row) => ({
      ...aboutRow(row),
      sealed: row.sealing === sealedNow ? row.vector : new Uint8Array(),
      wrappedBy: row.wrapped_by,
      wrapped: row.wrapped,
    })),
  )
  return rows.flatMap((row, i) => {
    const vector = vectors[i]
    const template = vector && toTemplate(row, vector)
    return template && isSound(template) ? [template] : []
  })
}

/** What stands in `sealing` of a row whose vector is sealed. */
const sealedNow = 1

const aboutRow = (row: Pick<FaceTemplateRow, 'id' | 'employee_id' | 'model'>) => ({
  id: row.id,
  employeeId: row.employee_id,
  model: row.model,
})

/** Adds templates, which are of one employee, whose row the transaction holds. */
export async function insertTemplates(
  trx: Transaction<Tables>,
  vault: Vault,
  templates: readonly Template[],
): Promise<void> {
  const [first] = templates
  if (!first) return
  const sealed = await vault.seal(
    trx,
    first.employeeId,
    templates.map(({ id, employeeId, embedding }) => ({ id, employeeId, ...embedding })),
  )
  await trx
    .insertInto('face_template')
    .values(
      templates.map(({ id, employeeId, embedding, createdAt, view }, i) => ({
        id,
        employee_id: employeeId,
        model: embedding.model,
        vector: sealed[i] as Uint8Array,
        sealing: sealedNow,
        created_at_micros: toMicros(createdAt),
        side: view?.side ?? null,
        quality: view?.quality ?? null,
      })),
    )
    .execute()
}

/** Rows in one statement: some hundred kilobytes. */
const rowsInserted = 200

/** Writes rows of templates anew, under their ids. */
export async function rewriteRows(
  trx: Transaction<Tables>,
  rows: readonly FaceTemplateRow[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsInserted) {
    const some = rows.slice(first, first + rowsInserted)
    const ids = some.map(({ id }) => id)
    await trx.deleteFrom('face_template').where('id', 'in', ids).execute()
    await trx.insertInto('face_template').values(some).execute()
  }
}

/** Seals the templates of some employees that an earlier version kept in plain. */
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
    const vectors = theirs.map((row) => ({ ...aboutRow(row), vector: vectorOf(row.vector) }))
    const sealed = await vault.seal(trx, employeeId, vectors)
    const rewritten = theirs.map((row, i) => ({
      ...row,
      vector: sealed[i] as Uint8Array,
      sealing: sealedNow,
    }))
    await rewriteRows(trx, rewritten)
  }
}

function toTemplate(row: FaceTemplateRow, vector: Float32Array): Template {
  return {
    id: row.id,
    employeeId: row.employee_id,
    embedding: { model: row.model, vector },
    createdAt: fromMicros(row.created_at_micros),
    ...withView(row),
  }
}

type ViewRow = Pick<FaceTemplateRow, 'side' | 'quality'>

/** Nothing where nothing is known, or a side that a newer version knows. */
function withView({ side, quality }: ViewRow): { readonly view?: TemplateView } {
  return isSide(side) && quality !== null ? { view: { side, quality } } : {}
}

const isSide = (side: string | null): side is Side =>
  side === 'front' || side === 'left' || side === 'right'

/** What is known of the photos of some employees' templates, by employee. */
export async function viewsOf(
  db: Kysely<Tables>,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, TemplateView[]>> {
  const views = new Map(employeeIds.map((id): [string, TemplateView[]] => [id, []]))
  if (employeeIds.length === 0) return views
  const rows = await db
    .selectFrom('face_template')
    .select(['employee_id', 'side', 'quality'])
    .where('employee_id', 'in', employeeIds)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const { view } = withView(row)
    if (view) views.get(row.employee_id)?.push(view)
  }
  return views
}
