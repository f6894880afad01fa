import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { RandomBytes } from '../ports/random.ts'
import { createApiKeys } from './api-keys.ts'
import { createAttempts } from './attempts.ts'
import { createOperators } from './operators.ts'
import { createPasswordHashes } from './password-hash.ts'
import type { AccessStore } from './ports.ts'
import { createRates } from './rates.ts'
import { createReachOf } from './reach.ts'
import { createSessions } from './sessions.ts'
import { type AfterSetUp, createSetUp } from './set-up.ts'
import { createSignIn } from './sign-in.ts'

/** What access control asks of the world. */
export type AccessDeps = {
  /** Hears of what was said at the first start, after the first admin was made. */
  readonly afterSetUp: AfterSetUp
  readonly store: AccessStore
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
}

export type AccessServices = ReturnType<typeof createAccess>

/** Who may do what: the first start, operators and their sessions, keys for scripts. */
export function createAccess({ store, clock, newId, random, afterSetUp }: AccessDeps) {
  const passwords = createPasswordHashes(random)
  const attempts = createAttempts({ store: store.attempts, clock })
  const sessions = createSessions({ store: store.sessions, clock, random })
  return {
    attempts,
    rates: createRates({ store: store.rates, clock }),
    sessions,
    reachOf: createReachOf(clock),
    setUp: createSetUp({
      ...{ store: store.installation, passwords, clock, newId, random },
      afterwards: afterSetUp,
    }),
    signIn: createSignIn({
      ...{ store: store.operators, attempts, passwords, sessions, audit: store.audit },
    }),
    operators: createOperators({
      ...{ store: store.operators, passwords, attempts, clock, newId, audit: store.audit },
    }),
    apiKeys: createApiKeys({ store: store.apiKeys, clock, newId, random }),
  }
}
