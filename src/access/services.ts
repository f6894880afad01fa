import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { RandomBytes } from '../ports/random.ts'
import { createApiKeys } from './api-keys.ts'
import { createAttempts } from './attempts.ts'
import type { KioskStore } from './kiosks/ports.ts'
import { createSharedNonces } from './kiosks/shared-nonces.ts'
import type { SecretStore } from './keys/ports.ts'
import type { Operator } from './operator.ts'
import { createOperators } from './operators.ts'
import { createPasswordHashes } from './password-hash.ts'
import type { AccessStore } from './ports.ts'
import { createRates } from './rates.ts'
import type { Principal } from './principal.ts'
import { createReachOf } from './reach.ts'
import { createPasskeys } from './second-factor/passkeys.ts'
import { createSecondFactor } from './second-factor/second-factor.ts'
import { createSessions } from './sessions.ts'
import { type AfterSetUp, createSetUp } from './set-up.ts'
import { createSignIn } from './sign-in.ts'

/** What access control asks of the world. */
export type AccessDeps = {
  /** Hears of what was said at the first start, after the first admin was made. */
  readonly afterSetUp: AfterSetUp
  readonly store: AccessStore & { readonly secrets: SecretStore; readonly kiosks: KioskStore }
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
  /** Who has to show a second factor; whoever has one shows it in any case. */
  readonly secondFactorFor?: 'nobody' | 'admins'
}

export type AccessServices = ReturnType<typeof createAccess>

/** Who may do what: the first start, operators and their sessions, keys for scripts. */
export function createAccess({
  store,
  clock,
  newId,
  random,
  afterSetUp,
  secondFactorFor = 'nobody',
}: AccessDeps) {
  const passwords = createPasswordHashes(random)
  const attempts = createAttempts({ store: store.attempts, clock })
  const sessions = createSessions({ store: store.sessions, clock, random })
  const secondFactor = createSecondFactor({
    ...{ store: store.totp, secrets: store.secrets },
    ...{ attempts, clock, random },
  })
  const passkeys = createPasskeys({
    ...{ store: store.passkeys, operators: store.operators, clock, newId },
    nonces: createSharedNonces({ store: store.kiosks, clock, random }),
  })
  const needsSecondFactor = ({ role }: Pick<Operator, 'role'>) =>
    secondFactorFor === 'admins' && role === 'admin'
  return {
    secondFactor,
    passkeys,
    /** Whether somebody may do nothing but add a second factor. */
    lacksSecondFactor: (principal: Principal): boolean =>
      principal.kind === 'operator' && principal.factors < 2 && needsSecondFactor(principal),
    /** Takes the app for codes and the passkeys from somebody who has lost them. False: there were none. */
    async resetSecondFactors(operatorId: string): Promise<boolean> {
      const had = await secondFactor.remove(operatorId)
      return (await passkeys.removeAll(operatorId)) > 0 || had
    },
    attempts,
    rates: createRates({ store: store.rates, clock }),
    sessions,
    reachOf: createReachOf(clock),
    setUp: createSetUp({
      ...{ store: store.installation, passwords, clock, newId, random },
      afterwards: afterSetUp,
    }),
    signIn: createSignIn({
      ...{ store: store.operators, attempts, passwords, sessions, secondFactor },
      ...{ passkeys, needsSecondFactor, audit: store.audit },
    }),
    operators: createOperators({
      ...{ store: store.operators, passwords, attempts, clock, newId, audit: store.audit },
    }),
    apiKeys: createApiKeys({ store: store.apiKeys, clock, newId, random }),
  }
}
