import type { Micros } from '../micros.ts'

/** What was done, by whom: one chain of hashes. */
export interface AuditEntryTable {
  number: number
  at_micros: Micros
  actor: string
  action: string
  /** A pseudonym. */
  subject: string | null
  /** JSON. */
  detail: Uint8Array
  hash: Uint8Array
}

/** One row: the last entry, signed. Whoever adds the next one holds it until they have committed. */
export interface AuditHeadTable {
  id: number
  number: number
  hash: Uint8Array
  signature: Uint8Array
}

/** Whom a pseudonym in the chain means. It goes when they are erased, and the chain stays as it is. */
export interface AuditSubjectTable {
  employee_id: string
  pseudonym: string
}

/** Who was forgotten, by the id that they had: it is done again when an older copy is put back. */
export interface ForgottenTable {
  employee_id: string
  /** `keep` or `erase`. */
  records: string
  at_micros: Micros
}

export interface AuditTables {
  forgotten: ForgottenTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  audit_subject: AuditSubjectTable
}
