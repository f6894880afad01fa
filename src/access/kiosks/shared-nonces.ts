import type { Clock } from '../../ports/clock.ts'
import type { RandomBytes } from '../../ports/random.ts'
import { createNonces, nonceKeyBytes, type Nonces } from './nonces.ts'
import type { KioskStore } from './ports.ts'

/** Nonces that any server on the database gives out, each of which counts once at all of them. */
export interface SharedNonces {
  issue(): Promise<string>
  /** `stale`: none of ours, or too old. `replayed`: it was used before. */
  use(nonce: string): Promise<'used' | 'stale' | 'replayed'>
}

export function createSharedNonces({
  store,
  clock,
  random,
}: {
  readonly store: Pick<KioskStore, 'nonceKey' | 'useNonce'>
  readonly clock: Clock
  readonly random: RandomBytes
}): SharedNonces {
  let known: Promise<Nonces> | undefined
  const nonces = async () => {
    known ??= store.nonceKey(random(nonceKeyBytes)).then((key) => createNonces(key, clock, random))
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
  return {
    issue: async () => (await nonces()).issue(),
    async use(nonce) {
      const until = (await nonces()).validUntil(nonce)
      if (!until) return 'stale'
      return (await store.useNonce(nonce, until)) ? 'used' : 'replayed'
    },
  }
}
