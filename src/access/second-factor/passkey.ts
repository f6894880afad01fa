import type { Temporal } from 'temporal-polyfill'

/** A key pair that a device or a password manager keeps for one operator, and shows after a PIN or a finger. */
export type Passkey = {
  readonly id: string
  readonly operatorId: string
  /** What its owner calls it. */
  readonly name: string
  readonly createdAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** What is known of the key itself; nothing of it is secret. */
export type PasskeyCredential = {
  /** The device's own name for it, base64url; up to 1023 bytes. */
  readonly id: string
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often it was used by the device's count; 0 where devices share it. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** The site that a passkey is for, as the browser sees it. */
export type RelyingParty = {
  /** A name of a host, without the port: no IP address can have passkeys. */
  readonly host: string
  /** Such as `https://clock.example.com`. */
  readonly origin: string
}

/** Passkeys, by a hash of the device's name for them. All may throw a StoreError. */
export interface PasskeyStore {
  /** Oldest first. */
  list(operatorId: string): Promise<(Passkey & { readonly credential: PasskeyCredential })[]>
  /** False: the device's key is there already. Their session that is kept has two factors then. */
  add(
    passkey: Passkey,
    credential: PasskeyCredential,
    keptSession: string | undefined,
  ): Promise<boolean>
  find(
    credentialId: string,
  ): Promise<{ readonly passkey: Passkey; readonly credential: PasskeyCredential } | undefined>
  used(id: string, credential: PasskeyCredential, at: Temporal.Instant): Promise<void>
  remove(operatorId: string, id: string): Promise<boolean>
  /** How many there were. */
  removeAll(operatorId: string): Promise<number>
}
