import { countedWork, cutAtMidnight, type Stretch } from './counted-work.ts'
import type { Day } from './day.ts'
import type { DaySheet } from './day-sheet.ts'
import type { EpochSeconds } from './instant.ts'
import type { OvertimeBand } from './overtime-band.ts'
import { type WallMinute, type Zone, zoneOf } from './zone.ts'

/** Seconds of work, by the label of their band. */
export type BandTime = { readonly label: string; readonly seconds: number }

/** Whether a day is one of those that a band may be for. */
export type SortOfDay = { readonly 'rest-day': boolean; readonly holiday: boolean }

const sortOfItsDay = ({ shifts, due, holiday }: DaySheet): SortOfDay => ({
  'rest-day': shifts.length === 0 && due === undefined,
  holiday: holiday !== undefined,
})

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
 * @param sortOfDay of what sort a day of the clocks is for the work of a sheet; without it, all of a sheet's work
 * is of the sort of the sheet's own day, the one on which it began
 */
export function bandTimes(
  bands: readonly OvertimeBand[],
  days: readonly DaySheet[],
  sortOfDay: (sheet: DaySheet, day: Day) => SortOfDay = sortOfItsDay,
): readonly BandTime[] {
  if (bands.length === 0) return []
  const sums = new Map<string, number>()
  for (const { label } of bands) sums.set(label, 0)
  let ofWeek = 0
  for (const sheet of days) {
    let ofDay = 0
    const zone = zoneOf(sheet.zone)
    for (const stretch of countedWork(sheet.intervals, sheet.figures)) {
      for (const part of cutAtMidnight(stretch, zone)) {
        const isOn = sortOfDay(sheet, part.day)
        for (const piece of cutAtClocks(part, bands, zone)) {
          const open = bands.filter(
            ({ between, on }) =>
              (on === undefined || isOn[on]) && (!between || isBetween(piece.from, between, zone)),
          )
          ofWeek += addPiece(sums, piece, { ofDay, ofWeek }, open)
          ofDay += piece.to - piece.from
        }
      }
    }
  }
  return [...sums].map(([label, seconds]) => ({ label, seconds }))
}

/**
 * A stretch in parts, so that the clocks that people read are between the times of a band for all of a part
 * or for none: cut wherever they show the edge of a band, twice where an hour comes twice, and where they change.
 */
function cutAtClocks(whole: Stretch, bands: readonly OvertimeBand[], zone: Zone): Stretch[] {
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
  open: readonly OvertimeBand[],
): number {
  const length = to - from
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
  zone: Zone,
): boolean {
  const local = second + zone.offsetAt(second)
  const minute = Math.floor((((local % 86_400) + 86_400) % 86_400) / 60)
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}
