import type { ColumnType, Selectable } from 'kysely'
import type { Micros } from '../micros.ts'

export interface EmployeeTable {
  id: string
  name: string
  /** Nobody else has it, those who left included. */
  number: string
  /** What the number counts as; null when it is no count. */
  number_count: number | null
  created_at_micros: Micros
  /** Set when the employee was forgotten and their records were kept. */
  left_at_micros: Micros | null
  /** The first and the last day of their employment, `2026-03-29`; null where it is not known, or not over. */
  first_date: ColumnType<string | null, string | null | undefined>
  last_date: ColumnType<string | null, string | null | undefined>
}

export interface FaceTemplateTable {
  id: string
  employee_id: string
  /** The model that made the vector; vectors of different models are never compared. */
  model: string
  /** The unit vector, turned and sealed; earlier versions kept it as 32 bit floats, little end first. */
  vector: Uint8Array
  /** 1 when the vector is sealed; null when an earlier version wrote it. */
  sealing: number | null
  created_at_micros: Micros
  /** From where its photo shows the face, and the photo's quality from 0 to 100; null when not known. */
  side: string | null
  quality: number | null
}

/** Whose templates changed, numbered in the order of the commits. */
export interface GalleryChangeTable {
  number: number
  employee_id: string
  at_micros: Micros
}

/** One row. */
export interface GalleryCounterTable {
  id: number
  last_change: number
  /** How often templates were deleted, and up to which of these times their bytes are gone from the files. */
  residue: number | null
  scrubbed: number | null
}

/** Whose records were erased as they asked for. Nothing else is left of them. */
export interface ErasureTable {
  employee_id: string
  at_micros: Micros
}

/** One row: the recogniser that the operator changed to last. */
export interface RecogniserChangeTable {
  id: number
  name: string
  at_micros: Micros
}

export interface IdentityTables {
  employee: EmployeeTable
  face_template: FaceTemplateTable
  gallery_change: GalleryChangeTable
  gallery_counter: GalleryCounterTable
  erasure: ErasureTable
  recogniser_change: RecogniserChangeTable
}

export type FaceTemplateRow = Selectable<FaceTemplateTable>
