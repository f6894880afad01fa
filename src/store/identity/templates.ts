import { endianness } from 'node:os'
import type { Kysely, Transaction } from 'kysely'
import type { Side, TemplateView } from '../../identity/coverage.ts'
import type { TemplateStore } from '../../identity/ports.ts'
import { isSound, type Template } from '../../identity/template.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { FaceTemplateRow } from './tables.ts'

/** Rows of a whole gallery at once would take as much memory again as its templates. */
const rowsAtOnce = 5000

export function createTemplateStore(db: Kysely<Tables>): TemplateStore {
  return {
    async page(model, after = '') {
      for (let last = after; ;) {
        const rows = await db
          .selectFrom('face_template')
          .selectAll()
          .where('model', '=', model)
          .where('id', '>', last)
          .orderBy('id')
          .limit(rowsAtOnce)
          .execute()
        const templates = rows.flatMap(toTemplates)
        const end = rows.at(-1)
        if (templates.length > 0 || end === undefined) return templates
        last = end.id
      }
    },

    async ofEmployees(model, employeeIds) {
      if (employeeIds.length === 0) return []
      const rows = await db
        .selectFrom('face_template')
        .selectAll()
        .where('model', '=', model)
        .where('employee_id', 'in', employeeIds)
        .orderBy('id')
        .execute()
      return rows.flatMap(toTemplates)
    },
  }
}

export async function insertTemplates(
  trx: Transaction<Tables>,
  templates: readonly Template[],
): Promise<void> {
  if (templates.length === 0) return
  await trx
    .insertInto('face_template')
    .values(
      templates.map(({ id, employeeId, embedding, createdAt, view }) => ({
        id,
        employee_id: employeeId,
        model: embedding.model,
        vector: toBytes(embedding.vector),
        created_at_micros: toMicros(createdAt),
        side: view?.side ?? null,
        quality: view?.quality ?? null,
      })),
    )
    .execute()
}

/** The template of a row; none where its vector is none. */
function toTemplates(row: FaceTemplateRow): Template[] {
  if (row.vector.byteLength % bytesPerNumber !== 0) return []
  const template = {
    id: row.id,
    employeeId: row.employee_id,
    embedding: { model: row.model, vector: toVector(row.vector) },
    createdAt: fromMicros(row.created_at_micros),
    ...withView(row),
  }
  return isSound(template) ? [template] : []
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

const bytesPerNumber = 4

const isLittleEndian = endianness() === 'LE'

/** 32 bit floats, little end first, whatever machine this is. */
function toBytes(vector: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(vector.length * bytesPerNumber)
  vector.forEach((value, i) => bytes.writeFloatLE(value, i * bytesPerNumber))
  return bytes
}

function toVector(bytes: Uint8Array): Float32Array {
  // Numbers that have their memory for themselves stay where they are. Otherwise not `slice`, which for a
  // Buffer of a network driver is no copy and keeps the whole packet.
  const isAlone = bytes.byteLength === bytes.buffer.byteLength
  const copy = isAlone ? bytes : new Uint8Array(bytes)
  if (!isLittleEndian) Buffer.from(copy.buffer).swap32()
  return new Float32Array(copy.buffer)
}
