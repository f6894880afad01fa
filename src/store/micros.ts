import { Temporal } from 'temporal-polyfill'

/** Microseconds since 1970-01-01T00:00Z: one number that no time zone of any server can touch. */
export type Micros = number

/** What is kept of an instant; exact until the year 2255. */
export const toMicros = (instant: Temporal.Instant): Micros =>
  Number(instant.epochNanoseconds / 1000n)

export const fromMicros = (micros: Micros): Temporal.Instant =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n)
