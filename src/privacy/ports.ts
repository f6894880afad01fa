import type { Temporal } from 'temporal-polyfill'
import type { Consent } from '../identity/consent.ts'
import type { Choices, MadeChoices } from './choices.ts'
import type { ConsentCounts, ConsentEvent } from './consent-event.ts'
import type { Notice } from './notice/notice.ts'
import type { HeldTable } from './person/held-data.ts'
import type { Leaver, TemplateHolder } from './retention/plan.ts'

/**
 * What privacy asks of a database. As in IdentityStore: what a method resolved is durable, and every method may
 * throw a StoreError. Choices and notices are only ever added.
 */
export interface PrivacyStore {
  readonly choices: ChoiceStore
  readonly notices: NoticeStore
  readonly consents: ConsentStore
  readonly retention: RetentionStore
  readonly held: HeldStore
}

export interface ChoiceStore {
  /** Those that hold now; undefined before anybody chose. */
  latest(): Promise<MadeChoices | undefined>
  /** All that were ever made, oldest first. */
  all(): Promise<MadeChoices[]>
  /** Gives them the next ordinal. */
  add(choices: Choices, made: Pick<MadeChoices, 'by' | 'at'>): Promise<MadeChoices>
}

export interface NoticeStore {
  latest(): Promise<Notice | undefined>
  find(version: number): Promise<Notice | undefined>
  /** All that were ever published, oldest first. */
  all(): Promise<Notice[]>
  /** Gives it the next version. */
  add(notice: Omit<Notice, 'version'>): Promise<Notice>
}

/** What employees said about their faces. Whoever enrols writes it along with the templates: see EmployeeStore. */
export interface ConsentStore {
  /** False: there is no such employee. */
  add(employeeId: string, consent: Consent): Promise<boolean>
  /**
   * That a consent is taken back, and every template with it, so that its bytes are gone from the database's
   * tables. Also of those who left. Undefined: there is no such employee.
   */
  withdraw(
    employeeId: string,
    said: { readonly by: string; readonly at: Temporal.Instant },
  ): Promise<{ templates: number } | undefined>
  /** Oldest first. */
  of(employeeId: string): Promise<ConsentEvent[]>
  /** How those stand who have templates; earlier notices are those before `version`. */
  counts(version: number): Promise<ConsentCounts>
}

export interface RetentionStore {
  /** Everybody whose templates are kept. */
  holders(): Promise<TemplateHolder[]>
  /** Those who left before an instant, and have not been erased. */
  leavers(before: Temporal.Instant): Promise<Leaver[]>
}

export interface HeldStore {
  /** Every row that is about somebody, whoever has left among them; tables with none are left out. */
  of(employeeId: string): Promise<HeldTable[]>
  /** How many employees there are who have not left. */
  employees(): Promise<number>
}
