import { Temporal } from 'temporal-polyfill'
import type { Micros } from './tables.ts'

/** What is kept of an instant; exact until the year 2255. */
export const toMicros = (instant: Temporal.Instant): Micros =>
  Number(instant.epochNanoseconds / 1000n)

export const fromMicros = (micros: Micros): Temporal.Instant =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n)
