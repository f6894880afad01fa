import { Temporal } from 'temporal-polyfill'

/** A day (2026-10-25) and a time (02:30) as fields hold them. */
export type WallTime = { readonly date: string; readonly time: string }

/** What the clocks of a zone showed at an instant. */
export function wallTimeAt(at: string, zone: string): WallTime {
  const shown = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return {
    date: shown.toPlainDate().toString(),
    time: shown.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** As the server takes it: on the clocks of the site, or with the offset of its first or second occurrence. */
export function wallTimeText(
  { date, time }: WallTime,
  zone: string,
  which: 'first' | 'second' | undefined,
): string {
  if (which === undefined) return `${date}T${time}`
  const { offset } = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
    disambiguation: which === 'first' ? 'earlier' : 'later',
  })
  return `${date}T${time}${offset}`
}
