import type { Temporal } from 'temporal-polyfill'
import type { Employee, EmployeeRef } from './employee.ts'
import type { GalleryChangeStore } from './gallery-changes.ts'
import type { HoursStore } from './hours/ports.ts'
import type { KeptAnswer, Receipt } from './receipt.ts'
import type { AttendanceRecord } from './record.ts'
import type { Template } from './template.ts'

/**
 * What the domain asks of a database. Whatever a method resolved is durable: it outlives a crash of the
 * process and of the machine. Every method may throw a StoreError, and one that takes a receipt an
 * AlreadyAnsweredError.
 */
export interface Store extends HoursStore {
  readonly employees: EmployeeStore
  readonly templates: TemplateStore
  readonly galleryChanges: GalleryChangeStore
  readonly records: RecordStore
  readonly answers: AnswerStore
  /** Why nothing may be promised at the moment; undefined when the store can be relied on. */
  trouble(): Promise<string | undefined>
  /** What the database has not the rights to guarantee by itself, as a word; undefined when nothing. */
  readonly caution: string | undefined
  close(): Promise<void>
}

export interface EmployeeStore {
  /**
   * Keeps an employee and their first templates, all of it or nothing. With `seen`, the last change of the
   * gallery that was looked at before, it throws a GalleryMovedError when there were others since.
   */
  create(
    employee: Omit<Employee, 'templates' | 'views'>,
    templates: readonly Template[],
    receipt?: Receipt<Employee>,
    seen?: number,
  ): Promise<Employee>
  find(id: string): Promise<Employee | undefined>
  /** Oldest first, those whose id comes after `after`. */
  list(page: { after?: string; limit: number }): Promise<Employee[]>
  rename(id: string, name: string): Promise<Employee | undefined>
  /** Adds templates and drops some of those that there were, all of it or nothing. */
  addTemplates(
    id: string,
    templates: readonly Template[],
    options?: AddTemplatesOptions,
  ): Promise<Employee | undefined>
  /**
   * Removes an employee's templates so that their bytes are gone from the database's tables. With their
   * records kept the name stays with these; otherwise only that somebody with this id was erased, and when.
   * Records that were kept can be erased later. False: not there.
   */
  forget(id: string, records: 'keep' | 'erase', at: Temporal.Instant): Promise<boolean>
}

export type AddTemplatesOptions = {
  /** Ids of the employee's templates that make room. Their bytes go as when somebody is forgotten. */
  readonly dropping?: ReadonlySet<string>
  readonly receipt?: Receipt<Employee> | undefined
  /** As for `create`. */
  readonly seen?: number | undefined
}

/** What was answered to requests that may come again; written along with what they asked for. */
export interface AnswerStore {
  find(key: string): Promise<KeptAnswer | undefined>
  /** Drops those given before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

export interface TemplateStore {
  /**
   * The templates of one model, of the employees who have not left: some thousand of them in the order of
   * their ids, which come after `after`. None when there are no more.
   */
  page(model: string, after?: string): Promise<Template[]>
  /** Those of some employees, some hundred at most. */
  ofEmployees(model: string, employeeIds: readonly string[]): Promise<Template[]>
}

/** A record with whose it is; null when that is not known any more. */
export type AttributedRecord = AttendanceRecord & { readonly employee: EmployeeRef | null }

export type RecordQuery = {
  /** First instant of the range. */
  readonly from?: Temporal.Instant
  /** First instant after the range. */
  readonly to?: Temporal.Instant
  readonly employeeId?: string
  /** The last record of the page before. */
  readonly after?: { readonly at: Temporal.Instant; readonly id: string }
  readonly limit: number
}

export type Appended = {
  readonly employee: EmployeeRef
  readonly record: AttendanceRecord
  /** The employee's last counted record before this one. */
  readonly previous?: AttendanceRecord
}

export interface RecordStore {
  /**
   * Adds the record that `next` makes of the employee's last counted one. Two calls for one employee
   * never see the same last record, in whatever process they run; `next` may be asked more than once.
   * Undefined when there is no such employee (any more).
   */
  append(
    employeeId: string,
    next: (previous: AttendanceRecord | undefined) => AttendanceRecord,
    receipt?: Receipt<Appended>,
  ): Promise<Appended | undefined>
  /** Counted records, newest first. */
  list(query: RecordQuery): Promise<AttributedRecord[]>
}
