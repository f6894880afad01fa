import type { EpochMicros } from '../../time/instant.ts'
import type { LocalClock } from '../../time/zone.ts'
import type { ZoneFindings } from '../../time/zone-findings.ts'
import type { MicrosRange } from './recorded-hours.ts'

/** Records of some days whose clocks were as far ahead of UTC when they were made. */
export type ClockUse = {
  readonly clock: LocalClock
  readonly count: number
  readonly first: EpochMicros
  readonly last: EpochMicros
}

/** Time zone data that the program began to use, and what it made of the records that were there. */
export type ZoneDataEvent = {
  /** 1 for the first. */
  readonly ordinal: number
  readonly version: string
  readonly at: EpochMicros
  readonly findings: ZoneFindings
}

export interface ZoneDataStore {
  /** Oldest first. */
  events(): Promise<ZoneDataEvent[]>
  /** False: there is an event of this ordinal, written by another server. */
  add(event: ZoneDataEvent): Promise<boolean>
  /**
   * From the first record or correction to the last, of those whose moments are conceivable; undefined when
   * there is none.
   */
  span(): Promise<MicrosRange | undefined>
  /** What clocks showed when the records of a range were made, by day of UTC; and how many have no clock. */
  uses(range: MicrosRange): Promise<{ uses: ClockUse[]; withoutClock: number }>
  /** The moments of the records of a range that were made by a clock. */
  moments(clock: LocalClock, range: MicrosRange): Promise<EpochMicros[]>
}
