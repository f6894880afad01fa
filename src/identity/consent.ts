import type { Temporal } from 'temporal-polyfill'

/** The text by which somebody was told what becomes of their face. */
export type NoticeRead = {
  readonly version: number
  /** BCP 47. */
  readonly language: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
}

/** How somebody agreed: on a screen, or on paper, which is kept at a place. */
export type ConsentForm =
  { readonly how: 'on-screen' } | { readonly how: 'on-paper'; readonly keptAt: string }

/** Somebody's agreement that templates are made of their face. Without one there is no template. */
export type Consent = {
  readonly notice: NoticeRead
  readonly form: ConsentForm
  /** Who wrote it down. */
  readonly by: string
  readonly at: Temporal.Instant
}

/** More templates are made on a new consent, or on the one that stands. */
export type ConsentForMore = Consent | 'standing'

/** An employee has not agreed that templates are made of their face, or has taken it back. */
export class NoConsentError extends Error {
  override readonly name = 'NoConsentError'

  constructor() {
    super('No consent stands')
  }
}
