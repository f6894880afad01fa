import type { Audit } from './audit/entry.ts'
import type { AttemptLimits, Attempts } from './attempts.ts'
import { nameKeyOf, type Operator } from './operator.ts'
import type { PasswordHashes } from './password-hash.ts'
import type { Factors, OperatorStore } from './ports.ts'
import type { Passkeys } from './second-factor/passkeys.ts'
import type { SecondFactor } from './second-factor/second-factor.ts'
import type { Sessions } from './sessions.ts'

/** What somebody who wants to sign in can be told. Which of name and password is wrong is not told. */
export type SignInResult =
  | {
      readonly outcome: 'signed-in'
      readonly token: string
      readonly operator: Operator
      readonly factors: Factors
    }
  | { readonly outcome: 'wrong' }
  /** The password was right; a code of the app, a recovery code or a passkey is wanted as well. */
  | { readonly outcome: 'second-factor-needed' }
  | { readonly outcome: 'wrong-code' }
  | { readonly outcome: 'wait'; readonly seconds: number }

/**
 * For one name, whether somebody has it or not: some hundred guesses a day (NIST SP 800-63B, 5.2.2, allows
 * 100 in a row), and whoever mistyped waits half a minute.
 */
const limitsOfName: AttemptLimits = { free: 5, firstPauseSeconds: 30, longestPauseSeconds: 900 }
/** For one address, behind which a whole company may be. */
const limitsOfAddress: AttemptLimits = { free: 50, firstPauseSeconds: 5, longestPauseSeconds: 300 }

export type SignIn = (asked: {
  readonly name: string
  readonly password: string
  /** Of the app, or a recovery code. */
  readonly code?: string | undefined
  /** Where the request comes from. */
  readonly address: string
}) => Promise<SignInResult>

export type SignInDeps = {
  readonly store: Pick<OperatorStore, 'findByName'>
  readonly attempts: Attempts
  readonly passwords: PasswordHashes
  readonly sessions: Sessions
  readonly audit: Pick<Audit, 'append'>
  readonly secondFactor: Pick<SecondFactor, 'state' | 'check'>
  readonly passkeys: Pick<Passkeys, 'list'>
  /** Whether somebody has to show a second factor, whether they have one or not. */
  readonly needsSecondFactor: (operator: Operator) => boolean
}

/** What is counted against a name. */
export const attemptsOfName = (name: string) => `sign-in:name:${nameKeyOf(name)}`

export function createSignIn(deps: SignInDeps): SignIn {
  const { store, attempts, passwords, sessions, secondFactor, audit } = deps
  /** With a passkey alone the password is not enough where two factors are needed: it could add another. */
  const isAsked = async (operator: Operator): Promise<boolean> =>
    (await secondFactor.state(operator.id)).isOn ||
    (deps.needsSecondFactor(operator) && (await deps.passkeys.list(operator.id)).length > 0)

  return async function signIn({ name, password, code, address }) {
    const byAddress = await attempts.begin(`sign-in:address:${address}`, limitsOfAddress)
    if ('waitSeconds' in byAddress) return { outcome: 'wait', seconds: byAddress.waitSeconds }
    const byName = await attempts.begin(attemptsOfName(name), limitsOfName)
    if ('waitSeconds' in byName) return { outcome: 'wait', seconds: byName.waitSeconds }
    const found = await store.findByName(nameKeyOf(name))
    if (!(await passwords.matches(password, found?.passwordHash)) || !found) {
      // Whose account it was, and never what was typed, which may be a password in the wrong field.
      const detail = { operator: found?.operator.id ?? null }
      await audit.append({ action: 'sign-in-failed', detail })
      return { outcome: 'wrong' }
    }
    await byName.succeeded()
    await byAddress.succeeded()
    const { operator } = found
    const asksMore = await isAsked(operator)
    if (asksMore && code === undefined) return { outcome: 'second-factor-needed' }
    if (asksMore && code !== undefined) {
      const checked = await secondFactor.check(operator.id, code)
      if (checked.outcome === 'wait') return checked
      if (checked.outcome === 'wrong') {
        await audit.append({ action: 'sign-in-failed', detail: { operator: operator.id } })
        return { outcome: 'wrong-code' }
      }
    }
    const factors = asksMore ? 2 : 1
    const token = await sessions.begin(operator.id, factors)
    return { outcome: 'signed-in', token, operator, factors }
  }
}
