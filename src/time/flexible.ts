import { type Day, type Weekday, weekdayOf, weekdays } from './day.ts'
import { type Leave, leaveEndOf, type LeaveKind } from './leave.ts'
import { leavesOn } from './leave-index.ts'
import { accepted, type Checked, refused } from './problem.ts'
import type { Zone } from './zone.ts'

/** A schedule without times: so many minutes on each of its days, or in a week that is shared out over them. */
export type Flexible = {
  readonly per: 'day' | 'week'
  readonly minutes: number
  /** 0 for Monday to 6 for Sunday, ascending. */
  readonly days: readonly number[]
}

/** As an operator types it; without days, Monday to Friday. */
export type FlexibleDraft = Omit<Flexible, 'days'> & { readonly days?: readonly Weekday[] }

const usualDays: readonly Weekday[] = weekdays.slice(0, 5)

/** Checks what an operator typed. A day has 24 hours, and a week as many days as are named. */
export function checkFlexible({
  per,
  minutes,
  days = usualDays,
}: FlexibleDraft): Checked<Flexible> {
  const numbers = [...new Set(days.map((day) => weekdays.indexOf(day)))].sort()
  if (numbers.length === 0) {
    return refused('missing-value', 'flexible.days', 'flexible.days names no day')
  }
  const most = 1440 * (per === 'day' ? 1 : numbers.length)
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= most
    ? accepted({ per, minutes, days: numbers })
    : refused(
        'out-of-range',
        'flexible.minutes',
        `flexible.minutes must be a whole number of minutes from 1 to ${most}`,
      )
}

/** Seconds of work that are due on a day; those of a week are shared out evenly, the rest on its last day. */
export function dueSeconds({ per, minutes, days }: Flexible, day: Day): number {
  const place = days.indexOf(weekdayOf(day))
  if (place < 0) return 0
  if (per === 'day') return minutes * 60
  const share = Math.floor((minutes * 60) / days.length)
  return place < days.length - 1 ? share : minutes * 60 - share * (days.length - 1)
}

/** What leave takes off the work that is due on a day: all, half, or as much as it lasts, never more than is left. */
export function takenOff(
  due: number,
  leaves: readonly Leave[],
  day: Day,
  zone: Zone,
): { readonly kind: LeaveKind; readonly seconds: number }[] {
  let left = due
  return leavesOn(leaves, day).map(({ kind, part }) => {
    const wanted = part === undefined ? due : typeof part === 'object' ? lengthOf(part) : due / 2
    const seconds = Math.min(left, Math.ceil(wanted))
    left -= seconds
    return { kind, seconds }
  })

  function lengthOf(part: Leave['part'] & object): number {
    const end = leaveEndOf(part)
    const last = end < 1440 ? zone.secondAt(day, end) : zone.secondAt(day + 1, end - 1440)
    return last - zone.secondAt(day, part.start)
  }
}
