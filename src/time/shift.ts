import { accepted, type Checked, problemsOf, refused } from './problem.ts'
import { parseName } from './name.ts'
import { parseWallMinute, wallMinuteText } from './wall-time.ts'
import type { WallMinute } from './zone.ts'

/** A break that a shift allows for. */
export type PlannedBreak = {
  readonly minutes: number
  /** Recorded break time counts as worked up to the paid minutes of the shift; the rest does not. */
  readonly paid: boolean
  /**
   * Set for an unpaid break that is taken off even when nobody recorded it, once the presence is longer
   * than this many minutes. What was recorded as a break is not taken off again.
   */
  readonly deductedAfterMinutes?: number
}

/** A stretch of planned work, by the clocks on the wall of the site. */
export type Shift = {
  readonly name: string
  readonly start: WallMinute
  /** At or before `start` means: on the next day; 08:00 to 08:00 are 24 hours. A shift belongs to the day on which it starts. */
  readonly end: WallMinute
  readonly breaks: readonly PlannedBreak[]
}

/** A shift as an operator types it. */
export type ShiftDraft = {
  readonly name: string
  readonly start: string
  readonly end: string
  readonly breaks?: readonly PlannedBreak[]
}

/** Minutes from start to end by the clocks on the wall; the true length differs on a night of clock change. */
export const wallLengthOf = ({ start, end }: Shift): number =>
  end > start ? end - start : end + 1440 - start

/** How a shift is named to a person: `Night (22:00-06:00)`. */
export const shiftText = (shift: Shift): string =>
  `${shift.name} (${wallMinuteText(shift.start)}-${wallMinuteText(shift.end)})`

const maxBreaks = 10

function checkBreak(
  pause: PlannedBreak,
  shiftMinutes: number,
  field: string,
): Checked<PlannedBreak> {
  const { minutes, paid, deductedAfterMinutes } = pause
  if (!Number.isInteger(minutes) || minutes < 1 || minutes >= shiftMinutes) {
    return refused(
      'out-of-range',
      `${field}.minutes`,
      `${field} must be shorter than its shift, in whole minutes`,
    )
  }
  if (deductedAfterMinutes === undefined) return accepted({ minutes, paid })
  if (paid) {
    return refused(
      'out-of-range',
      `${field}.deductedAfterMinutes`,
      `${field} is paid, so it cannot be deducted`,
    )
  }
  return Number.isInteger(deductedAfterMinutes) &&
    deductedAfterMinutes >= 0 &&
    deductedAfterMinutes <= 1440
    ? accepted({ minutes, paid, deductedAfterMinutes })
    : refused(
        'out-of-range',
        `${field}.deductedAfterMinutes`,
        `${field}.deductedAfterMinutes must be 0 to 1440`,
      )
}

/** Checks one shift; `field` is its path in what was sent. */
export function checkShift(draft: ShiftDraft, field: string): Checked<Shift> {
  const name = parseName(draft.name, `${field}.name`)
  const start = parseWallMinute(draft.start, `${field}.start`)
  const end = parseWallMinute(draft.end, `${field}.end`)
  if (!name.ok || !start.ok || !end.ok)
    return { ok: false, problems: problemsOf([name, start, end]) }
  const drafts = draft.breaks ?? []
  if (drafts.length > maxBreaks) {
    return refused('out-of-range', `${field}.breaks`, `${field} has more than ${maxBreaks} breaks`)
  }
  const bare = { name: name.value, start: start.value, end: end.value, breaks: drafts }
  const length = wallLengthOf(bare)
  const breaks = drafts.map((pause, i) => checkBreak(pause, length, `${field}.breaks[${i}]`))
  const problems = problemsOf(breaks)
  const total = drafts.reduce((sum, pause) => sum + pause.minutes, 0)
  if (problems.length === 0 && total >= length) {
    return refused(
      'out-of-range',
      `${field}.breaks`,
      `the breaks of ${field} are as long as the shift`,
    )
  }
  return problems.length > 0
    ? { ok: false, problems }
    : accepted({ ...bare, breaks: breaks.flatMap((check) => (check.ok ? [check.value] : [])) })
}
