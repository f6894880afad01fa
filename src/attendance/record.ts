import type { Temporal } from 'temporal-polyfill'
import type { RecordKind } from '../time/record-kind.ts'
import type { LocalClock } from '../time/zone.ts'

/** By what somebody clocked in; a PIN stands for a number with its PIN. */
export const ways = ['face', 'pin', 'badge', 'pin-and-face', 'badge-and-face'] as const

/** How a record was made, and at which kiosk if at one. */
export type RecordOrigin = { readonly way: (typeof ways)[number]; readonly kioskId?: string }

/** One clock-in or clock-out, as it was answered. Never changed afterwards: corrections are rows of their own. */
export type AttendanceRecord = {
  readonly id: string
  readonly employeeId: string
  readonly kind: RecordKind
  /** The server's clock when the photo was accepted, to the microsecond. */
  readonly at: Temporal.Instant
  /** The record that this one repeats within the debounce time; such a record is kept and not counted. */
  readonly duplicateOf?: string
  /** The site at which it was made, where that is known. */
  readonly siteId?: string
  /** What the clocks of its place showed, by the rules of the day on which it was made. */
  readonly clock?: LocalClock
  /** Not known of older records. */
  readonly origin?: RecordOrigin
}
