import type { EmployeeRef } from '../employee.ts'
import type { Receipt } from '../receipt.ts'
import type { Correction, Decision, TimedRecord } from '../time/correction.ts'
import type { Day, DayRange } from '../time/day.ts'
import type { ShippedCalendarId } from '../time/holidays/shipped.ts'
import type { EpochMicros } from '../time/instant.ts'
import type { Leave } from '../time/leave.ts'
import type { Schedule, ScheduleVersion } from '../time/schedule.ts'
import type { Site } from '../time/site.ts'
import type { LocalClock } from '../time/zone.ts'
import type { ZoneFindings } from '../time/zone-findings.ts'

/**
 * What the rules of time ask of a database. As in Store: what a method resolved is durable. Methods that
 * take a receipt keep the answer with what they write, and throw AlreadyAnsweredError when it was kept before.
 */
export interface HoursStore {
  readonly sites: SiteStore
  readonly schedules: ScheduleStore
  readonly assignments: AssignmentStore
  readonly leaves: LeaveStore
  readonly corrections: CorrectionStore
  readonly hours: RecordedHours
  readonly zoneData: ZoneDataStore
}

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
  /** False: there is no such schedule, or it has a version from this day already. */
  addVersion(
    id: string,
    version: ScheduleVersion,
    at: EpochMicros,
    receipt?: Receipt<ScheduleVersion>,
  ): Promise<boolean>
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
  /** False: there is no such employee, or they have an assignment from this day already. */
  add(
    assignment: KeptAssignment,
    at: EpochMicros,
    receipt?: Receipt<KeptAssignment>,
  ): Promise<boolean>
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

/** A correction, whose it is, and what was decided about it. */
export type DecidedCorrection = {
  readonly employee: EmployeeRef
  readonly correction: Correction
  readonly decision: Decision | null
}

export const correctionStates = ['open', 'decided', 'approved', 'rejected'] as const

export type CorrectionQuery = {
  readonly employeeId?: string
  /** `approved` are all that count, those that needed no approval among them. */
  readonly state?: (typeof correctionStates)[number]
  readonly after?: string
  readonly limit: number
}

export interface CorrectionStore {
  /** Keeps a correction, along with its decision where it has one at once. False: no such employee. */
  add(
    correction: Correction,
    receipt?: Receipt<Correction>,
    decision?: Decision | null,
  ): Promise<boolean>
  /**
   * Keeps a decision, unless there is one: the first stands. `objection` looks at the records that the
   * correction is about, as they are while nobody else decides; what it finds is given, and nothing is kept.
   */
  decide<Objection extends string = never>(
    decision: Decision,
    receipt?: Receipt<Decision>,
    objection?: (records: readonly TimedRecord[]) => Objection | undefined,
  ): Promise<'decided' | 'not-open' | Objection>
  /** The records that a correction is about, and those near the moment to which it leads, as corrections left them. */
  recordsAbout(correction: Correction): Promise<TimedRecord[]>
  find(id: string): Promise<DecidedCorrection | undefined>
  /** Newest first. */
  list(query: CorrectionQuery): Promise<DecidedCorrection[]>
  /** All that speak of these employees, in the order in which they were written. */
  of(employeeIds: readonly string[]): Promise<DecidedCorrection[]>
}

/** Instants from the first on, up to the second, which is not included. */
export type MicrosRange = { readonly from: EpochMicros; readonly to: EpochMicros }

/** An employee who comes without templates, and where they belong. */
export type NewEmployee = EmployeeRef & {
  readonly createdAt: EpochMicros
  readonly assignment: KeptAssignment | null
}

/** An employee of another program, with everything that it recorded of them, by moment. */
export type TakenOver = {
  readonly person: NewEmployee
  readonly records: readonly TakenRecord[]
  readonly older?: OlderEmployee
}

export type TakenRecord = TimedRecord & { readonly clock?: LocalClock }

/** How far an employee of another program was taken over. */
export type OlderEmployee = {
  /** Recognises the other program's database; at most 100 ASCII characters. */
  readonly source: string
  readonly olderId: number
  /** The largest id of their records that was looked at; 0 for none. */
  readonly lastRecordId: number
}

/** Whom an employee of another program became. */
export type TakenEmployee = OlderEmployee & {
  readonly employeeId: string
  readonly hasLeft: boolean
}

/** The last record of an employee that counts. */
export type LastCounted = Pick<TimedRecord, 'id' | 'kind' | 'at'> & { readonly ordinal: number }

export interface RecordedHours {
  /** The names of the employees who have not left. */
  names(): Promise<ReadonlySet<string>>
  /** Keeps all of the employees with their records, or nothing. */
  takeOver(all: readonly TakenOver[]): Promise<void>
  /** Everybody who was taken over from another program's database. */
  takenFrom(source: string): Promise<TakenEmployee[]>
  lastCounted(employeeId: string): Promise<LastCounted | undefined>
  /**
   * Keeps records of an employee who was taken over before, all or none. False: nothing was kept, because
   * the employee left, or has a record since `last`.
   */
  takeOverMore(
    taken: TakenEmployee,
    last: LastCounted | undefined,
    records: readonly TakenRecord[],
  ): Promise<boolean>
  /** Keeps all of the employees with their assignments, or none. */
  addPeople(
    people: readonly NewEmployee[],
    at: EpochMicros,
    receipt?: Receipt<readonly NewEmployee[]>,
  ): Promise<void>
  /** Keeps all of the leaves or none. False: one clashes, or its employee is not there. */
  addLeaves(
    leaves: readonly Leave[],
    at: EpochMicros,
    receipt?: Receipt<readonly Leave[]>,
  ): Promise<boolean>
  /** Employees by id, those who left since `since` among them: what they worked before still counts. */
  people(query: { after?: string; limit: number; since: EpochMicros }): Promise<EmployeeRef[]>
  person(id: string): Promise<EmployeeRef | undefined>
  /** Raw records, duplicates included, by employee, moment and id. */
  of(employeeIds: readonly string[], range: MicrosRange): Promise<TimedRecord[]>
  find(recordId: string): Promise<TimedRecord | undefined>
}

/** Records of some days whose clocks were as far ahead of UTC when they were made. */
export type ClockUse = {
  readonly clock: LocalClock
  readonly count: number
  readonly first: EpochMicros
  readonly last: EpochMicros
}

/** Time zone data that the program began to use, and what it made of the records that were there. */
export type ZoneDataEvent = {
  /** 1 for the first. */
  readonly ordinal: number
  readonly version: string
  readonly at: EpochMicros
  readonly findings: ZoneFindings
}

export interface ZoneDataStore {
  /** Oldest first. */
  events(): Promise<ZoneDataEvent[]>
  /** False: there is an event of this ordinal, written by another server. */
  add(event: ZoneDataEvent): Promise<boolean>
  /** From the first record or correction to the last; undefined when there is none. */
  span(): Promise<MicrosRange | undefined>
  /** What clocks showed when the records of a range were made, by day of UTC; and how many have no clock. */
  uses(range: MicrosRange): Promise<{ uses: ClockUse[]; withoutClock: number }>
  /** The moments of the records of a range that were made by a clock. */
  moments(clock: LocalClock, range: MicrosRange): Promise<EpochMicros[]>
}
