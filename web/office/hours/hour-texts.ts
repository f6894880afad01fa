import { useMemo } from 'react'
import { useLanguage } from '../shared/language.ts'

/** Lengths of time and the days and times of a site, in the words and digits of the reader. */
export function useHours() {
  const { locale } = useLanguage()
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale)
    const padded = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
    // A date is the same day everywhere: it is read and written in one zone.
    const day = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    })
    const month = new Intl.DateTimeFormat(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    return {
      count: (value: number) => whole.format(value),
      /** Seconds as hours and full minutes, 7:45. */
      length: (seconds: number) =>
        `${whole.format(Math.floor(seconds / 3600))}:${padded.format(Math.floor((seconds % 3600) / 60))}`,
      day: (date: string) => day.format(new Date(date)),
      month: (isoMonth: string) => month.format(new Date(isoMonth)),
      /** The time of an instant on the clocks of an IANA time zone. */
      timeIn: (at: string, timeZone: string) =>
        new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(
          new Date(at),
        ),
    }
  }, [locale])
}
