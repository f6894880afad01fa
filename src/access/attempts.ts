import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../ports/clock.ts'

/** How often something failed in a row under one key, and until when nobody may try again. */
export type Failures = {
  readonly count: number
  readonly lastAt: Temporal.Instant
  readonly blockedUntil: Temporal.Instant | null
}

/** Failed attempts, in the database, so that several servers count as one. */
export interface AttemptStore {
  /**
   * Gives what there is under a key and keeps what `next` makes of it, with nobody in between; `next` gives
   * undefined to leave it.
   */
  change(key: string, next: (failures: Failures | undefined) => Failures | undefined): Promise<void>
  clear(key: string): Promise<void>
  /** Drops those whose last attempt was before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

export type AttemptLimits = {
  /** Attempts that may fail in a row before the first pause. */
  readonly free: number
  /** The first pause; each further failure doubles it. */
  readonly firstPauseSeconds: number
  readonly longestPauseSeconds: number
}

/** After this long without an attempt the count begins anew. */
export const forgottenAfterHours = 24

/** One attempt that was let through. */
export type Attempt = { succeeded(): Promise<void> }

export interface Attempts {
  /**
   * Counts an attempt as failed before it is made, so that a thousand at the same moment are no way around
   * the limit. Gives the attempt, or in how many seconds another may be made.
   */
  begin(what: string, limits: AttemptLimits): Promise<Attempt | { readonly waitSeconds: number }>
  clear(what: string): Promise<void>
}

export function createAttempts({
  store,
  clock,
}: {
  readonly store: AttemptStore
  readonly clock: Clock
}): Attempts {
  const clear = (what: string) => store.clear(keyOf(what))
  return {
    clear,
    async begin(what, limits) {
      const now = clock.now()
      let waitSeconds = 0
      await store.change(keyOf(what), (failures) => {
        waitSeconds = secondsToWait(failures, now, limits)
        return waitSeconds > 0 ? undefined : oneMore(failures, now, limits)
      })
      return waitSeconds > 0 ? { waitSeconds } : { succeeded: () => clear(what) }
    },
  }
}

/** What is counted may be a name or an address, which are nobody's business in a table of failures. */
const keyOf = (what: string) => createHash('sha256').update(what).digest('hex')

function secondsToWait(
  failures: Failures | undefined,
  now: Temporal.Instant,
  { longestPauseSeconds }: AttemptLimits,
): number {
  if (!failures?.blockedUntil) return 0
  const seconds = Math.ceil(failures.blockedUntil.since(now).total('seconds'))
  // A longer pause than there can be was begun by a clock that has been put back since.
  return seconds > longestPauseSeconds ? 0 : Math.max(0, seconds)
}

function oneMore(
  failures: Failures | undefined,
  now: Temporal.Instant,
  { free, firstPauseSeconds, longestPauseSeconds }: AttemptLimits,
): Failures {
  const isOld = failures && now.since(failures.lastAt).total('hours') > forgottenAfterHours
  const count = failures && !isOld ? failures.count + 1 : 1
  if (count < free) return { count, lastAt: now, blockedUntil: null }
  // 2 ** 20 first pauses are longer than any longest one; more would leave the range of numbers.
  const pause = firstPauseSeconds * 2 ** Math.min(count - free, 20)
  const seconds = Math.min(pause, longestPauseSeconds)
  return { count, lastAt: now, blockedUntil: now.add({ seconds }) }
}
