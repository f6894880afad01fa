import { instantOfMicros, microsOf, type EpochMicros } from '../time/instant.ts'

/** Microseconds since 1970-01-01T00:00Z: one number that no time zone of any server can touch. */
export type Micros = EpochMicros

export const toMicros = microsOf
export const fromMicros = instantOfMicros
