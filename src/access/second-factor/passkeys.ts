import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Clock } from '../../ports/clock.ts'
import type { NewId } from '../../ports/ids.ts'
import { StoreError } from '../../ports/store-error.ts'
import type { SharedNonces } from '../kiosks/shared-nonces.ts'
import type { Operator } from '../operator.ts'
import type { OperatorStore } from '../ports.ts'
import { hashOfToken } from '../secret-token.ts'
import type { Passkey, PasskeyCredential, PasskeyStore, RelyingParty } from './passkey.ts'

/** What a browser sends, as JSON (WebAuthn 3, 5.1): looked at by whoever verifies it. */
export type BrowserAnswer = Readonly<Record<string, unknown>>

/**
 * Passkeys (WebAuthn): a second way in, which is two factors in one: the device is had, and its owner has shown it a
 * PIN, a finger or a face, which never leaves it.
 */
export interface Passkeys {
  list(operatorId: string): Promise<Passkey[]>
  /** What the browser is asked to make a key with. */
  offer(operator: Pick<Operator, 'id' | 'name'>, site: RelyingParty): Promise<object>
  /** Undefined: what the browser made is no answer to our question, or is there already. */
  add(made: {
    readonly operatorId: string
    readonly name: string
    readonly answer: BrowserAnswer
    readonly site: RelyingParty
    /** Of the session that adds it. */
    readonly token: string | undefined
  }): Promise<Passkey | undefined>
  remove(operatorId: string, id: string): Promise<boolean>
  removeAll(operatorId: string): Promise<number>
  /** What the browser is asked to sign with any key that it has for the site. */
  question(site: RelyingParty): Promise<object>
  /** Whose key has signed it; undefined: nobody's, or not what was asked. */
  recognise(answer: BrowserAnswer, site: RelyingParty): Promise<Operator | undefined>
}

export type PasskeysDeps = {
  readonly store: PasskeyStore
  readonly operators: Pick<OperatorStore, 'find'>
  readonly nonces: SharedNonces
  readonly clock: Clock
  readonly newId: NewId
}

const shown = ({ id, operatorId, name, createdAt, usedAt }: Passkey): Passkey => ({
  ...{ id, operatorId, name, createdAt, usedAt },
})

export function createPasskeys({ store, operators, nonces, clock, newId }: PasskeysDeps): Passkeys {
  const challenge = async () => Uint8Array.from(Buffer.from(await nonces.issue(), 'base64url'))
  const expected = ({ host, origin }: RelyingParty) => ({
    expectedChallenge: async (asked: string) => (await nonces.use(asked)) === 'used',
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  })

  return {
    list: async (operatorId) => (await store.list(operatorId)).map(shown),

    async offer({ id, name }, { host }) {
      const there = await store.list(id)
      return generateRegistrationOptions({
        ...{ rpName: 'Pointeuse', rpID: host, challenge: await challenge() },
        ...{ userID: Uint8Array.from(Buffer.from(id)), userName: name },
        attestationType: 'none',
        excludeCredentials: there.map(({ credential }) => ({ id: credential.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },

    async add({ operatorId, name, answer, site, token }) {
      const { registrationInfo } = await verified(() =>
        verifyRegistrationResponse({
          ...{ response: answer as never as RegistrationResponseJSON, ...expected(site) },
        }),
      )
      if (!registrationInfo) return undefined
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential
      const credential = {
        ...{ id, counter, transports },
        publicKey: Buffer.from(publicKey).toString('base64url'),
      }
      const passkey = { id: newId(), operatorId, name, createdAt: clock.now(), usedAt: null }
      const kept = token === undefined ? undefined : hashOfToken(token)
      return (await store.add(passkey, credential, kept)) ? passkey : undefined
    },

    remove: (operatorId, id) => store.remove(operatorId, id),
    removeAll: (operatorId) => store.removeAll(operatorId),

    question: async ({ host }) =>
      generateAuthenticationOptions({
        ...{ rpID: host, challenge: await challenge(), userVerification: 'required' },
      }),

    async recognise(answer, site) {
      const found = typeof answer['id'] === 'string' ? await store.find(answer['id']) : undefined
      if (!found) return undefined
      const { credential, passkey } = found
      const { authenticationInfo } = await verified(() =>
        verifyAuthenticationResponse({
          ...{ response: answer as never as AuthenticationResponseJSON, ...expected(site) },
          credential: forLibrary(credential),
        }),
      )
      if (!authenticationInfo) return undefined
      const { newCounter } = authenticationInfo
      await store.used(passkey.id, { ...credential, counter: newCounter }, clock.now())
      return operators.find(passkey.operatorId)
    },
  }
}

const forLibrary = ({ id, publicKey, counter, transports }: PasskeyCredential) => ({
  ...{ id, counter, transports: [...transports] as AuthenticatorTransport[] },
  publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
})

/** The library throws for whatever a browser, or somebody else, may send; only the database's faults are ours. */
async function verified<Found extends { readonly verified: boolean }>(
  verify: () => Promise<Found>,
): Promise<Partial<Found>> {
  try {
    const found = await verify()
    return found.verified ? found : {}
  } catch (error) {
    if (error instanceof StoreError) throw error
    return {}
  }
}
