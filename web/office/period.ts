import { Temporal } from 'temporal-polyfill'

/** Days from first to last, both included, as ISO dates (2026-11-23). */
export type Period = { readonly from: string; readonly to: string }

/** The day it is in a time zone at an instant given in milliseconds since 1970. */
export function dayAt(epochMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/**
 * The instants between which a period lies in a time zone: `from` is its first, `to` the first one after it,
 * on days of 23 and 25 hours too. Undefined when a day is missing or the last is before the first.
 */
export function instantsOf(
  { from, to }: Period,
  timeZone: string,
): { from: string; to: string } | undefined {
  if (from === '' || to === '') return undefined
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  if (Temporal.PlainDate.compare(first, last) > 0) return undefined
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString()
  return { from: start(first), to: start(last.add({ days: 1 })) }
}

/** The time zone of the browser, as an IANA name. */
export function browserTimeZone(): string {
  return Temporal.Now.timeZoneId()
}
