import { Temporal } from 'temporal-polyfill'
import { isConceivable, microsOf } from './instant.ts'
import { accepted, type Checked, refused } from './problem.ts'
import type { WallMinute } from './zone.ts'

/** Reads `06:30` as minutes since midnight; `24:00` is refused, midnight is `00:00`. */
export function parseWallMinute(text: string, field: string): Checked<WallMinute> {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (found === null) return refused('not-a-time', field, `${field} is not a time such as 06:30`)
  return accepted(Number(found[1]) * 60 + Number(found[2]))
}

export const wallMinuteText = (minute: WallMinute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Whether a typed moment says how far its clocks were ahead of UTC, and so belongs to no zone. */
export const statesOffset = (text: string): boolean => /(Z|[+-]\d{2}:\d{2})$/.test(text)

/**
 * Reads an exact moment that a person typed: `2026-10-25T14:30` on the clocks of the zone, or with its
 * offset, `2026-10-25T02:30+01:00`. Nothing is guessed: a time that the zone's clocks skipped, or showed
 * twice, is refused, and the answer says which offsets would settle it. A moment outside the years of time clocks
 * is refused too: `0026` is what a date field makes of a hasty 26.
 */
export function parseExactTime(
  text: string,
  zoneId: string,
  field: string,
): Checked<Temporal.Instant> {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/.test(text)) {
    return refused('not-an-instant', field, `${field} is not a moment such as 2026-10-25T14:30`)
  }
  try {
    const exact = statesOffset(text)
      ? accepted(Temporal.Instant.from(text))
      : exactTimeIn(Temporal.PlainDateTime.from(text, { overflow: 'reject' }), zoneId, field)
    return !exact.ok || isConceivable(microsOf(exact.value))
      ? exact
      : refused('out-of-range', field, `${field} is outside the years 1970 to 2199`)
  } catch (error) {
    if (error instanceof RangeError) {
      return refused('not-an-instant', field, `${field} names a date or time that does not exist`)
    }
    throw error
  }
}

function exactTimeIn(
  local: Temporal.PlainDateTime,
  zoneId: string,
  field: string,
): Checked<Temporal.Instant> {
  const earlier = local.toZonedDateTime(zoneId, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zoneId, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return accepted(earlier.toInstant())
  const shown = local.toString({ smallestUnit: 'minute' })
  return earlier.toPlainDateTime().equals(local)
    ? refused(
        'wall-time-twice',
        field,
        `${field}: the clocks of ${zoneId} showed ${shown} twice; write ${shown}${earlier.offset} or ${shown}${later.offset}`,
      )
    : refused(
        'wall-time-skipped',
        field,
        `${field}: the clocks of ${zoneId} never showed ${shown}; they went on to ${later.toPlainTime().toString({ smallestUnit: 'minute' })}`,
      )
}

/** How far the clock of a client may run ahead before its moment is called future. */
const clockToleranceSeconds = 120

/** Refuses a moment that has not happened yet: no one may record or correct the future. */
export const checkPast = (
  at: Temporal.Instant,
  now: Temporal.Instant,
  field: string,
): Checked<Temporal.Instant> =>
  Temporal.Instant.compare(at, now.add({ seconds: clockToleranceSeconds })) > 0
    ? refused('in-the-future', field, `${field} lies in the future`)
    : accepted(at)
