import { useEffect, useMemo, useState } from 'react'
import { useLanguage } from './language.ts'

/** Instants (ISO 8601 or a Date) in the words of the reader and in the time zone of the browser. */
export function useTimes() {
  const { locale } = useLanguage()
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
    const timeWithSeconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
    return {
      time: (at: string | Date) => time.format(new Date(at)),
      timeWithSeconds: (at: string | Date) => timeWithSeconds.format(new Date(at)),
      day: (at: string | Date) => day.format(new Date(at)),
    }
  }, [locale])
}

/** The time of the browser's clock, told anew every `everyMs` milliseconds; to be shown, never to be recorded. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
