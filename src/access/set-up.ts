import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Operator } from './operator.ts'
import type { PasswordHashes } from './password-hash.ts'
import { type PasswordFault, passwordFault } from './password-rule.ts'
import type { FirstSetUp, InstallationStore } from './ports.ts'
import { hashOfToken, newToken } from './secret-token.ts'

/** How long a setup link can be used. */
export const linkMinutes = 15

/** What whoever sets the program up says; the name and the site were read by the border before. */
export type SetUpDraft = {
  readonly name: string
  readonly password: string
  readonly country: string
  readonly publishNotice: boolean
  readonly site: { readonly name: string; readonly zone: string } | null
}

export type SetUpResult =
  | { readonly outcome: 'done'; readonly operator: Operator; readonly siteId: string | null }
  | { readonly outcome: 'already-set-up' | 'link-invalid' }
  | { readonly outcome: 'weak-password'; readonly fault: PasswordFault }

/** The first start: until it is over nothing else is answered, and it is over once. */
export interface SetUp {
  isDone(): Promise<boolean>
  /** The token of a new link; links made before go on until they expire. */
  newLink(): Promise<string>
  isLink(token: string): Promise<boolean>
  /** Makes the first admin. `token` is that of a link; without one, whoever asks has the machine itself. */
  complete(draft: SetUpDraft, token?: string): Promise<SetUpResult>
}

/** Hears of what was said at the first start about people's data; `by` is the first admin's name. */
export type AfterSetUp = (said: {
  readonly country: string
  readonly publishNotice: boolean
  readonly by: string
}) => Promise<void>

export type SetUpDeps = {
  readonly afterwards: AfterSetUp
  readonly store: InstallationStore
  readonly passwords: PasswordHashes
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
}

export function createSetUp(deps: SetUpDeps): SetUp {
  const { store, passwords, clock, newId, random, afterwards } = deps
  let wasDone = false
  return {
    async isDone() {
      return (wasDone ||= await store.isSetUp())
    },

    async newLink() {
      const { token, hash } = newToken(random)
      await store.addLink(hash, clock.now().add({ minutes: linkMinutes }))
      return token
    },

    isLink: (token) => store.hasLink(hashOfToken(token), clock.now()),

    async complete({ name, password, country, publishNotice, site }, token) {
      const linkHash = token === undefined ? undefined : hashOfToken(token)
      // Before the password is looked at: whoever has no link is not helped to find a good one.
      if (linkHash !== undefined && !(await store.hasLink(linkHash, clock.now()))) {
        return { outcome: (await store.isSetUp()) ? 'already-set-up' : 'link-invalid' }
      }
      const fault = await passwordFault(password, [name])
      if (fault) return { outcome: 'weak-password', fault }
      const at = clock.now()
      const operator = { id: newId(), name, role: 'admin', siteIds: 'all', createdAt: at } as const
      const first: FirstSetUp = {
        ...{ operator, country, publishNotice, at },
        passwordHash: await passwords.hash(password),
        site: site && { id: newId(), ...site },
      }
      const outcome = await store.setUp(first, linkHash)
      if (outcome !== 'done') return { outcome }
      await afterwards({ country, publishNotice, by: name })
      return { outcome, operator, siteId: first.site?.id ?? null }
    },
  }
}
