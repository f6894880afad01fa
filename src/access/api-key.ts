import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './principal.ts'

/** What is known of a key that scripts call with; the key itself is shown once, when it is made. */
export type ApiKey = {
  readonly id: string
  /** What it is for, in the words of whoever made it. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Null: every site. */
  readonly siteId: string | null
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
  /** To the minute. */
  readonly usedAt: Temporal.Instant | null
}
