import type { Micros } from '../micros.ts'

/** One row: which master key is in use, and what became of it. The key itself is never in the database. */
export interface MasterKeyTable {
  id: number
  key_id: string
  /** The rotation that new templates are turned by. */
  rotation_id: string
  /** When somebody said that they keep a copy. */
  copied_at_micros: Micros | null
  /** 1 once no template is left that earlier versions had kept in plain. */
  is_sealed: number
}

/** Secrets under the master key. */
export interface SecretTable {
  name: string
  wrapped_by: string
  sealed: Uint8Array
}

/** The key of each employee who has templates, wrapped by the master key or by what is on their badge. */
export interface EmployeeKeyTable {
  employee_id: string
  wrapped_by: string
  wrapped: Uint8Array
}

export interface KeyTables {
  master_key: MasterKeyTable
  secret: SecretTable
  employee_key: EmployeeKeyTable
}
