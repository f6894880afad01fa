import { createHmac, timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../ports/clock.ts'
import type { RandomBytes } from '../../ports/random.ts'

/** How long a nonce may be used, in seconds: a kiosk on a bad line, and servers whose clocks differ. */
export const nonceSeconds = 120
/** Bytes of the time until which it is good, of randomness, and of its seal. */
const timeBytes = 6
const randomLength = 12
const sealBytes = 16
/** Bytes of the key with which nonces are sealed. */
export const nonceKeyBytes = 32

export interface Nonces {
  /** A new one, in base64url. */
  issue(): string
  /** Until when a nonce may be used; undefined when none of our servers made it, or it is too old. */
  validUntil(nonce: string): Temporal.Instant | undefined
}

/**
 * Nonces that any server makes and any other on the same database recognises: each carries the time until
 * which it is good, sealed (HMAC-SHA-256) with a key that they share. Nothing is kept of one until it is
 * used, so that whoever asks for a million leaves no trace.
 */
export function createNonces(key: Uint8Array, clock: Clock, random: RandomBytes): Nonces {
  const sealOf = (bytes: Uint8Array) =>
    createHmac('sha256', key).update(bytes).digest().subarray(0, sealBytes)
  return {
    issue() {
      const bytes = Buffer.alloc(timeBytes + randomLength)
      bytes.writeUIntBE(clock.now().epochMilliseconds + nonceSeconds * 1000, 0, timeBytes)
      bytes.set(random(randomLength), timeBytes)
      return Buffer.concat([bytes, sealOf(bytes)]).toString('base64url')
    },
    validUntil(nonce) {
      const whole = Buffer.from(nonce, 'base64url')
      // One spelling only: a second one of a used nonce would be a new nonce.
      if (whole.length !== timeBytes + randomLength + sealBytes) return undefined
      if (whole.toString('base64url') !== nonce) return undefined
      const bytes = whole.subarray(0, timeBytes + randomLength)
      if (!timingSafeEqual(whole.subarray(bytes.length), sealOf(bytes))) return undefined
      const until = Temporal.Instant.fromEpochMilliseconds(bytes.readUIntBE(0, timeBytes))
      return Temporal.Instant.compare(clock.now(), until) < 0 ? until : undefined
    },
  }
}
