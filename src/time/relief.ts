import type { Day } from './day.ts'
import type { EpochSeconds } from './instant.ts'
import { type Leave, leaveEndOf, type LeaveKind } from './leave.ts'
import { leavesOn } from './leave-index.ts'
import { type Shift } from './shift.ts'
import type { Zone } from './zone.ts'

/** A stretch of time that leave takes. */
export type LeaveWindow = {
  readonly kind: LeaveKind
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /**
   * Of a half or a whole day, the same share of the planned work; of hours, as much of it as they last.
   */
  readonly counts: 'share' | 'length'
  /** Of a half of a single shift: so much of its planned work, whatever breaks lie in the window. */
  readonly share?: number
}

/** What leave takes off one shift. */
export type Relief = {
  /** When the person is expected first and last: the shift without the leave at its ends. */
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  /** Of the planned work, in seconds. */
  readonly taken: readonly { readonly kind: LeaveKind; readonly seconds: number }[]
  /** The parts of the shift on leave. */
  readonly windows: readonly LeaveWindow[]
}

/** A shift with its true instants, as far as leave looks at it. */
export type TimedShift = {
  readonly shift: Shift
  readonly start: EpochSeconds
  readonly end: EpochSeconds
}

/** Leave by the hour by the day on which it begins. It excuses whatever shift it lies in, also one of the day before. */
export function hourWindows(
  leaves: readonly Leave[],
  from: Day,
  to: Day,
  zoneOn: (day: Day) => Zone,
): ReadonlyMap<Day, readonly LeaveWindow[]> {
  const windows = new Map<Day, readonly LeaveWindow[]>()
  const byTheHour = leaves.filter(({ part }) => typeof part === 'object')
  if (byTheHour.length === 0) return windows
  for (let day = from; day <= to; day++) {
    const zone = zoneOn(day)
    const onDay = leavesOn(byTheHour, day).flatMap(({ kind, part }): LeaveWindow[] => {
      if (typeof part !== 'object') return []
      const end = leaveEndOf(part)
      const last = end < 1440 ? zone.secondAt(day, end) : zone.secondAt(day + 1, end - 1440)
      return [{ kind, from: zone.secondAt(day, part.start), to: last, counts: 'length' }]
    })
    if (onDay.length > 0) windows.set(day, onDay)
  }
  return windows
}

/**
 * What whole and half days of leave take of the shifts that start on a day. The stated rule: **a half ends
 * between the two shifts that divide the day's work most evenly; of a single shift, a half is half of its
 * work, and the unpaid break lies between the halves**: of 8 to 17 with an hour for lunch, the morning ends at
 * 12 and the afternoon begins at 13.
 * @param shifts those of the day, by start
 */
export function dayWindows(
  leaves: readonly Leave[],
  day: Day,
  shifts: readonly TimedShift[],
): LeaveWindow[] {
  const [first, last] = [shifts[0], shifts.at(-1)]
  if (first === undefined || last === undefined) return []
  const isSingle = shifts.length === 1
  const { morningEnds, afternoonBegins } = isSingle ? halvesOf(first) : divisionOf(shifts)
  return leavesOn(leaves, day).flatMap(({ kind, part }): LeaveWindow[] => {
    if (typeof part === 'object') return []
    const from = part === 'afternoon' ? morningEnds : first.start
    const to = part === 'morning' ? afternoonBegins : last.end
    const isHalf = isSingle && part !== undefined
    return [{ kind, from, to, counts: 'share', ...(isHalf && { share: 0.5 }) }]
  })
}

type Halves = { readonly morningEnds: EpochSeconds; readonly afternoonBegins: EpochSeconds }

function halvesOf({ shift, start, end }: TimedShift): Halves {
  const unpaid = shift.breaks.reduce((sum, { paid, minutes }) => sum + (paid ? 0 : minutes * 60), 0)
  const half = Math.floor(Math.max(0, end - start - unpaid) / 2)
  const morningEnds = start + half
  // What cannot be halved evenly is of the afternoon, which begins where the morning ended but for the break.
  return { morningEnds, afternoonBegins: Math.min(end, morningEnds + unpaid) }
}

function divisionOf(shifts: readonly TimedShift[]): Halves {
  const lengths = shifts.map(({ start, end }) => end - start)
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2
  let before = 0
  let best = { away: Infinity, at: 0 }
  for (const [i, { end }] of shifts.slice(0, -1).entries()) {
    before += lengths[i] ?? 0
    const away = Math.abs(before - half)
    if (away < best.away) best = { away, at: end }
  }
  return { morningEnds: best.at, afternoonBegins: best.at }
}

/**
 * What the windows take off a shift; undefined when they do not touch it.
 * @param planned the work that the shift asks for, in seconds: its length less its unpaid breaks
 * @param windows by start
 */
export function reliefOf(
  { start, end }: TimedShift,
  planned: number,
  windows: readonly LeaveWindow[],
): Relief | undefined {
  const touching: LeaveWindow[] = []
  let covered = start
  for (const window of windows) {
    const from = Math.max(window.from, covered)
    const to = Math.min(window.to, end)
    if (to <= from) continue
    touching.push({ ...window, from, to })
    covered = to
  }
  if (touching.length === 0) return undefined
  const away = touching.reduce((sum, { from, to }) => sum + to - from, 0)
  const isWhole = away >= end - start
  let left = planned
  const taken = touching.map(({ kind, from, to, counts, share }, i) => {
    const wanted =
      counts === 'length' ? to - from : Math.round(planned * (share ?? (to - from) / (end - start)))
    const isLast = i === touching.length - 1
    const seconds = isWhole && isLast ? left : Math.min(left, wanted)
    left -= seconds
    return { kind, seconds }
  })
  return { ...expectedOf(start, end, touching), taken, windows: touching }
}

function expectedOf(start: EpochSeconds, end: EpochSeconds, windows: readonly LeaveWindow[]) {
  let from = start
  for (const window of windows) if (window.from <= from) from = Math.max(from, window.to)
  let to = end
  for (const window of windows.toReversed()) if (window.to >= to) to = Math.min(to, window.from)
  return { from, to: Math.max(from, to) }
}
