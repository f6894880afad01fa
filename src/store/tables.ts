import type { CredentialTables } from './access/credential-tables.ts'
import type { KioskTables } from './access/kiosk-tables.ts'
import type { AccessTables } from './access/tables.ts'
import type { AuditTables } from './access/audit-tables.ts'
import type { KeyTables } from './access/key-tables.ts'
import type { AttendanceTables } from './attendance/tables.ts'
import type { IdentityTables } from './identity/tables.ts'
import type { Micros } from './micros.ts'
import type { PrivacyTables } from './privacy/tables.ts'

export interface AnsweredRequestTable {
  request_key: string
  fingerprint: string
  /** Whom the answer names, if anybody; it goes when they are forgotten. */
  employee_id: string | null
  status: number
  body: Uint8Array
  at_micros: Micros
}

export interface Tables
  extends
    IdentityTables,
    AttendanceTables,
    AccessTables,
    KioskTables,
    CredentialTables,
    PrivacyTables,
    KeyTables,
    AuditTables {
  answered_request: AnsweredRequestTable
}
