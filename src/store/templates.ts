import type { Kysely, Transaction } from 'kysely'
import type { TemplateStore } from '../attendance/ports.ts'
import type { Template } from '../attendance/template.ts'
import { fromMicros, toMicros } from './micros.ts'
import type { FaceTemplateRow, Tables } from './tables.ts'

export function createTemplateStore(db: Kysely<Tables>): TemplateStore {
  return {
    async ofModel(model) {
      const rows = await db
        .selectFrom('face_template')
        .selectAll()
        .where('model', '=', model)
        .orderBy('id')
        .execute()
      return rows.map(toTemplate)
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
      templates.map(({ id, employeeId, embedding, createdAt }) => ({
        id,
        employee_id: employeeId,
        model: embedding.model,
        vector: toBytes(embedding.vector),
        created_at_micros: toMicros(createdAt),
      })),
    )
    .execute()
}

function toTemplate(row: FaceTemplateRow): Template {
  return {
    id: row.id,
    employeeId: row.employee_id,
    embedding: { model: row.model, vector: toVector(row.vector) },
    createdAt: fromMicros(row.created_at_micros),
  }
}

const bytesPerNumber = 4

/** 32 bit floats, little end first, whatever machine this is. */
function toBytes(vector: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(vector.length * bytesPerNumber)
  vector.forEach((value, i) => bytes.writeFloatLE(value, i * bytesPerNumber))
  return bytes
}

function toVector(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.length / bytesPerNumber }, (_, i) =>
    view.getFloat32(i * bytesPerNumber, true),
  )
}
