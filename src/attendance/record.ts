import type { Temporal } from 'temporal-polyfill'

/** What an attendance record says happened. */
export type RecordKind = 'in' | 'out' | 'break-start' | 'break-end'

/** One clock-in or clock-out, as it was answered. Never changed afterwards: corrections are rows of their own. */
export type AttendanceRecord = {
  readonly id: string
  readonly employeeId: string
  readonly kind: RecordKind
  /** The server's clock when the photo was accepted, to the microsecond. */
  readonly at: Temporal.Instant
  /** The record that this one repeats within the debounce time; such a record is kept and not counted. */
  readonly duplicateOf?: string
}
