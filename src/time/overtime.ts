import type { DaySheet } from './day-sheet.ts'
import type { EpochSeconds } from './instant.ts'
import type { OvertimeBand } from './overtime-band.ts'
import { type WallMinute, zoneOf } from './zone.ts'

/** Seconds of work, by the label of their band. */
export type BandTime = { readonly label: string; readonly seconds: number }

/** A stretch of counted work. */
type Stretch = { readonly from: EpochSeconds; readonly to: EpochSeconds }

/** Seconds of work before a stretch: all of the day, and of the week what was not overtime by day. */
type WorkedSoFar = { readonly ofDay: number; readonly ofWeek: number }

/**
 * The work of one week by overtime band. The stated rule: **each second of counted work is in at most one
 * band, the last of the list that it fulfils**, so the list goes from the general to the particular. Work
 * counts in the order in which it was done; a break that a rule takes off is taken from the day's first
 * work, so that overtime stays at its end. **Work beyond a limit of the day is overtime already and does not
 * bring the limits of the week nearer**, as in California (Labor Code 510, no pyramiding) and in the plain
 * rules; a premium from the first minute on (`after` 0) is none and does.
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
    for (const stretch of countedWork(sheet)) {
      for (const piece of cutAtClocks(stretch, bands, sheet)) {
        ofWeek += addPiece(sums, piece, { ofDay, ofWeek }, bands, sheet)
        ofDay += piece.to - piece.from
      }
    }
  }
  return [...sums].map(([label, seconds]) => ({ label, seconds }))
}

/** The stretches that `worked` is made of: work, and breaks as far as they are paid, less what is taken off. */
function countedWork({ intervals, figures }: DaySheet): Stretch[] {
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

/**
 * A stretch in parts, so that the clocks that people read are between the times of a band for all of a part
 * or for none: cut wherever they show the edge of a band, twice where an hour comes twice, and where they change.
 */
function cutAtClocks(whole: Stretch, bands: readonly OvertimeBand[], sheet: DaySheet): Stretch[] {
  const zone = zoneOf(sheet.zone)
  const minutes = bands.flatMap(({ between }) => (between ? [between.start, between.end] : []))
  const cuts: EpochSeconds[] = [whole.from]
  if (minutes.length > 0) {
    const changes = zone.changesBetween(whole.from, whole.to)
    for (const offset of new Set([whole.from, ...changes].map(zone.offsetAt))) {
      const [first, last] = [whole.from, whole.to].map((at) => Math.floor((at + offset) / 86_400))
      for (let day = first ?? 0; day <= (last ?? 0); day++) {
        cuts.push(...minutes.map((minute) => day * 86_400 + minute * 60 - offset))
      }
    }
    cuts.push(...changes)
  }
  const inside = [...new Set(cuts)]
    .filter((at) => at >= whole.from && at < whole.to)
    .sort((a, b) => a - b)
  return inside.map((from, i) => ({ from, to: inside[i + 1] ?? whole.to }))
}

/** Divides a part at the thresholds and adds each division to the last band that it fulfils. Gives its ordinary seconds. */
function addPiece(
  sums: Map<string, number>,
  { from, to }: Stretch,
  { ofDay, ofWeek }: WorkedSoFar,
  bands: readonly OvertimeBand[],
  sheet: DaySheet,
): number {
  const length = to - from
  const isOn = { 'rest-day': sheet.shifts.length === 0, holiday: sheet.holiday !== undefined }
  const open = bands.filter(
    ({ between, on }) =>
      (on === undefined || isOn[on]) && (!between || isBetween(from, between, sheet.zone)),
  )
  const ofDayLeft = ({ after }: OvertimeBand) => after * 60 - ofDay
  const limits = open.filter(({ per, after }) => per === 'day' && after > 0).map(ofDayLeft)
  const ordinary = Math.max(0, Math.min(length, ...limits))
  // When it fulfils a band: a limit of the week comes nearer by ordinary work alone.
  const reached = (band: OvertimeBand) => {
    if (band.per === 'day') return ofDayLeft(band)
    const left = band.after * 60 - ofWeek
    return left <= ordinary ? left : Infinity
  }
  const starts = open.map(reached).filter((start) => start > 0 && start < length)
  const steps = [...new Set([0, ...starts])].sort((a, b) => a - b)
  for (const [i, step] of steps.entries()) {
    const band = open.findLast((each) => reached(each) <= step)
    if (band === undefined) continue
    const seconds = (steps[i + 1] ?? length) - step
    sums.set(band.label, (sums.get(band.label) ?? 0) + seconds)
  }
  return ordinary
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
