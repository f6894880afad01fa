import { scopeOf } from '../../attendance/site-search.ts'
import type { DecidedCorrection } from '../../attendance/ports/corrections.ts'
import { calendarOn, calendarsOf } from '../../attendance/calendars.ts'
import type { KeptAssignment, KeptSchedule, KeptSite } from '../../attendance/ports/planning.ts'
import type { EmployeeTimesheet } from '../../attendance/timesheets.ts'
import type { CorrectedValue } from '../../time/correction.ts'
import { dateOf, type Day, weekdays, weekNameOf } from '../../time/day.ts'
import type { DaySheet } from '../../time/day-sheet.ts'
import type { EmploymentDays } from '../../time/employment-days.ts'
import type { Flexible } from '../../time/flexible.ts'
import type { Holiday } from '../../time/holiday.ts'
import { instantOfMicros, secondText as second } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import type { OvertimeBand } from '../../time/overtime-band.ts'
import type { Rules } from '../../time/rules.ts'
import { type Period, totalsBy } from '../../time/timesheet.ts'
import { wallMinuteText } from '../../time/wall-time.ts'

const micro = (micros: number): string => instantOfMicros(micros).toString()

export const showHoliday = ({ day, name, provisional }: Holiday) => ({
  date: dateOf(day),
  name,
  provisional,
})

export const showEmployment = ({ firstDay, lastDay }: EmploymentDays) => ({
  firstDay: firstDay === null ? null : dateOf(firstDay),
  lastDay: lastDay === null ? null : dateOf(lastDay),
})

/** @param today the day that the clocks of the site show */
export const showSite = (site: KeptSite, today: Day) => ({
  id: site.id,
  name: site.name,
  zone: site.zone,
  calendar: calendarOn(site, today),
  calendars: calendarsOf(site).map(({ from, calendar }) => ({
    from: from === -Infinity ? null : dateOf(from),
    calendar,
  })),
  search: scopeOf(site),
  archived: site.archivedAt !== undefined,
})

export const showAssignment = (assignment: KeptAssignment) => ({
  ...assignment,
  from: dateOf(assignment.from),
})

export function showLeave({ id, employeeId, from, to, kind, part }: Leave) {
  const hours = typeof part === 'object' ? part : undefined
  return {
    id,
    employeeId,
    from: dateOf(from),
    to: dateOf(to),
    kind,
    part: typeof part === 'object' ? ('hours' as const) : (part ?? ('day' as const)),
    start: hours ? wallMinuteText(hours.start) : null,
    end: hours ? wallMinuteText(hours.end) : null,
  }
}

export const showSchedule = ({ id, name, versions, archivedAt }: KeptSchedule) => ({
  id,
  name,
  archived: archivedAt !== undefined,
  versions: versions.map(({ from, anchor, weeks, flexible, rules }) => ({
    from: dateOf(from),
    anchor: dateOf(anchor),
    weeks: weeks.map((week) =>
      Object.fromEntries(
        weekdays.map((weekday, d) => [
          weekday,
          (week[d] ?? []).map((shift) => ({
            ...shift,
            start: wallMinuteText(shift.start),
            end: wallMinuteText(shift.end),
            breaks: [...shift.breaks],
          })),
        ]),
      ),
    ),
    ...(flexible && { flexible: showFlexible(flexible) }),
    rules: showRules(rules),
  })),
})

const showFlexible = ({ per, minutes, days }: Flexible) => ({
  per,
  minutes,
  days: weekdays.filter((_, i) => days.includes(i)),
})

const showRules = ({ overtimeBands, ...rules }: Rules) => ({
  ...rules,
  ...(overtimeBands && { overtimeBands: overtimeBands.map(showBand) }),
})

const showBand = ({ between, ...band }: OvertimeBand) => ({
  ...band,
  ...(between && {
    between: { start: wallMinuteText(between.start), end: wallMinuteText(between.end) },
  }),
})

const showValue = ({ kind, at, siteId }: CorrectedValue) => ({ kind, at: micro(at), siteId })

export function showCorrection({ employee, correction, decision }: DecidedCorrection) {
  const { id, employeeId, action, reason, by, writtenAt } = correction
  return {
    id,
    employeeId,
    employee,
    action,
    recordId: correction.action === 'add' ? null : correction.recordId,
    was: correction.action === 'add' ? null : showValue(correction.was),
    becomes: correction.action === 'void' ? null : showValue(correction.becomes),
    reason,
    by,
    writtenAt: micro(writtenAt),
    decision: decision && { outcome: decision.outcome, by: decision.by, at: micro(decision.at) },
  }
}

export const showDay = (sheet: DaySheet) => ({
  date: dateOf(sheet.day),
  siteId: sheet.siteId === '' ? null : sheet.siteId,
  zone: sheet.zone,
  shifts: sheet.shifts.map((shift) => ({
    ...shift,
    start: second(shift.start),
    end: second(shift.end),
  })),
  intervals: sheet.intervals.map(({ kind, from, to, closedByRule = false }) => ({
    kind,
    from: second(from),
    to: second(to),
    closedByRule,
  })),
  marks: sheet.marks.map(({ code, recordId = null, correctionId = null, at }) => ({
    code,
    recordId,
    correctionId,
    at: at === undefined ? null : second(at),
  })),
  due: sheet.due ?? null,
  holiday: sheet.holiday?.name ?? null,
  leave: sheet.leaves.find(({ part }) => part === undefined)?.kind ?? null,
  leaves: sheet.leaves.map(showLeave),
  figures: sheet.figures,
})

/** All but the days, which are written one by one. */
export const showTimesheet = ({ employee, timesheet }: EmployeeTimesheet, by: Period) => ({
  employee,
  total: timesheet.total,
  periods: totalsBy(by, timesheet).map(({ period, figures, bands }) => ({
    ...{ period, figures },
    bands: [...bands],
  })),
  weeks: timesheet.weeks.map(({ sunday, overtime, bands }) => ({
    week: weekNameOf(sunday),
    sunday: dateOf(sunday),
    overtime,
    bands: [...bands],
  })),
})
