import type { EpochMicros } from './instant.ts'

/** Records of one zone whose clocks showed another time than the rules in use would have them show. */
export type ZoneChange = {
  readonly zone: string
  /** How far the clocks were ahead of UTC when the records were made, and are by the rules in use. */
  readonly keptOffsetSeconds: number
  /** Null where the zone is not known any more. */
  readonly offsetSeconds: number | null
  readonly count: number
  readonly first: EpochMicros
  readonly last: EpochMicros
}

/** What time zone data makes of the records that are there. */
export type ZoneFindings = {
  readonly records: number
  /** Made before the program kept what the clocks showed; nothing can be said of them. */
  readonly withoutClock: number
  readonly changes: readonly ZoneChange[]
}

export const noFindings: ZoneFindings = { records: 0, withoutClock: 0, changes: [] }
