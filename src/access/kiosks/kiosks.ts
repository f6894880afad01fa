import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../ports/clock.ts'
import type { NewId } from '../../ports/ids.ts'
import type { RandomBytes } from '../../ports/random.ts'
import type { Heartbeat, Kiosk } from './kiosk.ts'
import { isSignedBy, readKioskKey } from './kiosk-key.ts'
import { hashOfCode, newPairingCode, pairingCodeMinutes, readPairingCode } from './pairing-code.ts'
import type { KioskStore } from './ports.ts'
import { createSharedNonces } from './shared-nonces.ts'
import { readSignedRequest, type RequestHead } from './request-signature.ts'

/** A kiosk with the code that pairs a device with it, which is told once. */
export type CodedKiosk = {
  readonly kiosk: Kiosk
  readonly code: string
  readonly codeUntil: Temporal.Instant
}

export type Paired =
  | { readonly outcome: 'paired'; readonly kiosk: Kiosk }
  /** The code was never made, was used, or is too old. */
  | { readonly outcome: 'unknown-code' }
  | { readonly outcome: 'not-a-key' }

/** Whose a request is. */
export type Recognised =
  | {
      readonly outcome: 'kiosk'
      readonly id: string
      readonly siteId: string
      /** SHA-256 that the body must have, 32 bytes. */
      readonly digest: Uint8Array
    }
  /** No kiosk has signed it: it says nothing of one. */
  | { readonly outcome: 'unsigned' }
  /** The kiosk is unknown or revoked, or the signature is not its own. */
  | { readonly outcome: 'not-a-kiosk' }
  /** The nonce is none of ours, or too old: ask for another and send again. */
  | { readonly outcome: 'stale' }
  /** The nonce was used before. */
  | { readonly outcome: 'replayed' }

export interface Kiosks {
  add(name: string, siteId: string): Promise<CodedKiosk>
  /** A new code, for another device or the same one. Undefined: no such kiosk, or revoked. */
  recode(id: string): Promise<CodedKiosk | undefined>
  /** Pairs the device with this public key (base64url of its DER). */
  pair(typedCode: string, key: string): Promise<Paired>
  revoke(id: string): Promise<boolean>
  heartbeat(id: string, heartbeat: Heartbeat): Promise<void>
  /** A nonce for one request of any kiosk. */
  nonce(): Promise<string>
  /** Asked once of each request: what is recognised has used up its nonce. */
  recognise(head: RequestHead): Promise<Recognised>
}

export type KiosksDeps = {
  readonly store: KioskStore
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
}

export function createKiosks({ store, clock, newId, random }: KiosksDeps): Kiosks {
  const nonces = createSharedNonces({ store, clock, random })

  const newCode = () => {
    const code = newPairingCode(random)
    const codeUntil = clock.now().add({ minutes: pairingCodeMinutes })
    return { code, codeUntil, kept: { hash: hashOfCode(code), until: codeUntil } }
  }

  return {
    async add(name, siteId) {
      const { kept, ...code } = newCode()
      const kiosk = await store.add({ id: newId(), name, siteId, createdAt: clock.now() }, kept)
      return { kiosk, ...code }
    },

    async recode(id) {
      const { kept, ...code } = newCode()
      const kiosk = await store.recode(id, kept)
      return kiosk && { kiosk, ...code }
    },

    async pair(typedCode, typedKey) {
      const key = readKioskKey(typedKey)
      if (!key) return { outcome: 'not-a-key' }
      const code = readPairingCode(typedCode)
      const kiosk = code && (await store.pair(hashOfCode(code), key, clock.now()))
      return kiosk ? { outcome: 'paired', kiosk } : { outcome: 'unknown-code' }
    },

    revoke: (id) => store.revoke(id, clock.now()),
    heartbeat: (id, heartbeat) => store.noteSeen(id, clock.now(), heartbeat),
    nonce: () => nonces.issue(),

    async recognise(head) {
      const signed = readSignedRequest(head)
      if (!signed) {
        const saysSo = head.header('signature-input') !== undefined
        return { outcome: saysSo ? 'not-a-kiosk' : 'unsigned' }
      }
      const kiosk = await store.keyOf(signed.kioskId)
      if (!kiosk || !isSignedBy(kiosk.key, signed.base, signed.signature)) {
        return { outcome: 'not-a-kiosk' }
      }
      const use = await nonces.use(signed.nonce)
      if (use !== 'used') return { outcome: use }
      const { siteId } = kiosk
      return { outcome: 'kiosk', id: signed.kioskId, siteId, digest: signed.digest }
    },
  }
}
