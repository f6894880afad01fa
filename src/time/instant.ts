import { Temporal } from 'temporal-polyfill'

/** Microseconds since 1970-01-01T00:00Z as a plain number: exact until the year 2255, and fast to sort. */
export type EpochMicros = number

/** Whole seconds since 1970-01-01T00:00Z. Hours are counted in these, so that every sum comes out even. */
export type EpochSeconds = number

export const microsOf = (instant: Temporal.Instant): EpochMicros =>
  Number(instant.epochNanoseconds / 1000n)

/** An instant cut down to its second: the unit in which hours are counted. */
export const secondOf = (micros: EpochMicros): EpochSeconds => Math.floor(micros / 1_000_000)

export const instantOf = (seconds: EpochSeconds): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

/** The exact instant of a count of microseconds; the inverse of `microsOf`. */
export const instantOfMicros = (micros: EpochMicros): Temporal.Instant =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n)
