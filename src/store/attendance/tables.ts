import type { ColumnType, Selectable } from 'kysely'
import type { Micros } from '../micros.ts'

/** A date as `2026-03-29`: a day of a calendar, which has no instant. */
export type DateText = string

export interface AttendanceRecordTable {
  id: string
  employee_id: string
  kind: string
  at_micros: Micros
  duplicate_of: string | null
  /**
   * 1 for an employee's first counted record, 2 for the next, null for one that repeats another. It is
   * unique for each employee, so that the database itself refuses a second record made of the same last one.
   */
  ordinal: number | null
  /** Where it was made; null when that is not known. */
  site_id: string | null
  /** The zone whose clocks its place had, and how far they were ahead of UTC by the rules of that day. */
  zone: string | null
  offset_seconds: number | null
  /** By what it was made, and at which kiosk; null when that is not known. */
  way: string | null
  kiosk_id: string | null
}

/** When something went out of use; null while it is in use. */
type OutOfUse = ColumnType<Micros | null, Micros | null | undefined>

export interface SiteTable {
  id: string
  name: string
  /** The IANA name. */
  zone: string
  /** The shipped calendar of public holidays that the site kept first. */
  calendar: string | null
  /** Among whom faces are looked for; null: as usual. */
  face_search: ColumnType<string | null, string | null | undefined>
  archived_at_micros: OutOfUse
}

/** Another shipped calendar that a site keeps from a day on. */
export interface SiteCalendarTable {
  site_id: string
  from_date: DateText
  calendar: string | null
}

export interface SiteDayTable {
  site_id: string
  date: DateText
  name: string
  is_holiday: number
}

export interface ScheduleTable {
  id: string
  name: string
  archived_at_micros: OutOfUse
}

export interface ScheduleVersionTable {
  schedule_id: string
  from_date: DateText
  anchor_date: DateText
  /** The weeks and the rules, as JSON in UTF-8. Read and written as a whole, never searched. */
  content: Uint8Array
}

export interface AssignmentTable {
  id: string
  employee_id: string
  from_date: DateText
  site_id: string
  schedule_id: string | null
  week_offset: number
  written_at_micros: Micros
}

export interface EmployeeLeaveTable {
  id: string
  employee_id: string
  from_date: DateText
  to_date: DateText
  kind: string
  written_at_micros: Micros
  /** `morning`, `afternoon` or `hours`; null for whole days. */
  part: string | null
  /** Of `hours`: minutes since midnight on the clocks of the site. */
  start_minute: number | null
  end_minute: number | null
  /** Set when it was taken back after it had begun; then it counts for nothing. */
  withdrawn_at_micros: OutOfUse
}

export interface CorrectionTable {
  id: string
  employee_id: string
  action: string
  record_id: string | null
  was_kind: string | null
  was_at_micros: Micros | null
  was_site_id: string | null
  becomes_kind: string | null
  becomes_at_micros: Micros | null
  becomes_site_id: string | null
  /** As in an attendance record. */
  becomes_zone: string | null
  becomes_offset_seconds: number | null
  reason: string
  written_by: string
  /** The account; null in what was written without one. */
  written_by_id: string | null
  written_at_micros: Micros
}

export interface CorrectionDecisionTable {
  correction_id: string
  outcome: string
  decided_by: string
  /** As in a correction. */
  decided_by_id: string | null
  decided_at_micros: Micros
}

/** The time zone data of a program that started, unless the one before had the same. */
export interface ZoneDataEventTable {
  /** 1 for the first. */
  ordinal: number
  version: string
  at_micros: Micros
  /** Which records it reads otherwise than when they were made, as JSON in UTF-8. */
  findings: Uint8Array
}

/** Whom of the older program's employees was taken over, and up to which of their records. */
export interface OlderEmployeeTable {
  /** Recognises the older program's database. */
  source: string
  older_id: number
  employee_id: string
  last_record_id: number
}

/** Whom of the older program's employees was taken over and is gone: nobody brings them back. */
export interface OlderErasureTable {
  source: string
  older_id: number
}

export interface AttendanceTables {
  attendance_record: AttendanceRecordTable
  site: SiteTable
  site_day: SiteDayTable
  site_calendar: SiteCalendarTable
  schedule: ScheduleTable
  schedule_version: ScheduleVersionTable
  assignment: AssignmentTable
  employee_leave: EmployeeLeaveTable
  correction: CorrectionTable
  correction_decision: CorrectionDecisionTable
  zone_data_event: ZoneDataEventTable
  older_employee: OlderEmployeeTable
  older_erasure: OlderErasureTable
}

export type AttendanceRecordRow = Selectable<AttendanceRecordTable>
