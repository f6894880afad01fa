import type { Day } from './day.ts'
import type { Figures } from './figures.ts'
import type { EpochSeconds } from './instant.ts'
import type { Interval } from './session.ts'
import type { Zone } from './zone.ts'

/** A stretch of counted work. */
export type Stretch = { readonly from: EpochSeconds; readonly to: EpochSeconds }

/**
 * The stretches that a day's `worked` is made of: work, and breaks as far as they are paid, less what is taken
 * off, which comes off the first work.
 */
export function countedWork(
  intervals: readonly Interval[],
  { paidBreak, deductedBreak }: Pick<Figures, 'paidBreak' | 'deductedBreak'>,
): Stretch[] {
  let paid = paidBreak
  let off = deductedBreak
  return intervals.flatMap(({ kind, from, to }) => {
    let last = to
    if (kind === 'break') {
      last = Math.min(to, from + paid)
      paid -= last - from
    }
    const first = Math.min(last, from + off)
    off -= first - from
    return last > first ? [{ from: first, to: last }] : []
  })
}

/** A stretch in parts, each of one day by the clocks of a zone. */
export function cutAtMidnight({ from, to }: Stretch, zone: Zone): (Stretch & { day: Day })[] {
  const parts: (Stretch & { day: Day })[] = []
  for (let at = from; at < to;) {
    const day = zone.dayAt(at)
    const end = Math.min(to, zone.secondAt(day + 1, 0))
    parts.push({ from: at, to: end, day })
    at = end
  }
  return parts
}
