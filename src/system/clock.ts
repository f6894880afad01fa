import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../ports/clock.ts'

/** How far the fine clock may part from the system's before it is set again, in milliseconds. */
const maxDriftMs = 2

/**
 * The system's clock with microseconds. `Date` has milliseconds only; the monotonic clock fills in the
 * rest and is set again as soon as the two part, so that a corrected system time is followed at once.
 */
export function createSystemClock(): Clock {
  let anchorMs = Date.now()
  let anchoredAt = performance.now()
  return {
    now() {
      const systemMs = Date.now()
      let fineMs = anchorMs + (performance.now() - anchoredAt)
      if (Math.abs(fineMs - systemMs) > maxDriftMs) {
        anchorMs = fineMs = systemMs
        anchoredAt = performance.now()
      }
      return Temporal.Instant.fromEpochNanoseconds(BigInt(Math.round(fineMs * 1000)) * 1000n)
    },
  }
}
