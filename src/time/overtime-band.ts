import { parseName } from './name.ts'
import { accepted, type Checked, problemsOf, refused } from './problem.ts'
import { parseWallMinute } from './wall-time.ts'
import type { WallMinute } from './zone.ts'

/** Work that is paid by a rate of its own. What the rate is, the label says: money is not counted here. */
export type OvertimeBand = {
  /** As payroll knows it: `25 %`. Bands of the same label are added up. */
  readonly label: string
  /** Work beyond so many minutes of the day, or of the ISO week, is in the band. */
  readonly per: 'day' | 'week'
  readonly after: number
  /** Only between these times on the clocks of the site; an end at or before the start is on the next day. */
  readonly between?: { readonly start: WallMinute; readonly end: WallMinute }
  /** Only on days of this sort. A rest day is one on which no shift was planned. */
  readonly on?: 'rest-day' | 'holiday'
}

/** A band as an operator types it. */
export type OvertimeBandDraft = Omit<OvertimeBand, 'between'> & {
  readonly between?: { readonly start: string; readonly end: string }
}

export const maxBands = 12
const maxLabelLength = 40
const longest = { day: 1440, week: 7 * 1440 } as const

function checkBand(draft: OvertimeBandDraft, field: string): Checked<OvertimeBand> {
  const { per, after, between, on } = draft
  const name = parseName(draft.label, `${field}.label`)
  const label =
    name.ok && name.value.length > maxLabelLength
      ? refused(
          'out-of-range',
          `${field}.label`,
          `${field}.label is longer than ${maxLabelLength} characters`,
        )
      : name
  const isInReach = Number.isInteger(after) && after >= 0 && after <= longest[per]
  const threshold = isInReach
    ? accepted(after)
    : refused(
        'out-of-range',
        `${field}.after`,
        `${field}.after must be a whole number of minutes from 0 to ${longest[per]}`,
      )
  const start = between && parseWallMinute(between.start, `${field}.between.start`)
  const end = between && parseWallMinute(between.end, `${field}.between.end`)
  const times = [start, end].filter((time) => time !== undefined)
  if (!label.ok || !threshold.ok || times.some(({ ok }) => !ok)) {
    return { ok: false, problems: problemsOf([label, threshold, ...times]) }
  }
  const window = start?.ok && end?.ok ? { between: { start: start.value, end: end.value } } : {}
  return accepted({ label: label.value, per, after, ...window, ...(on !== undefined && { on }) })
}

/** Checks the bands of a schedule; every field that is wrong is named. */
export function checkBands(drafts: readonly OvertimeBandDraft[]): Checked<readonly OvertimeBand[]> {
  const field = 'rules.overtimeBands'
  if (drafts.length > maxBands) {
    return refused('out-of-range', field, `${field} has more than ${maxBands} bands`)
  }
  const checks = drafts.map((draft, i) => checkBand(draft, `${field}[${i}]`))
  const problems = problemsOf(checks)
  return problems.length > 0
    ? { ok: false, problems }
    : accepted(checks.flatMap((check) => (check.ok ? [check.value] : [])))
}
