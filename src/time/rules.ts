import { checkBands, type OvertimeBand, type OvertimeBandDraft } from './overtime-band.ts'
import { accepted, type Checked, problemsOf, refused, type TimeProblem } from './problem.ts'

/** What happens to a clock-in that was never followed by its clock-out. Never a silent guess. */
export type MissingOutRule =
  /** Left open: no time is counted after the last record, and the day is listed for correction. */
  | { readonly action: 'list' }
  /** Closed at the end of the planned shift, and marked so; without a shift it is listed. */
  | { readonly action: 'close-at-shift-end' }
  /** Closed so many minutes after the clock-in, and marked so. */
  | { readonly action: 'close-after'; readonly minutes: number }

/** How the hours of a schedule are judged. All lengths in minutes. */
export type Rules = {
  /** Later than this is late; then the whole delay counts, not only what exceeds the grace. */
  readonly graceLate: number
  readonly graceEarly: number
  /**
   * Presence that overlaps a shift by no more than this is not presence of that shift, but of the one beside
   * it; without it `usualShiftGrace`.
   */
  readonly shiftGrace?: number
  /** Work beyond this on one day is overtime; `planned`: beyond what that day planned. */
  readonly overtimeDayAfter?: number | 'planned'
  /** Work beyond this in one ISO week is overtime, apart from what already was by day. */
  readonly overtimeWeekAfter?: number
  /**
   * Overtime by rates, in place of the two above: all of it is overtime, and counts where the week ends.
   * From the general to the particular.
   */
  readonly overtimeBands?: readonly OvertimeBand[]
  readonly missingOut: MissingOutRule
  /** A clock-out later than this after its clock-in does not belong to it. */
  readonly maxSession: number
  /**
   * Whether work of a night is work on a holiday or a rest day by the day on which it began (`start`, without it),
   * or by the clock: from midnight on it is of the next day. Laws differ.
   */
  readonly specialDaysBy?: 'start' | 'clock'
  /** Whether the shifts of this schedule are planned on public holidays too. */
  readonly worksOnHolidays: boolean
}

/** Rules as an operator types them; what is left out is as without a schedule. */
export type RulesDraft = Partial<Omit<Rules, 'overtimeBands'>> & {
  readonly overtimeBands?: readonly OvertimeBandDraft[]
}

/** What holds without a schedule: nothing is late, nothing is overtime, open sessions are listed. */
export const rulesWithoutSchedule: Rules = {
  graceLate: 0,
  graceEarly: 0,
  missingOut: { action: 'list' },
  // Longer than any shift that the law of either country lets a person work, shorter than a day.
  maxSession: 16 * 60,
  worksOnHolidays: false,
}

/** Around a change of shifts people come and go within a quarter of an hour. */
export const usualShiftGrace = 15

/** The longest `maxSession` that a schedule may ask for: a duty of 36 hours. Readers load this much around a range. */
export const longestSession = 36 * 60

const limits = {
  graceLate: [0, 240],
  graceEarly: [0, 240],
  shiftGrace: [0, 240],
  overtimeDayAfter: [0, 1440],
  overtimeWeekAfter: [0, 7 * 1440],
  maxSession: [60, longestSession],
} as const

function checkMinutes(
  value: number | undefined | 'planned',
  field: keyof typeof limits,
): TimeProblem[] {
  const [least, most] = limits[field]
  if (value === undefined || (value === 'planned' && field === 'overtimeDayAfter')) return []
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most)
    return []
  const detail = `rules.${field} must be a whole number of minutes from ${least} to ${most}`
  return [{ code: 'out-of-range', field: `rules.${field}`, detail }]
}

/** Fills what was left out from `rulesWithoutSchedule` and checks the rest. */
export function checkRules({ overtimeBands, ...draft }: RulesDraft): Checked<Rules> {
  const rules = { ...rulesWithoutSchedule, ...draft }
  const bands = checkBands(overtimeBands ?? [])
  const problems = [
    ...checkMinutes(rules.graceLate, 'graceLate'),
    ...checkMinutes(rules.graceEarly, 'graceEarly'),
    ...checkMinutes(rules.shiftGrace, 'shiftGrace'),
    ...checkMinutes(rules.overtimeDayAfter, 'overtimeDayAfter'),
    ...checkMinutes(rules.overtimeWeekAfter, 'overtimeWeekAfter'),
    ...checkMinutes(rules.maxSession, 'maxSession'),
    ...problemsOf([bands, checkEitherWay(rules, overtimeBands ?? []), checkMissingOut(rules)]),
  ]
  if (problems.length > 0 || !bands.ok) return { ok: false, problems }
  return accepted(bands.value.length === 0 ? rules : { ...rules, overtimeBands: bands.value })
}

/** Overtime is counted by bands or by one limit, not by both. */
function checkEitherWay(rules: Rules, bands: readonly unknown[]): Checked<Rules> {
  const { overtimeDayAfter, overtimeWeekAfter } = rules
  if (bands.length === 0 || (overtimeDayAfter === undefined && overtimeWeekAfter === undefined)) {
    return accepted(rules)
  }
  const field = overtimeDayAfter === undefined ? 'overtimeWeekAfter' : 'overtimeDayAfter'
  return refused(
    'out-of-range',
    `rules.${field}`,
    `rules.${field} goes without rules.overtimeBands, which say it already`,
  )
}

function checkMissingOut(rules: Rules): Checked<Rules> {
  const { missingOut, maxSession } = rules
  if (missingOut.action !== 'close-after') return accepted(rules)
  const inReach =
    Number.isInteger(missingOut.minutes) &&
    missingOut.minutes >= 1 &&
    missingOut.minutes <= maxSession
  return inReach
    ? accepted(rules)
    : refused(
        'out-of-range',
        'rules.missingOut.minutes',
        'rules.missingOut.minutes must be 1 to rules.maxSession',
      )
}
