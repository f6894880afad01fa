import { assignmentOn, flexibleOn } from './assignment.ts'
import { attribute, openLimit, type Piece } from './attribution.ts'
import { countedWork, cutAtMidnight } from './counted-work.ts'
import type { TimedRecord } from './correction.ts'
import type { Day, DayRange } from './day.ts'
import { type CountedInterval, figuresOf } from './day-figures.ts'
import type { Figures } from './figures.ts'
import { dueSeconds, takenOff } from './flexible.ts'
import type { Holiday } from './holiday.ts'
import type { EpochSeconds } from './instant.ts'
import type { Leave } from './leave.ts'
import { leavesOn } from './leave-index.ts'
import { type Mark, marksOf } from './mark.ts'
import {
  type Employment,
  hasSchedule,
  homeDayAt,
  isEmployedOn,
  type PlannedShift,
  planOf,
  rulesFor,
  siteOn,
  sortOfDay,
  type Surroundings,
} from './plan.ts'
import { type Anomaly, pairRecords } from './session.ts'
import {
  type DayFindings,
  type DueDay,
  reachSeconds,
  type ShiftSheet,
  shiftSheetOf,
} from './shift-sheet.ts'
import { zoneOf } from './zone.ts'

/** One employee's day, with everything that the figures were made from. */
export type DaySheet = {
  readonly employeeId: string
  readonly day: Day
  readonly siteId: string
  readonly zone: string
  readonly shifts: readonly ShiftSheet[]
  readonly intervals: readonly CountedInterval[]
  readonly figures: Figures
  readonly marks: readonly Mark[]
  readonly holiday?: Holiday
  /** Seconds of work that a schedule without times asks for, before leave and holidays. */
  readonly due?: number
  /** All leave that touches the day. */
  readonly leaves: readonly Leave[]
}

/** Shifts of these days before and after a range are looked at, so that a session finds the one it serves. */
const daysAround = 3

/**
 * The days of a range on which anything was planned or happened, for one employee, in order.
 * @param records the employee's, as corrections left them, by moment, of `readingRange(range)`
 */
export function daySheets(
  employment: Employment,
  records: readonly TimedRecord[],
  range: DayRange,
  surroundings: Surroundings,
): DaySheet[] {
  const { now } = surroundings
  const dayAt = (second: EpochSeconds) => homeDayAt(employment, second, surroundings)
  const plan = planOf(employment, range.from - daysAround, range.to + daysAround, surroundings)
  const rulesAt = (second: EpochSeconds) => rulesFor(employment, dayAt(second))
  const { sessions, anomalies } = pairRecords(records, (second) => rulesAt(second).maxSession, now)

  const pieces = new Map<Day, Piece[]>()
  for (const session of sessions) {
    const { missingOut, maxSession } = rulesAt(session.start)
    const limit = openLimit(session, maxSession, now)
    const nearby = around(plan, session.start, Math.max(limit, session.start + 1))
    for (const piece of attribute(session, nearby, missingOut, limit, dayAt)) {
      push(pieces, piece.day, piece)
    }
  }
  const strays = new Map<Day, Anomaly[]>()
  for (const anomaly of anomalies) {
    const shift = around(plan, anomaly.at - reachSeconds, anomaly.at + reachSeconds)[0]
    push(strays, shift?.day ?? dayAt(anomaly.at), anomaly)
  }
  const pending = new Map<Day, Set<string>>()
  for (const { id, moments } of employment.pending ?? []) {
    for (const at of moments) {
      const day = around(plan, at, at + 1)[0]?.day ?? dayAt(at)
      pending.set(day, (pending.get(day) ?? new Set()).add(id))
    }
  }
  const shifts = Map.groupBy(plan, ({ day }) => day)

  const sheets: DaySheet[] = []
  for (let day = range.from; day <= range.to; day++) {
    const found = {
      shifts: shifts.get(day) ?? [],
      pieces: pieces.get(day) ?? [],
      strays: strays.get(day) ?? [],
      pending: [...(pending.get(day) ?? [])],
    }
    const sheet = sheetOf(employment, day, found, surroundings)
    if (sheet !== undefined) sheets.push(sheet)
  }
  return sheets
}

/** The part of a plan that overlaps a stretch of time. The plan is sorted by start, and shifts are under a day. */
function around(
  plan: readonly PlannedShift[],
  from: EpochSeconds,
  to: EpochSeconds,
): PlannedShift[] {
  let low = 0
  let high = plan.length
  const earliest = from - 2 * 86_400
  while (low < high) {
    const middle = (low + high) >> 1
    if ((plan[middle]?.start ?? Infinity) < earliest) low = middle + 1
    else high = middle
  }
  const found: PlannedShift[] = []
  for (let i = low; i < plan.length; i++) {
    const shift = plan[i]
    if (shift === undefined || shift.start >= to) break
    if (shift.end > from) found.push(shift)
  }
  return found
}

function push<T>(map: Map<Day, T[]>, day: Day, item: T): void {
  const list = map.get(day)
  if (list === undefined) map.set(day, [item])
  else list.push(item)
}

function sheetOf(
  employment: Employment,
  day: Day,
  given: DayFindings,
  surroundings: Surroundings,
): DaySheet | undefined {
  const site = siteOn(employment, day, surroundings)
  const isEmployed = isEmployedOn(employment, day)
  const holiday = isEmployed ? surroundings.holidaysOf(site.id).get(day) : undefined
  const leaves = isEmployed ? leavesOn(employment.leaves, day) : []
  const { shifts: planned, pieces, strays, pending } = given
  const due = isEmployed ? dueOn(employment, day, holiday, surroundings) : undefined
  const found = due === undefined ? given : { ...given, due }
  const count =
    (due ? 1 : 0) + planned.length + pieces.length + strays.length + pending.length + leaves.length
  if (count === 0 && (holiday === undefined || employment.assignments.length === 0)) {
    return undefined
  }
  const rules = rulesFor(employment, day)
  const shifts = found.shifts.map((shift) => shiftSheetOf(shift, found, rules, surroundings.now))
  const intervals = found.pieces.flatMap((piece) => piece.intervals).sort((a, b) => a.from - b.from)
  const isKept = holiday !== undefined && !rules.worksOnHolidays
  const asksForWork = found.shifts.length > 0 || due !== undefined
  const isDue = !isKept && (asksForWork || !hasSchedule(employment, day))
  const zone = zoneOf(site.zone)
  const isHoliday = (each: Day) => sortOfDay(employment, each, surroundings).holiday
  const occasion = {
    holiday,
    leaves,
    isEmployed,
    isDue,
    ...(rules.specialDaysBy === 'clock' && {
      onHoliday: (...work: Parameters<typeof countedWork>) =>
        countedWork(...work)
          .flatMap((stretch) => cutAtMidnight(stretch, zone))
          .reduce((sum, { from, to, day: on }) => sum + (isHoliday(on) ? to - from : 0), 0),
    }),
  }
  const figures = figuresOf(found, shifts, intervals, rules, occasion)
  const assignment = assignmentOn(employment.assignments, day)
  const hasTimes = (assignment?.schedule ?? null) !== null && !flexibleOn(assignment, day)
  return {
    employeeId: employment.employeeId,
    day,
    siteId: site.id,
    zone: site.zone,
    shifts,
    intervals,
    figures,
    marks: marksOf(found, site.id, figures, occasion, hasTimes),
    ...(holiday === undefined ? {} : { holiday }),
    ...(due === undefined ? {} : { due: due.seconds }),
    leaves,
  }
}

/** What a schedule without times asks for on a day; undefined where it asks for nothing. */
function dueOn(
  employment: Employment,
  day: Day,
  holiday: Holiday | undefined,
  surroundings: Surroundings,
): DueDay | undefined {
  const flexible = flexibleOn(assignmentOn(employment.assignments, day), day)
  const seconds = flexible === undefined ? 0 : dueSeconds(flexible, day)
  if (seconds === 0) return undefined
  if (holiday !== undefined && !rulesFor(employment, day).worksOnHolidays) {
    return { seconds, expected: 0, taken: [], isMissable: false }
  }
  const zone = zoneOf(siteOn(employment, day, surroundings).zone)
  const taken = takenOff(seconds, employment.leaves, day, zone)
  const expected = taken.reduce((left, each) => left - each.seconds, seconds)
  const isOver = zone.secondAt(day + 1, 0) <= surroundings.now
  return { seconds, expected, taken, isMissable: flexible?.per === 'day' && isOver }
}
