import type { Micros } from '../micros.ts'

/** What was decided about people's data. Rows are added, never changed. */
export interface PrivacyChoiceTable {
  ordinal: number
  /** Choices as JSON. */
  content: Uint8Array
  made_by: string
  at_micros: Micros
}

export interface NoticeTable {
  version: number
  country: string
  covers_face: number
  published_by: string
  at_micros: Micros
}

export interface NoticeTextTable {
  version: number
  language: string
  hash: string
  body: Uint8Array
}

/** What an employee said about their face. Rows are added, never changed; they go with the employee. */
export interface ConsentTable {
  employee_id: string
  /** Counted up from 1 for each employee. */
  ordinal: number
  act: string
  /** What was read, and in which language; null for what is withdrawn. */
  notice_version: number | null
  language: string | null
  hash: string | null
  /** Where the paper is; null where there is none. */
  kept_at: string | null
  recorded_by: string
  at_micros: Micros
}

export interface PrivacyTables {
  privacy_choice: PrivacyChoiceTable
  notice: NoticeTable
  notice_text: NoticeTextTable
  consent: ConsentTable
}
