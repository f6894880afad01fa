import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import { FailureError } from '../../shared/failure.ts'

type Json = Readonly<Record<string, unknown>>

/** Whether this browser, at this address, has passkeys: for names over HTTPS, and for localhost. */
export const hasPasskeys = (): boolean =>
  window.isSecureContext &&
  browserSupportsWebAuthn() &&
  !/^[\d.]+$|^\[/.test(window.location.hostname)

/** Thrown where whoever was asked by their browser said no, or has no key here: nothing is wrong. */
export class PasskeyDeclined extends Error {
  override readonly name = 'PasskeyDeclined'
}

/** What the library knows these options as; the server's own copy of it made them. */
type Options<Start extends (asked: never) => unknown> = Parameters<Start>[0] extends {
  optionsJSON: infer Asked
}
  ? Asked
  : never

/** Lets the browser make a key pair for this site. */
export const createPasskey = (options: Json): Promise<Json> =>
  asked(() =>
    startRegistration({ optionsJSON: options as never as Options<typeof startRegistration> }),
  )

/** Lets the browser sign with a key that it has for this site. */
export const signWithPasskey = (options: Json): Promise<Json> =>
  asked(() =>
    startAuthentication({ optionsJSON: options as never as Options<typeof startAuthentication> }),
  )

async function asked(start: () => Promise<unknown>): Promise<Json> {
  try {
    return (await start()) as Json
  } catch (error) {
    if (error instanceof FailureError) throw error
    if (error instanceof WebAuthnError || error instanceof DOMException || isDomError(error)) {
      throw new PasskeyDeclined('The browser gave no passkey', { cause: error })
    }
    throw error
  }
}

/** What WebAuthn rejects with, under the names of the standard. */
const isDomError = (error: unknown): boolean =>
  error instanceof Error &&
  ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(error.name)
