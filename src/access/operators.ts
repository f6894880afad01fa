import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { Audit } from './audit/entry.ts'
import type { AttemptLimits, Attempts } from './attempts.ts'
import { nameKeyOf, type Operator } from './operator.ts'
import type { PasswordHashes } from './password-hash.ts'
import { type PasswordFault, passwordFault } from './password-rule.ts'
import type { OperatorStore } from './ports.ts'
import { hashOfToken } from './secret-token.ts'
import { attemptsOfName } from './sign-in.ts'

export type OperatorDraft = Pick<Operator, 'name' | 'role' | 'siteIds'>

/** What can be told to whoever changes an operator. */
export type OperatorResult =
  | { readonly outcome: 'done'; readonly operator: Operator }
  | { readonly outcome: 'not-there' | 'name-taken' | 'last-admin' }
  | { readonly outcome: 'weak-password'; readonly fault: PasswordFault }

export type OwnPasswordResult =
  | { readonly outcome: 'done' | 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number }
  | { readonly outcome: 'weak-password'; readonly fault: PasswordFault }

/** The accounts of those who manage. Names were read by the border before. */
export interface Operators {
  add(draft: OperatorDraft, password: string): Promise<OperatorResult>
  list(): Promise<Operator[]>
  find(id: string): Promise<Operator | undefined>
  findByName(name: string): Promise<Operator | undefined>
  change(id: string, change: Partial<OperatorDraft>): Promise<OperatorResult>
  /** Gives somebody a new password, and ends all of their sessions. */
  setPassword(id: string, password: string): Promise<OperatorResult>
  /** Changes one's own password, and ends all of one's sessions but the one with this token. */
  changeOwnPassword(
    id: string,
    passwords: { readonly current: string; readonly next: string },
    token: string | undefined,
  ): Promise<OwnPasswordResult>
  remove(id: string): Promise<'done' | 'not-there' | 'last-admin'>
  /** Whether this is one's own password: asked again before the ways to sign in are changed. */
  confirmPassword(id: string, password: string): Promise<PasswordCheck>
}

export type PasswordCheck =
  { readonly outcome: 'right' | 'wrong' } | { readonly outcome: 'wait'; readonly seconds: number }

/** For the current password of whoever is signed in already. */
const limitsOfOwn: AttemptLimits = { free: 5, firstPauseSeconds: 30, longestPauseSeconds: 900 }

export type OperatorsDeps = {
  readonly store: OperatorStore
  readonly passwords: PasswordHashes
  readonly attempts: Attempts
  readonly clock: Clock
  readonly newId: NewId
  readonly audit: Pick<Audit, 'append'>
}

export function createOperators(deps: OperatorsDeps): Operators {
  const { store, passwords, attempts, clock, newId, audit } = deps
  const done = async (id: string): Promise<OperatorResult> => {
    const operator = await store.find(id)
    return operator ? { outcome: 'done', operator } : { outcome: 'not-there' }
  }

  async function confirmPassword(id: string, password: string): Promise<PasswordCheck> {
    const attempt = await attempts.begin(`own-password:${id}`, limitsOfOwn)
    if ('waitSeconds' in attempt) return { outcome: 'wait', seconds: attempt.waitSeconds }
    const kept = await store.passwordHash(id)
    if (!(await passwords.matches(password, kept))) return { outcome: 'wrong' }
    await attempt.succeeded()
    return { outcome: 'right' }
  }

  return {
    confirmPassword,
    async add(draft, password) {
      const fault = await passwordFault(password, [draft.name])
      if (fault) return { outcome: 'weak-password', fault }
      const operator = { id: newId(), ...draft, createdAt: clock.now() }
      const added = await store.add(operator, await passwords.hash(password))
      return added ? { outcome: 'done', operator } : { outcome: 'name-taken' }
    },
    list: () => store.list(),
    find: (id) => store.find(id),
    async findByName(name) {
      return (await store.findByName(nameKeyOf(name)))?.operator
    },

    async change(id, change) {
      const outcome = await store.change(id, change)
      return outcome === 'done' ? done(id) : { outcome }
    },

    async setPassword(id, password) {
      const operator = await store.find(id)
      if (!operator) return { outcome: 'not-there' }
      const fault = await passwordFault(password, [operator.name])
      if (fault) return { outcome: 'weak-password', fault }
      await store.setPassword(id, await passwords.hash(password))
      // Whoever was locked out by somebody else's guesses is let in with the new one.
      await attempts.clear(attemptsOfName(operator.name))
      return done(id)
    },

    async changeOwnPassword(id, { current, next }, token) {
      const confirmed = await confirmPassword(id, current)
      if (confirmed.outcome === 'wait') return confirmed
      if (confirmed.outcome === 'wrong') {
        await audit.append({ action: 'password-change-refused', detail: { operator: id } })
        return { outcome: 'wrong' }
      }
      const name = (await store.find(id))?.name ?? ''
      const fault = await passwordFault(next, [name])
      if (fault) return { outcome: 'weak-password', fault }
      const keptSession = token === undefined ? undefined : hashOfToken(token)
      await store.setPassword(id, await passwords.hash(next), keptSession)
      return { outcome: 'done' }
    },

    remove: (id) => store.remove(id),
  }
}
