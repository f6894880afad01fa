import type { Temporal } from 'temporal-polyfill'
import type { Heartbeat, Kiosk } from './kiosk.ts'

/** A pairing code as it is kept. */
export type KeptCode = { readonly hash: string; readonly until: Temporal.Instant }

/** What kiosks ask of a database. What a method resolved is durable, and other servers see it at once. */
export interface KioskStore {
  add(kiosk: Pick<Kiosk, 'id' | 'name' | 'siteId' | 'createdAt'>, code: KeptCode): Promise<Kiosk>
  /** Oldest first, those that were revoked included. */
  list(): Promise<Kiosk[]>
  find(id: string): Promise<Kiosk | undefined>
  rename(id: string, name: string): Promise<Kiosk | undefined>
  /** Replaces the code. Undefined: there is no such kiosk, or it was revoked. */
  recode(id: string, code: KeptCode): Promise<Kiosk | undefined>
  /**
   * Gives the device with this key the place of whichever the kiosk had, and uses up the code, once.
   * Undefined: no kiosk waits with this code.
   */
  pair(codeHash: string, key: Uint8Array, at: Temporal.Instant): Promise<Kiosk | undefined>
  /** False: there is no such kiosk, or it was revoked before. */
  revoke(id: string, at: Temporal.Instant): Promise<boolean>
  /** The key of a kiosk that is paired and not revoked. */
  keyOf(id: string): Promise<{ readonly key: Uint8Array; readonly siteId: string } | undefined>
  noteSeen(id: string, at: Temporal.Instant, heartbeat: Heartbeat): Promise<void>
  /** The key that all servers seal nonces with: the one that is there, or else this one from now on. */
  nonceKey(fresh: Uint8Array): Promise<Uint8Array>
  /** Notes that a nonce was used. False: it was before. */
  useNonce(nonce: string, validUntil: Temporal.Instant): Promise<boolean>
  /** Forgets the nonces that nobody can use any more. */
  dropNoncesBefore(at: Temporal.Instant): Promise<void>
}
