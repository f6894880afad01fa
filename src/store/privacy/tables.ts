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

export interface PrivacyTables {
  privacy_choice: PrivacyChoiceTable
  notice: NoticeTable
  notice_text: NoticeTextTable
}
