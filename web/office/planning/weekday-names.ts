import { useMemo } from 'react'
import type { Weekday } from '../../shared/contract.ts'
import { useLanguage } from '../../shared/language.ts'
import { weekdays } from './schedule-draft.ts'

/** A Monday; the other days follow. */
const monday = Date.UTC(2026, 0, 5)
const dayMs = 86_400_000

/** Gives days of the week as a list, short, in the writing of the reader. */
export function useWeekdays(): (days: readonly Weekday[]) => string {
  const { locale } = useLanguage()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
    const short = (day: Weekday) => format.format(monday + weekdays.indexOf(day) * dayMs)
    const lists = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
    return (days) => lists.format(days.map(short))
  }, [locale])
}
