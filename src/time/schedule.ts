import { type Day, mondayOf, parseDay, type Weekday, weekdayOf, weekdays } from './day.ts'
import { checkFlexible, type Flexible, type FlexibleDraft } from './flexible.ts'
import { accepted, type Checked, problemsOf, refused, type TimeProblem } from './problem.ts'
import { checkRules, type Rules, type RulesDraft } from './rules.ts'
import { checkShift, type Shift, type ShiftDraft, shiftText, wallLengthOf } from './shift.ts'

/** The shifts of seven days, Monday first. */
export type Week = readonly (readonly Shift[])[]

/**
 * What a schedule says from a day on, until its next version. A schedule is changed by adding a version,
 * so the days before keep the rules that they were worked under.
 */
export type ScheduleVersion = {
  readonly from: Day
  /** The Monday on which week 1 of the cycle begins. */
  readonly anchor: Day
  /** One week for a weekly schedule; N weeks that follow each other for a rotating one. */
  readonly weeks: readonly Week[]
  /** Set where no times are planned, only hours; then the weeks have no shifts. */
  readonly flexible?: Flexible
  readonly rules: Rules
}

export type Schedule = {
  readonly id: string
  readonly name: string
  /** By `from`, ascending. */
  readonly versions: readonly ScheduleVersion[]
}

/** A version as an operator types it; a day that is left out is free. */
export type VersionDraft = {
  readonly from: string
  /** Any day of the week that is week 1 of the cycle; without it, the week of `from`. */
  readonly anchor?: string
  readonly weeks: readonly Partial<Record<Weekday, readonly ShiftDraft[]>>[]
  readonly flexible?: FlexibleDraft
  readonly rules?: RulesDraft
}

export const versionOn = (schedule: Schedule, day: Day): ScheduleVersion | undefined =>
  schedule.versions.findLast((version) => version.from <= day)

/** Which week of the cycle a day is in; `weekOffset` lets teams share one rotation. */
export function cycleWeekOf(version: ScheduleVersion, day: Day, weekOffset: number): Week {
  const { length } = version.weeks
  const index = (mondayOf(day) - version.anchor) / 7 + weekOffset
  return version.weeks[((index % length) + length) % length] ?? []
}

/** The shifts that start on a day. */
export const shiftsOn = (
  version: ScheduleVersion,
  day: Day,
  weekOffset: number,
): readonly Shift[] => cycleWeekOf(version, day, weekOffset)[weekdayOf(day)] ?? []

type Placed = { shift: Shift; from: number; to: number; field: string; text: string }

/** Where each shift of a cycle lies, in minutes since the Monday of its week 1. */
const placesOf = (weeks: readonly Week[]): Placed[] =>
  weeks.flatMap((week, w) =>
    week.flatMap((shifts, d) =>
      shifts.map((shift, s) => {
        const from = (w * 7 + d) * 1440 + shift.start
        const weekday = weekdays[d] ?? ''
        const field = `weeks[${w}].${weekday}[${s}]`
        const text = `${shiftText(shift)} on ${weekday} of week ${w + 1}`
        return { shift, from, to: from + wallLengthOf(shift), field, text }
      }),
    ),
  )

/** Names every two shifts that overlap, also those of the cycle's last night and its first morning. */
export function overlapsOf(weeks: readonly Week[]): TimeProblem[] {
  const places = placesOf(weeks).sort((a, b) => a.from - b.from)
  const first = places[0]
  if (first === undefined) return []
  const cycle = weeks.length * 7 * 1440
  const round = [...places, { ...first, from: first.from + cycle, to: first.to + cycle }]
  const problems: TimeProblem[] = []
  let latest = round[0]
  for (const place of round.slice(1)) {
    if (latest !== undefined && latest.to > place.from) {
      const detail = `${place.text} overlaps ${latest.text}`
      problems.push({ code: 'shifts-overlap', field: place.field, detail })
    }
    if (latest === undefined || place.to > latest.to) latest = place
  }
  return problems
}

const maxWeeks = 53
const maxShiftsADay = 6

function checkWeek(draft: VersionDraft['weeks'][number], w: number): Checked<Week> {
  const days = weekdays.map((weekday): Checked<readonly Shift[]> => {
    const shifts = draft[weekday] ?? []
    const field = `weeks[${w}].${weekday}`
    if (shifts.length > maxShiftsADay) {
      return refused('out-of-range', field, `${field} has more than ${maxShiftsADay} shifts`)
    }
    const checks = shifts.map((shift, s) => checkShift(shift, `${field}[${s}]`))
    const problems = problemsOf(checks)
    return problems.length > 0
      ? { ok: false, problems }
      : accepted(checks.flatMap((check) => (check.ok ? [check.value] : [])))
  })
  const problems = problemsOf(days)
  return problems.length > 0
    ? { ok: false, problems }
    : accepted(days.map((day) => (day.ok ? day.value : [])))
}

/** Checks a version of a schedule and names everything that is wrong with it. */
export function checkVersion(draft: VersionDraft): Checked<ScheduleVersion> {
  const from = parseDay(draft.from, 'from')
  const anchor = parseDay(
    draft.anchor ?? draft.from,
    draft.anchor === undefined ? 'from' : 'anchor',
  )
  const rules = checkRules(draft.rules ?? {})
  if (draft.weeks.length < 1 || draft.weeks.length > maxWeeks) {
    return refused('out-of-range', 'weeks', `weeks must hold 1 to ${maxWeeks} weeks`)
  }
  const checks = draft.weeks.map(checkWeek)
  const flexible = draft.flexible ? checkFlexibleOf(draft, draft.flexible) : accepted(undefined)
  if (!from.ok || !anchor.ok || !rules.ok || !flexible.ok || checks.some((check) => !check.ok)) {
    const anchorAlone = draft.anchor === undefined ? [] : [anchor]
    return { ok: false, problems: problemsOf([from, ...anchorAlone, ...checks, flexible, rules]) }
  }
  const weeks = checks.map((check) => (check.ok ? check.value : []))
  const fitting = checkLongest(weeks, rules.value, draft.rules)
  const problems = [...overlapsOf(weeks), ...problemsOf([fitting])]
  return problems.length > 0 || !fitting.ok
    ? { ok: false, problems }
    : accepted({
        from: from.value,
        anchor: mondayOf(anchor.value),
        weeks,
        ...(flexible.value && { flexible: flexible.value }),
        rules: fitting.value,
      })
}

/** Hours without times go without shifts: together they would say two things of one day. */
function checkFlexibleOf({ weeks }: VersionDraft, flexible: FlexibleDraft): Checked<Flexible> {
  const hasShifts = weeks.some((week) => weekdays.some((weekday) => week[weekday]?.length))
  return hasShifts
    ? refused('out-of-range', 'flexible', 'flexible goes without shifts')
    : checkFlexible(flexible)
}

/** People stay on after a shift, and clocks go back in the night. */
const beyondShift = 4 * 60

/** A session may last as long as the longest shift: rules that do not say otherwise make room for it. */
function checkLongest(weeks: readonly Week[], rules: Rules, draft?: RulesDraft): Checked<Rules> {
  const longest = Math.max(0, ...weeks.flat(2).map(wallLengthOf))
  const isGiven = draft?.maxSession !== undefined
  if (!isGiven)
    return accepted({ ...rules, maxSession: Math.max(rules.maxSession, longest + beyondShift) })
  return rules.maxSession < longest
    ? refused(
        'out-of-range',
        'rules.maxSession',
        `rules.maxSession is shorter than the longest shift, of ${longest} minutes`,
      )
    : accepted(rules)
}

/** The refusal of a change of schedules in the night: the last shift of one runs into the first of the next. */
export function overlapAt(
  evening: readonly Shift[],
  morning: readonly Shift[],
): Checked<never> | undefined {
  for (const first of morning) {
    const night = evening.find((shift) => shift.start + wallLengthOf(shift) - 1440 > first.start)
    if (night !== undefined) {
      const detail = `${shiftText(first)} overlaps ${shiftText(night)} of the schedule before it`
      return refused('shifts-overlap', 'from', detail)
    }
  }
  return undefined
}

/** The overlap of two versions where the second begins, for whatever week of the cycle somebody is in. */
function overlapOfVersions(before: ScheduleVersion, after: ScheduleVersion) {
  const rounds = before.weeks.length * after.weeks.length
  for (let offset = 0; offset < rounds; offset++) {
    const evening = shiftsOn(before, after.from - 1, offset)
    const overlap = overlapAt(evening, shiftsOn(after, after.from, offset))
    if (overlap) return overlap
  }
  return undefined
}

/**
 * A schedule with one version more. A version that would begin before `today`, or before one that is
 * already there, would rewrite days that were worked under other rules, and is refused; so is one whose first
 * shift the last night of the version before runs into.
 */
export function addVersion(
  schedule: Schedule,
  version: ScheduleVersion,
  today: Day,
): Checked<Schedule> {
  const last = schedule.versions.at(-1)
  if (last !== undefined && (version.from < today || version.from <= last.from)) {
    return refused(
      'rewrites-the-past',
      'from',
      'from must be today or later, and after the version before it: days already worked keep their rules',
    )
  }
  const overlap = last && overlapOfVersions(last, version)
  return overlap ?? accepted({ ...schedule, versions: [...schedule.versions, version] })
}

/**
 * Whether a version can be withdrawn, as if it had never been: only as long as it has not begun.
 * @param schedule without it
 */
export function withdrawVersion(
  schedule: Schedule,
  withdrawn: ScheduleVersion,
  today: Day,
): Checked<Schedule> {
  if (withdrawn.from < today) {
    return refused(
      'rewrites-the-past',
      'from',
      'it has begun: days already worked keep their rules',
    )
  }
  const before = versionOn(schedule, withdrawn.from)
  const after = schedule.versions.find(({ from }) => from > withdrawn.from)
  return (before && after && overlapOfVersions(before, after)) ?? accepted(schedule)
}
