import { Temporal } from 'temporal-polyfill'
import { dayOfDate, plainDateOf, type Day } from './day.ts'
import { type EpochSeconds, instantOf } from './instant.ts'
import { accepted, type Checked, refused } from './problem.ts'

/** Minutes since midnight on a clock on the wall: 0 to 1439. */
export type WallMinute = number

/** A time zone that answers fast; every answer is Temporal's own, remembered. */
export interface Zone {
  /** The IANA name, `Africa/Casablanca`. */
  readonly id: string
  /** How far the zone's clocks are ahead of UTC at this second, in seconds. */
  offsetAt(second: EpochSeconds): number
  /** The seconds in a stretch of time, its ends not included, from which on the clocks show another offset. */
  changesBetween(from: EpochSeconds, to: EpochSeconds): EpochSeconds[]
  /** The calendar day that the zone's clocks show at this second. */
  dayAt(second: EpochSeconds): Day
  /**
   * The instant at which the zone's clocks show this time of this day. The stated rule for clock
   * changes is that of RFC 5545 (3.3.5) and of Temporal's `compatible`: a time that is skipped is read
   * with the offset before the change (02:30 becomes 03:30), a time that happens twice is its first.
   */
  secondAt(day: Day, minute: WallMinute): EpochSeconds
}

/** What the clocks of a place showed: its zone, and how far they were ahead of UTC by the rules in use. */
export type LocalClock = { readonly zone: string; readonly offsetSeconds: number }

/** A stretch of time over which a zone's offset does not change: `from` included, `until` not. */
type Span = { readonly from: EpochSeconds; readonly until: EpochSeconds; readonly offset: number }

const maxRememberedTimes = 100_000

function spanAround(id: string, second: EpochSeconds): Span {
  const at = instantOf(second).toZonedDateTimeISO(id)
  // 'previous' looks strictly before, so one nanosecond later finds a change at this very second.
  const before = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const after = at.getTimeZoneTransition('next')
  return {
    from: before === null ? -Infinity : before.epochMilliseconds / 1000,
    until: after === null ? Infinity : after.epochMilliseconds / 1000,
    offset: at.offsetNanoseconds / 1_000_000_000,
  }
}

function createZone(id: string): Zone {
  const spans: Span[] = []
  const times = new Map<number, EpochSeconds>()
  let recent: Span | undefined

  const spanAt = (second: EpochSeconds): Span => {
    if (recent !== undefined && second >= recent.from && second < recent.until) return recent
    recent = spans.find((span) => second >= span.from && second < span.until)
    if (recent === undefined) {
      recent = spanAround(id, second)
      spans.push(recent)
    }
    return recent
  }

  return {
    id,
    offsetAt: (second) => spanAt(second).offset,
    changesBetween(from, to) {
      const changes: EpochSeconds[] = []
      for (let { until } = spanAt(from); until < to; { until } = spanAt(until)) {
        changes.push(until)
      }
      return changes
    },
    dayAt: (second) => Math.floor((second + spanAt(second).offset) / 86_400),
    secondAt(day, minute) {
      const key = day * 1440 + minute
      let second = times.get(key)
      if (second === undefined) {
        const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
        const zoned = plainDateOf(day).toPlainDateTime(time).toZonedDateTime(id)
        second = zoned.epochMilliseconds / 1000
        if (times.size >= maxRememberedTimes) times.clear()
        times.set(key, second)
      }
      return second
    },
  }
}

const zones = new Map<string, Zone>()

/** The zone of a name that `parseZone` accepted; throws a RangeError for any other. */
export function zoneOf(id: string): Zone {
  let zone = zones.get(id)
  if (zone === undefined) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id)
    zone = createZone(id)
    zones.set(id, zone)
  }
  return zone
}

/** What the clocks of a zone show at a second, by the rules of this process. */
export const clockAt = (zone: string, second: EpochSeconds): LocalClock => ({
  zone,
  offsetSeconds: zoneOf(zone).offsetAt(second),
})

/**
 * Reads the IANA name of a zone and gives it back in the spelling of the time zone database. A bare
 * offset (`+01:00`) is refused: it knows nothing of clock changes.
 */
export function parseZone(text: string, field: string): Checked<string> {
  const wrong = refused(
    'unknown-zone',
    field,
    `${field} is not a time zone of the IANA database, such as Europe/Paris or Africa/Casablanca`,
  )
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,59}$/.test(text)) return wrong
  try {
    return accepted(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId)
  } catch (error) {
    if (error instanceof RangeError) return wrong
    throw error
  }
}

/** The day that the zone's clocks show at an instant. */
export const dayIn = (zoneId: string, instant: Temporal.Instant): Day =>
  dayOfDate(instant.toZonedDateTimeISO(zoneId).toPlainDate())
