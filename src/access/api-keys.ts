import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { ApiKey } from './api-key.ts'
import type { ApiKeyStore } from './ports.ts'
import type { Principal } from './principal.ts'
import { hashOfToken, newToken } from './secret-token.ts'

/** So that whoever finds a key in a file, or a program that looks for such, knows what it opens. */
export const apiKeyPrefix = 'pointeuse_'

/** How exactly it is known when a key was used last: not each call is worth a write. */
const usedToSeconds = 60

export interface ApiKeys {
  /** Makes a key; its `token` is known to nobody afterwards but whoever asked. */
  add(
    draft: Pick<ApiKey, 'name' | 'scopes' | 'siteId' | 'expiresAt'>,
  ): Promise<{ readonly key: ApiKey; readonly token: string }>
  list(): Promise<ApiKey[]>
  remove(id: string): Promise<boolean>
  /** Whose calls a token makes; undefined when it is no key, or not any more. */
  recognise(token: string): Promise<Principal | undefined>
}

export type ApiKeysDeps = {
  readonly store: ApiKeyStore
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
}

export function createApiKeys({ store, clock, newId, random }: ApiKeysDeps): ApiKeys {
  return {
    async add(draft) {
      const { token, hash } = newToken(random, apiKeyPrefix)
      const key = { id: newId(), ...draft, createdAt: clock.now(), usedAt: null }
      await store.add(key, hash)
      return { key, token }
    },
    list: () => store.list(),
    remove: (id) => store.remove(id),

    async recognise(token) {
      const key = await store.find(hashOfToken(token))
      const now = clock.now()
      if (!key || (key.expiresAt && key.expiresAt.since(now).sign <= 0)) return undefined
      const { id, name, scopes, siteId, usedAt } = key
      if (!usedAt || Math.abs(now.since(usedAt).total('seconds')) > usedToSeconds) {
        await store.used(id, now)
      }
      return { kind: 'api-key', id, name, scopes, siteId }
    },
  }
}
