import type { Temporal } from 'temporal-polyfill'
import type { RecordKind } from '../time/record-kind.ts'
import type { LocalClock } from '../time/zone.ts'

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
}
