import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../ports/clock.ts'
import type { RandomBytes } from '../../ports/random.ts'
import { hashOfBadge, newBadge, readBadge } from './badge.ts'
import type { BadgeStore } from './ports.ts'

/** A badge whose text is told once, to be printed. */
export type IssuedBadge = { readonly employeeId: string; readonly text: string }

/** Most badges that are made, and printed, at once: a hundred pages. */
export const maxBadgesAtOnce = 1000

export interface Badges {
  /** New badges instead of whichever these employees had; those who are not there get none. */
  issue(employeeIds: readonly string[]): Promise<IssuedBadge[]>
  /** False: there was none. */
  revoke(employeeId: string): Promise<boolean>
  madeAt(employeeId: string): Promise<Temporal.Instant | undefined>
  /** Whose badge this is, as it was scanned; undefined when it is nobody's, or was revoked. */
  ownerOf(scanned: string): Promise<string | undefined>
}

export type BadgesDeps = {
  readonly store: BadgeStore
  readonly clock: Clock
  readonly random: RandomBytes
}

export function createBadges({ store, clock, random }: BadgesDeps): Badges {
  return {
    async issue(employeeIds) {
      const made = [...new Set(employeeIds)].map((employeeId) => {
        const text = newBadge(random)
        return { employeeId, text, hash: hashOf(text) ?? '' }
      })
      const kept = made.map(({ employeeId, hash }) => ({ employeeId, hash }))
      const missing = new Set(await store.put(kept, clock.now()))
      return made.flatMap(({ employeeId, text }) =>
        missing.has(employeeId) ? [] : [{ employeeId, text }],
      )
    },
    revoke: (employeeId) => store.remove(employeeId),
    madeAt: (employeeId) => store.madeAt(employeeId),
    async ownerOf(scanned) {
      const hash = hashOf(scanned)
      return hash === undefined ? undefined : store.ownerOf(hash)
    },
  }
}

function hashOf(text: string): string | undefined {
  const secret = readBadge(text)
  return secret && hashOfBadge(secret)
}
