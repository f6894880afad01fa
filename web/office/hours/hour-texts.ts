import { useMemo } from 'react'
import { useLanguage } from '../../shared/language.ts'

/** Lengths of time and the days and times of a site, in the words and digits of the reader. */
export function useHours() {
  const { locale } = useLanguage()
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale)
    const padded = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
    // A date is the same day everywhere: it is read and written in one zone.
    const dates = (options: Intl.DateTimeFormatOptions) => {
      const { format } = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      return (date: string) => format(new Date(date))
    }
    const timeIn = (at: string, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(
        new Date(at),
      )
    return {
      count: (value: number) => whole.format(value),
      /** Seconds as hours and full minutes, 7:45. */
      length: (seconds: number) =>
        `${whole.format(Math.floor(seconds / 3600))}:${padded.format(Math.floor((seconds % 3600) / 60))}`,
      day: dates({ weekday: 'short', day: 'numeric', month: 'short' }),
      date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
      fullDay: dates({ dateStyle: 'full' }),
      month: dates({ month: 'long', year: 'numeric' }),
      /** The time of an instant on the clocks of an IANA time zone. */
      timeIn,
      /** The day and time of an instant on the clocks of an IANA time zone. */
      momentIn: (at: string, timeZone: string) =>
        new Intl.DateTimeFormat(locale, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone,
        }).format(new Date(at)),
    }
  }, [locale])
}
