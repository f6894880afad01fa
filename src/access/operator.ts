import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Role, Sites } from './principal.ts'

/** Somebody who signs in to manage. */
export type Operator = {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The sites whose people they reach; an admin reaches all of them. */
  readonly siteIds: Sites
  readonly createdAt: Temporal.Instant
}

/**
 * Recognises an operator's name however it is typed: the same for names that differ in case or in the way
 * in which a letter is made up (NFKC). A hash, so that it fits an index whatever the name.
 */
export const nameKeyOf = (name: string): string =>
  createHash('sha256').update(name.normalize('NFKC').trim().toLowerCase()).digest('hex')
