import type { Micros } from '../micros.ts'

export interface EmployeePinTable {
  employee_id: string
  /** Argon2id, in PHC's form. */
  hash: string
  made_at_micros: Micros
  /** Wrong ones in a row. */
  wrong: number
}

export interface BadgeTable {
  employee_id: string
  hash: string
  made_at_micros: Micros
}

/** PINs that were wrong, or are being looked at; none is older than what the limits look back on. */
export interface PinAttemptTable {
  id: string
  device: string
  at_micros: Micros
}

/** One row, which whoever counts attempts holds meanwhile. */
export interface PinGateTable {
  id: number
}

export interface CredentialTables {
  employee_pin: EmployeePinTable
  badge: BadgeTable
  pin_attempt: PinAttemptTable
  pin_gate: PinGateTable
}
