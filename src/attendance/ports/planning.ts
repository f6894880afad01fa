import type { SearchScope } from '../../identity/search-scope.ts'
import type { Reach } from '../../ports/reach.ts'
import type { Receipt } from '../../ports/receipt.ts'
import type { Day, DayRange } from '../../time/day.ts'
import type { EmploymentDays } from '../../time/employment-days.ts'
import type { ShippedCalendarId } from '../../time/holidays/shipped.ts'
import type { EpochMicros } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import type { Checked } from '../../time/problem.ts'
import type { Schedule, ScheduleVersion } from '../../time/schedule.ts'
import type { Site } from '../../time/site.ts'

/** The calendar of public holidays that a site keeps from a day on. */
export type CalendarChange = { readonly from: Day; readonly calendar: ShippedCalendarId | null }

/** A site with the public holidays that it keeps. */
export type KeptSite = Site & {
  /** The calendar that it kept first. */
  readonly calendar: ShippedCalendarId | null
  /** Those that came after it, by first day. */
  readonly laterCalendars?: readonly CalendarChange[]
  /** Among whom a face is looked for here; the usual unless told. */
  readonly search?: SearchScope
  /** Set when it went out of use. */
  readonly archivedAt?: EpochMicros
}

/** Whether something could be removed: only what nothing points at can. */
export type Removal = 'removed' | 'not-there' | 'used'

/** Looks at all assignments of the employees who were ever assigned to a place and did not leave before a day. */
export type IfUnused = {
  readonly day: Day
  readonly check: (assignments: readonly KeptAssignment[]) => Checked<unknown>
}

/** A day of a site's own: a holiday besides the shipped ones, the confirmation of one, or its absence. */
export type SiteDay = {
  readonly day: Day
  readonly name: string
  /** False: people work on this day, whatever the shipped calendar says. */
  readonly isHoliday: boolean
}

export interface SiteStore {
  add(site: KeptSite, at: EpochMicros, receipt?: Receipt<KeptSite>): Promise<void>
  /** Oldest first. */
  list(): Promise<KeptSite[]>
  find(id: string): Promise<KeptSite | undefined>
  /**
   * Renames it, says among whom faces are looked for, takes it out of use and back into it (`null`), keeps another calendar from a day on in place of one
   * that begins on that day: all of it, or nothing where `ifUnused` refuses, which is asked while nobody else is
   * assigned to it. Undefined: there is no such site.
   */
  change(
    id: string,
    change: {
      readonly name?: string
      readonly search?: SearchScope
      readonly archivedAt?: EpochMicros | null
      readonly calendar?: CalendarChange
    },
    ifUnused?: IfUnused,
  ): Promise<Checked<KeptSite> | undefined>
  /** Removes a site where nobody was ever assigned and nothing was recorded. */
  remove(id: string): Promise<Removal>
  /** By day; of the days of a range only, if one is given. */
  daysOf(siteId: string, range?: DayRange): Promise<SiteDay[]>
  /** Keeps all of the days or none; a day that is there is replaced. */
  putDays(
    siteId: string,
    days: readonly SiteDay[],
    at: EpochMicros,
    receipt?: Receipt<readonly SiteDay[]>,
  ): Promise<void>
  removeDay(siteId: string, day: Day): Promise<boolean>
}

/** A schedule, and whether it went out of use. */
export type KeptSchedule = Schedule & { readonly archivedAt?: EpochMicros }

export interface ScheduleStore {
  add(schedule: Schedule, at: EpochMicros, receipt?: Receipt<Schedule>): Promise<void>
  list(): Promise<KeptSchedule[]>
  find(id: string): Promise<KeptSchedule | undefined>
  /**
   * Keeps what `change` makes of a schedule as it is while nobody else changes it, or gives what it refused.
   * Undefined: there is no such schedule.
   */
  addVersion(
    id: string,
    version: ScheduleVersion,
    at: EpochMicros,
    change: (schedule: Schedule) => Checked<Schedule>,
    receipt?: Receipt<Schedule>,
  ): Promise<Checked<Schedule> | undefined>
  /**
   * Takes it out of use, or back into it (`null`), unless `ifUnused` refuses, which is asked while nobody else is
   * assigned to it. Undefined: there is no such schedule.
   */
  archive(
    id: string,
    at: EpochMicros | null,
    ifUnused?: IfUnused,
  ): Promise<Checked<KeptSchedule> | undefined>
  /**
   * Removes the version that begins on a day, or gives what `check` refused, which looks at the schedule while nobody
   * else changes it. False: there is no such version.
   */
  removeVersion(
    id: string,
    from: Day,
    check: (schedule: KeptSchedule) => Checked<unknown>,
  ): Promise<Checked<unknown> | false>
  /** Removes a schedule that nobody was ever assigned to. */
  remove(id: string): Promise<Removal>
}

/** An assignment by its ids. */
export type KeptAssignment = {
  readonly id: string
  readonly employeeId: string
  readonly from: Day
  readonly siteId: string
  readonly scheduleId: string | null
  readonly weekOffset: number
}

export interface AssignmentStore {
  /**
   * Keeps an assignment, or gives what `check` refused, which looks at the others of the employee, by their
   * first day, while nobody else adds one; or that its site or schedule is out of use. Undefined: no such employee.
   */
  add(
    assignment: KeptAssignment,
    at: EpochMicros,
    check: (earlier: readonly KeptAssignment[]) => Checked<unknown>,
    receipt?: Receipt<KeptAssignment>,
  ): Promise<Checked<KeptAssignment> | undefined>
  /** By employee and first day. */
  of(employeeIds: readonly string[]): Promise<KeptAssignment[]>
  /** Whether an employee belongs to one of the sites on the day. */
  isWithin(employeeId: string, reach: Reach): Promise<boolean>
  /** Who belongs to one of the sites on the day, or to none at all; without those who left. */
  peopleOf(reach: Reach): Promise<string[]>
  /**
   * Withdraws the assignment of an employee that begins on a day, or gives what `check` refused, which looks at all of
   * theirs while nobody else changes them. False: there is none.
   */
  remove(
    employeeId: string,
    from: Day,
    check: (assignments: readonly KeptAssignment[]) => Checked<unknown>,
  ): Promise<Checked<unknown> | false>
}

export interface EmploymentStore {
  /** When these employees are employed, of those for whom anything is known. */
  of(employeeIds: readonly string[]): Promise<ReadonlyMap<string, EmploymentDays>>
  /** False: there is no such employee. */
  set(employeeId: string, days: EmploymentDays): Promise<boolean>
}

export interface LeaveStore {
  /** Keeps a leave, unless it clashes with one of the same employee, which it then gives. Undefined: no such employee. */
  add(
    leave: Leave,
    at: EpochMicros,
    receipt?: Receipt<Leave>,
  ): Promise<{ readonly clash: Leave | null } | undefined>
  find(id: string): Promise<Leave | undefined>
  /** Removes it without a trace, for leave that never began. */
  remove(id: string): Promise<boolean>
  /** Takes it back from a moment on: it is kept, and counts for nothing. False: not there, or taken back before. */
  withdraw(id: string, at: EpochMicros): Promise<boolean>
  /** By employee and first day, without those that were taken back. */
  of(employeeIds: readonly string[], range: DayRange): Promise<Leave[]>
  /** Those that were taken back, of one employee, by first day. */
  withdrawnOf(
    employeeId: string,
    range: DayRange,
  ): Promise<{ readonly leave: Leave; readonly at: EpochMicros }[]>
}
