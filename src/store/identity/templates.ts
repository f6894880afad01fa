import type { Kysely, Transaction } from 'kysely'
import type { Side, TemplateView } from '../../identity/coverage.ts'
import type { TemplateStore } from '../../identity/ports.ts'
import { isSound, type Template } from '../../identity/template.ts'
import type { SealedTemplate, Vault } from '../access/vault.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { FaceTemplateRow } from './tables.ts'

/** Rows of a whole gallery at once would take as much memory again as its templates. */
const rowsAtOnce = 5000

export function createTemplateStore(db: Kysely<Tables>, vault: Vault): TemplateStore {
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
        const rows = await sealedRows(db)
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
      const rows = await sealedRows(db)
        .where('model', '=', model)
        .where('face_template.employee_id', 'in', employeeIds)
        .execute()
      return openRows(db, vault, rows)
    },
  }
}

/** Rows of templates, each with the key of its employee, in the order of their ids. */
export const sealedRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('face_template')
    .leftJoin('employee_key', 'employee_key.employee_id', 'face_template.employee_id')
    .selectAll('face_template')
    .select(['wrapped_by', 'wrapped'])
    .orderBy('face_template.id')

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
  const vectors = await vault.open(db, rows.map(sealedOf))
  // Nothing of whoever is forgotten is to wait for the collector.
  for (const { vector, wrapped } of rows) {
    vector.fill(0)
    wrapped?.fill(0)
  }
  return rows.flatMap((row, i) => {
    const vector = vectors[i]
    const template = vector && toTemplate(row, vector)
    return template && isSound(template) ? [template] : []
  })
}

/** What stands in `sealing` of a row whose vector is sealed. */
export const sealedNow = 1

/** A row as the vault opens it. What was never sealed is nothing. */
export const sealedOf = (row: SealedRow): SealedTemplate => ({
  ...aboutRow(row),
  sealed: row.sealing === sealedNow ? row.vector : new Uint8Array(),
  wrappedBy: row.wrapped_by,
  wrapped: row.wrapped,
})

export const aboutRow = (row: Pick<FaceTemplateRow, 'id' | 'employee_id' | 'model'>) => ({
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
  for (const bytes of sealed) bytes.fill(0)
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

/** Takes every template of an employee away; gives how many. Their bytes go when the table is scrubbed. */
export async function dropTemplatesOf(
  trx: Transaction<Tables>,
  employeeId: string,
): Promise<number> {
  // Without their key nothing of them can be read any more, wherever bytes of it may be left.
  await trx.deleteFrom('employee_key').where('employee_id', '=', employeeId).execute()
  const { numDeletedRows } = await trx
    .deleteFrom('face_template')
    .where('employee_id', '=', employeeId)
    .executeTakeFirst()
  return Number(numDeletedRows)
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
