import type { Temporal } from 'temporal-polyfill'
import type { Audit } from './audit/entry.ts'
import type { ApiKey } from './api-key.ts'
import type { AttemptStore } from './attempts.ts'
import type { Operator } from './operator.ts'
import type { RateStore } from './rates.ts'
import type { PasskeyStore } from './second-factor/passkey.ts'
import type { TotpStore } from './second-factor/ports.ts'

/** What access control asks of a database. Whatever a method resolved is durable; all may throw a StoreError. */
export interface AccessStore {
  readonly installation: InstallationStore
  readonly operators: OperatorStore
  readonly sessions: SessionStore
  readonly apiKeys: ApiKeyStore
  readonly totp: TotpStore
  readonly passkeys: PasskeyStore
  readonly attempts: AttemptStore
  readonly rates: RateStore
  readonly audit: Pick<Audit, 'append'>
}

/** What whoever sets the program up says, and the first operator. */
export type FirstSetUp = {
  readonly operator: Operator
  readonly passwordHash: string
  /** ISO 3166, with a subdivision where its law is its own: `FR`, `US-IL`; `other`. */
  readonly country: string
  readonly publishNotice: boolean
  readonly site: { readonly id: string; readonly name: string; readonly zone: string } | null
  readonly at: Temporal.Instant
}

export interface InstallationStore {
  isSetUp(): Promise<boolean>
  /** Keeps a link by the hash of its token, until it expires or the program is set up. */
  addLink(hash: string, expiresAt: Temporal.Instant): Promise<void>
  hasLink(hash: string, at: Temporal.Instant): Promise<boolean>
  /** All of it or nothing, once ever. With the hash of a link it must be there and not expired. */
  setUp(first: FirstSetUp, linkHash?: string): Promise<'done' | 'already-set-up' | 'link-invalid'>
}

export interface OperatorStore {
  /** False: another one has the name. */
  add(operator: Operator, passwordHash: string): Promise<boolean>
  /** Oldest first. */
  list(): Promise<Operator[]>
  find(id: string): Promise<Operator | undefined>
  /** By the key of their name, with what is kept of their password. */
  findByName(
    nameKey: string,
  ): Promise<{ readonly operator: Operator; readonly passwordHash: string } | undefined>
  passwordHash(id: string): Promise<string | undefined>
  change(
    id: string,
    change: Partial<Pick<Operator, 'name' | 'role' | 'siteIds'>>,
  ): Promise<'done' | 'not-there' | 'name-taken' | 'last-admin'>
  /** Ends all of their sessions but the one kept. False: not there. */
  setPassword(id: string, passwordHash: string, keptSession?: string): Promise<boolean>
  /** With their sessions. */
  remove(id: string): Promise<'done' | 'not-there' | 'last-admin'>
}

/** By how many factors a session began: 2 with a code of an app, a recovery code or a passkey. */
export type Factors = 1 | 2

export type Session = {
  readonly operator: Operator
  readonly factors: Factors
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

/** Sessions by the hash of their token. */
export interface SessionStore {
  add(hash: string, operatorId: string, at: Temporal.Instant, factors: Factors): Promise<void>
  find(hash: string): Promise<Session | undefined>
  seen(hash: string, at: Temporal.Instant): Promise<void>
  remove(hash: string): Promise<void>
  /** Drops those that were last seen before an instant. */
  dropBefore(at: Temporal.Instant): Promise<void>
}

export interface ApiKeyStore {
  add(key: ApiKey, hash: string): Promise<void>
  /** Oldest first. */
  list(): Promise<ApiKey[]>
  find(hash: string): Promise<ApiKey | undefined>
  used(id: string, at: Temporal.Instant): Promise<void>
  remove(id: string): Promise<boolean>
}
