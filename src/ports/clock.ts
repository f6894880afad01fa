import type { Temporal } from 'temporal-polyfill'

/** Tells the time. Passed in everywhere, so that a test can say what time it is. */
export interface Clock {
  /** The present instant, to the microsecond. */
  now(): Temporal.Instant
}
