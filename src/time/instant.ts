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

/**
 * A second as `2026-03-02T08:00:00Z`, as `instantOf(seconds).toString()` writes it: a year of shifts has thousands,
 * and a Temporal.Instant for each would take longer than counting them.
 */
export const secondText = (seconds: EpochSeconds): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/**
 * Between these is every moment that a time clock can mean, of the years in which days lie too; anything else
 * is a slip of the keyboard, and beyond 2255 no database would give it back exactly.
 */
export const earliestInstant: EpochMicros = microsOf(Temporal.Instant.from('1970-01-01T00:00:00Z'))
export const latestInstant: EpochMicros = microsOf(
  Temporal.Instant.from('2199-12-31T23:59:59.999999Z'),
)

/** Whether a moment that somebody typed, or that another program kept, can be meant. */
export const isConceivable = (micros: EpochMicros): boolean =>
  micros >= earliestInstant && micros <= latestInstant

/** As far as years are written with four digits, which is all that RFC 3339 knows. */
const firstWritten = microsOf(Temporal.Instant.from('0000-01-01T00:00:00Z'))
const lastWritten = microsOf(Temporal.Instant.from('9999-12-31T23:59:59Z'))

/**
 * A moment as it was kept, or the end of what can be written that it lies beyond: one bad row must not keep the
 * others from being read.
 */
export const writable = (micros: EpochMicros): EpochMicros =>
  Math.max(firstWritten, Math.min(lastWritten, micros))

/** The exact instant of a count of microseconds; the inverse of `microsOf`, as far as it is writable. */
export const instantOfMicros = (micros: EpochMicros): Temporal.Instant =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(writable(micros)) * 1000n)
