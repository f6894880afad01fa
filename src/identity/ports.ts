import type { Temporal } from 'temporal-polyfill'
import type { Consent, ConsentForMore } from './consent.ts'
import type { Reach } from '../ports/reach.ts'
import type { Receipt } from '../ports/receipt.ts'
import type { Employee } from './employee.ts'
import type { GalleryChangeStore } from './gallery-changes.ts'
import type { RecogniserChangeStore } from './recogniser-change.ts'
import type { Template } from './template.ts'

/**
 * What identification asks of a database. Whatever a method resolved is durable: it outlives a crash of the
 * process and of the machine. Every method may throw a StoreError, and one that takes a receipt an
 * AlreadyAnsweredError.
 */
export interface IdentityStore {
  readonly employees: EmployeeStore
  readonly templates: TemplateStore
  readonly galleryChanges: GalleryChangeStore
  readonly recogniserChange: RecogniserChangeStore
}

/** The site to which somebody belongs from a day on, as `2026-03-02`. */
export type FirstAssignment = { readonly siteId: string; readonly from: string }

/** Somebody who is to be kept; without a number they get the next one. */
export type NewcomerOf<Person extends { readonly number: string }> = Omit<Person, 'number'> &
  Partial<Pick<Person, 'number'>>

export interface EmployeeStore {
  /**
   * Keeps an employee and their first templates, all of it or nothing. With `seen`, the last change of the
   * gallery that was looked at before, it throws a GalleryMovedError when there were others since. Throws a
   * NumberTakenError when somebody else has the number, and a SiteArchivedError when the site that they are to belong
   * to is out of use. The `consent` that the templates stand on is kept along.
   */
  create(
    employee: NewcomerOf<Omit<Employee, 'templates' | 'views'>> & {
      readonly assignedTo?: (FirstAssignment & { readonly id: string }) | undefined
    },
    templates: readonly Template[],
    receipt?: Receipt<Employee>,
    seen?: number,
    consent?: Consent,
  ): Promise<Employee>
  find(id: string): Promise<Employee | undefined>
  /** Oldest first, those whose id comes after `after`. */
  list(page: { after?: string; limit: number; reach?: Reach | undefined }): Promise<Employee[]>
  rename(id: string, name: string): Promise<Employee | undefined>
  /** Throws a NumberTakenError when somebody else has the number. */
  renumber(id: string, number: string): Promise<Employee | undefined>
  /**
   * Adds templates and drops some of those that there were, all of it or nothing. Throws a NoConsentError.
   */
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
  /** What the templates stand on; `standing`: the last that the employee said must be that they agree. */
  readonly consent?: ConsentForMore | undefined
  /** As for `create`. */
  readonly seen?: number | undefined
}

export interface TemplateStore {
  /** Of which models there are templates, and how many of each. */
  models(): Promise<{ readonly model: string; readonly templates: number }[]>
  /**
   * The templates of one model, of the employees who have not left: some thousand of them in the order of
   * their ids, which come after `after`. None when there are no more. Those whose vectors were damaged are left out.
   */
  page(model: string, after?: string): Promise<Template[]>
  /** Those of some employees, some hundred at most; damaged ones are left out. */
  ofEmployees(model: string, employeeIds: readonly string[]): Promise<Template[]>
}
