import type { Temporal } from 'temporal-polyfill'
import type { Consent } from '../identity/consent.ts'

/** Something that an employee said about their face. Events are added, never changed. */
export type ConsentEvent = {
  /** 1 for an employee's first. */
  readonly ordinal: number
} & (
  | ({ readonly act: 'given' } & Consent)
  | { readonly act: 'withdrawn'; readonly by: string; readonly at: Temporal.Instant }
)

/** How the consents of those who have templates stand. */
export type ConsentCounts = {
  readonly withTemplates: number
  /** Of these: nobody wrote down that they agreed. */
  readonly withoutConsent: number
  /** Of these: they agreed to an earlier version of the notice. */
  readonly toEarlierNotice: number
}
