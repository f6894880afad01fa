import type { Choices, MadeChoices } from './choices.ts'
import type { Notice } from './notice/notice.ts'

/**
 * What privacy asks of a database. As in IdentityStore: what a method resolved is durable, and every method may
 * throw a StoreError. Choices and notices are only ever added.
 */
export interface PrivacyStore {
  readonly choices: ChoiceStore
  readonly notices: NoticeStore
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
