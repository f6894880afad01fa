import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../ports/clock.ts'

/** How often something may be asked in each stretch of time. */
export type RateLimit = { readonly max: number; readonly seconds: number }

/** How much is taken of limits, in the database, so that several servers share each. */
export interface RateStore {
  /**
   * Takes up to `amount` of what `max` leaves in a window, and gives how much that was: 0 when nothing is left.
   * A later window than the last one begins anew.
   */
  take(key: string, now: Moment, amount: number, max: number): Promise<number>
  /** Drops what was taken last before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

/** Which stretch of time since 1970 it is. */
export type Moment = { readonly window: number; readonly at: Temporal.Instant }

/** What stands of a limit once a request was counted. */
export type Counted = {
  readonly isExceeded: boolean
  /** Until the next window begins, in milliseconds. */
  readonly untilNextMs: number
}

export interface Rates {
  /** Counts a request against a limit. `what` is kept as a hash. May throw a StoreError. */
  count(what: string, limit: RateLimit): Promise<Counted>
}

/** A tenth of a limit is taken at once: somebody who asks little costs one row a window, and no more is let in. */
const shares = 10
/** Keys that a server remembers at most; beyond that it takes shares anew, which lets less in, never more. */
const maxRemembered = 10_000

/** What this server has taken of a limit and not used up. */
type Share = {
  readonly window: number
  left: number
  isUsedUp: boolean
  taking: Promise<void> | undefined
}

export function createRates({
  store,
  clock,
}: {
  readonly store: RateStore
  readonly clock: Clock
}): Rates {
  const shareOf = new Map<string, Share>()

  function shareIn(key: string, window: number): Share {
    const known = shareOf.get(key)
    if (known?.window === window) return known
    if (shareOf.size >= maxRemembered) shareOf.clear()
    const share: Share = { window, left: 0, isUsedUp: false, taking: undefined }
    shareOf.set(key, share)
    return share
  }

  /** One at a time for each key, however many requests wait for it. */
  async function takeMore(key: string, share: Share, max: number): Promise<void> {
    share.taking ??= store
      .take(key, { window: share.window, at: clock.now() }, Math.ceil(max / shares), max)
      .then((taken) => {
        share.left += taken
        share.isUsedUp = taken === 0
      })
      .finally(() => (share.taking = undefined))
    await share.taking
  }

  return {
    async count(what, { max, seconds }) {
      const now = clock.now().epochMilliseconds
      const window = Math.floor(now / (seconds * 1000))
      const untilNextMs = (window + 1) * seconds * 1000 - now
      const key = createHash('sha256').update(`${what}:${max}/${seconds}`).digest('hex')
      const share = shareIn(key, window)
      while (share.left === 0 && !share.isUsedUp) await takeMore(key, share, max)
      if (share.left === 0) return { isExceeded: true, untilNextMs }
      share.left--
      return { isExceeded: false, untilNextMs }
    },
  }
}
