import type { Selectable } from 'kysely'
import type { HoursTables } from './hours-tables.ts'

/** Microseconds since 1970-01-01T00:00Z: one number that no time zone of any server can touch. */
export type Micros = number

export interface EmployeeTable {
  id: string
  name: string
  created_at_micros: Micros
  /** Set when the employee was forgotten and their records were kept. */
  left_at_micros: Micros | null
}

export interface FaceTemplateTable {
  id: string
  employee_id: string
  /** The model that made the vector; vectors of different models are never compared. */
  model: string
  /** The unit vector as 32 bit floats, little end first. */
  vector: Uint8Array
  created_at_micros: Micros
  /** From where its photo shows the face, and the photo's quality from 0 to 100; null when not known. */
  side: string | null
  quality: number | null
}

export interface AttendanceRecordTable {
  id: string
  employee_id: string
  kind: string
  at_micros: Micros
  duplicate_of: string | null
  /**
   * 1 for an employee's first counted record, 2 for the next, null for one that repeats another. It is
   * unique for each employee, so that the database itself refuses a second record made of the same last one.
   */
  ordinal: number | null
  /** Where it was made; null when that is not known. */
  site_id: string | null
  /** The zone whose clocks its place had, and how far they were ahead of UTC by the rules of that day. */
  zone: string | null
  offset_seconds: number | null
}

export interface AnsweredRequestTable {
  request_key: string
  fingerprint: string
  /** Whom the answer names, if anybody; it goes when they are forgotten. */
  employee_id: string | null
  status: number
  body: Uint8Array
  at_micros: Micros
}

/** Whose records were erased as they asked for. Nothing else is left of them. */
export interface ErasureTable {
  employee_id: string
  at_micros: Micros
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
}

export interface Tables extends HoursTables {
  employee: EmployeeTable
  face_template: FaceTemplateTable
  attendance_record: AttendanceRecordTable
  answered_request: AnsweredRequestTable
  gallery_change: GalleryChangeTable
  gallery_counter: GalleryCounterTable
  erasure: ErasureTable
}

export type FaceTemplateRow = Selectable<FaceTemplateTable>
export type AttendanceRecordRow = Selectable<AttendanceRecordTable>
