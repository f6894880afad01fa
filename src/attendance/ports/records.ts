import type { Temporal } from 'temporal-polyfill'
import type { AttendanceRecord } from '../record.ts'
import type { EmployeeRef } from '../../identity/employee.ts'
import type { Reach } from '../../ports/reach.ts'
import type { Receipt } from '../../ports/receipt.ts'

/** A record with whose it is; null when that is not known any more. */
export type AttributedRecord = AttendanceRecord & { readonly employee: EmployeeRef | null }

export type RecordQuery = {
  /** First instant of the range. */
  readonly from?: Temporal.Instant
  /** First instant after the range. */
  readonly to?: Temporal.Instant
  readonly employeeId?: string
  readonly reach?: Reach | undefined
  /** The last record of the page before. */
  readonly after?: { readonly at: Temporal.Instant; readonly id: string }
  readonly limit: number
}

export type Appended = {
  readonly employee: EmployeeRef
  readonly record: AttendanceRecord
  /** The employee's last counted record before this one that is not void. */
  readonly previous?: AttendanceRecord
  /** The receipt that proves it later: see ClockInReceipt in src/access/audit. */
  readonly proof: string
}

export interface RecordStore {
  /**
   * Adds the record that `next` makes of the employee's last counted one, but for those that a correction
   * made void. Two calls for one employee
   * never see the same last record, in whatever process they run; `next` may be asked more than once.
   * Undefined when there is no such employee (any more).
   */
  append(
    employeeId: string,
    next: (previous: AttendanceRecord | undefined) => AttendanceRecord,
    receipt?: Receipt<Appended>,
  ): Promise<Appended | undefined>
  find(id: string): Promise<AttendanceRecord | undefined>
  /** Counted records, newest first. */
  list(query: RecordQuery): Promise<AttributedRecord[]>
}
