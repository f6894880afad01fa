import type { Receipt } from '../../ports/receipt.ts'
import type { Day, DayRange } from '../../time/day.ts'
import type { ShippedCalendarId } from '../../time/holidays/shipped.ts'
import type { EpochMicros } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import type { Checked } from '../../time/problem.ts'
import type { Schedule, ScheduleVersion } from '../../time/schedule.ts'
import type { Site } from '../../time/site.ts'

/** A site with the public holidays that it keeps. */
export type KeptSite = Site & { readonly calendar: ShippedCalendarId | null }

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
  change(id: string, change: Partial<Omit<KeptSite, 'id'>>): Promise<KeptSite | undefined>
  daysOf(siteId: string): Promise<SiteDay[]>
  /** Keeps all of the days or none; a day that is there is replaced. */
  putDays(
    siteId: string,
    days: readonly SiteDay[],
    at: EpochMicros,
    receipt?: Receipt<readonly SiteDay[]>,
  ): Promise<void>
  removeDay(siteId: string, day: Day): Promise<boolean>
}

export interface ScheduleStore {
  add(schedule: Schedule, at: EpochMicros, receipt?: Receipt<Schedule>): Promise<void>
  list(): Promise<Schedule[]>
  find(id: string): Promise<Schedule | undefined>
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
   * first day, while nobody else adds one. Undefined: no such employee.
   */
  add(
    assignment: KeptAssignment,
    at: EpochMicros,
    check: (earlier: readonly KeptAssignment[]) => Checked<unknown>,
    receipt?: Receipt<KeptAssignment>,
  ): Promise<Checked<KeptAssignment> | undefined>
  /** By employee and first day. */
  of(employeeIds: readonly string[]): Promise<KeptAssignment[]>
}

export interface LeaveStore {
  /** Keeps a leave, unless it clashes with one of the same employee, which it then gives. Undefined: no such employee. */
  add(
    leave: Leave,
    at: EpochMicros,
    receipt?: Receipt<Leave>,
  ): Promise<{ readonly clash: Leave | null } | undefined>
  remove(id: string): Promise<boolean>
  /** By employee and first day. */
  of(employeeIds: readonly string[], range: DayRange): Promise<Leave[]>
}
