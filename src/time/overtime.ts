import type { DaySheet } from './day-sheet.ts'
import type { EpochSeconds } from './instant.ts'
import type { OvertimeBand } from './overtime-band.ts'
import { type WallMinute, zoneOf } from './zone.ts'

/** Seconds of work, by the label of their band. */
export type BandTime = { readonly label: string; readonly seconds: number }

/** A stretch of counted work, with how much was worked before it. */
type Stretch = {
  readonly from: EpochSeconds
  readonly to: EpochSeconds
  ofDay: number
  ofWeek: number
}

/**
 * The work of one week by overtime band. The stated rule: **each second of counted work is in at most one
 * band, the last of the list that it fulfils**, so the list goes from the general to the particular. Work
 * counts in the order in which it was done; a break that a rule takes off is taken from the day's first
 * work, so that overtime stays at its end.
 * @param days those of one ISO week, in order
 */
export function bandTimes(
  bands: readonly OvertimeBand[],
  days: readonly DaySheet[],
): readonly BandTime[] {
  if (bands.length === 0) return []
  const sums = new Map<string, number>()
  for (const { label } of bands) sums.set(label, 0)
  let ofWeek = 0
  for (const sheet of days) {
    let ofDay = 0
    for (const { from, to } of countedWork(sheet)) {
      for (const piece of cutAtClocks({ from, to, ofDay, ofWeek }, bands, sheet)) {
        addPiece(sums, piece, bands, sheet)
      }
      ofDay += to - from
      ofWeek += to - from
    }
  }
  return [...sums].map(([label, seconds]) => ({ label, seconds }))
}

/** The stretches that `worked` is made of: work, and breaks as far as they are paid, less what is taken off. */
function countedWork({ intervals, figures }: DaySheet): { from: EpochSeconds; to: EpochSeconds }[] {
  let paid = figures.paidBreak
  let off = figures.deductedBreak
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

/** A stretch in parts, so that the clocks are between the times of a band for all of a part or for none. */
function cutAtClocks(whole: Stretch, bands: readonly OvertimeBand[], sheet: DaySheet): Stretch[] {
  const zone = zoneOf(sheet.zone)
  const minutes = bands.flatMap(({ between }) => (between ? [between.start, between.end] : []))
  const cuts: EpochSeconds[] = [whole.from]
  if (minutes.length > 0) {
    for (let day = zone.dayAt(whole.from); day <= zone.dayAt(whole.to); day++) {
      cuts.push(...minutes.map((minute) => zone.secondAt(day, minute)))
    }
  }
  const inside = cuts.filter((at) => at >= whole.from && at < whole.to).sort((a, b) => a - b)
  return inside.map((from, i) => {
    const before = from - whole.from
    const to = inside[i + 1] ?? whole.to
    return { from, to, ofDay: whole.ofDay + before, ofWeek: whole.ofWeek + before }
  })
}

/** Divides a part at the thresholds and adds each division to the last band that it fulfils. */
function addPiece(
  sums: Map<string, number>,
  { from, to, ofDay, ofWeek }: Stretch,
  bands: readonly OvertimeBand[],
  sheet: DaySheet,
): void {
  const length = to - from
  const isOn = { 'rest-day': sheet.shifts.length === 0, holiday: sheet.holiday !== undefined }
  const open = bands.filter(
    ({ between, on }) =>
      (on === undefined || isOn[on]) && (!between || isBetween(from, between, sheet.zone)),
  )
  const reached = ({ per, after }: OvertimeBand) => after * 60 - (per === 'day' ? ofDay : ofWeek)
  const starts = open.map(reached).filter((start) => start > 0 && start < length)
  const steps = [...new Set([0, ...starts])].sort((a, b) => a - b)
  for (const [i, step] of steps.entries()) {
    const band = open.findLast((each) => reached(each) <= step)
    if (band === undefined) continue
    const seconds = (steps[i + 1] ?? length) - step
    sums.set(band.label, (sums.get(band.label) ?? 0) + seconds)
  }
}

function isBetween(
  second: EpochSeconds,
  { start, end }: { start: WallMinute; end: WallMinute },
  zoneId: string,
): boolean {
  const local = second + zoneOf(zoneId).offsetAt(second)
  const minute = Math.floor((((local % 86_400) + 86_400) % 86_400) / 60)
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}
