import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'

/** Fills the bytes given with randomness, like `crypto.getRandomValues`. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void

/**
 * Ids as UUID version 7 (RFC 9562, section 5.7): milliseconds first, so that they sort by age, then a
 * counter that starts at random (section 6.2, method 1), so that those of one millisecond sort too.
 */
export function createIds(clock: Clock, fillRandom: FillRandom): NewId {
  let lastMs = 0
  let counter = 0
  return function newId() {
    const bytes = new Uint8Array(16)
    fillRandom(bytes)
    const nowMs = clock.now().epochMilliseconds
    if (nowMs > lastMs) {
      lastMs = nowMs
      // The top bit stays free: there is room for 2048 ids more before the milliseconds must move.
      counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff
    } else if (++counter > 0xfff) {
      lastMs++
      counter = 0
    }
    const view = new DataView(bytes.buffer)
    view.setUint32(0, Math.floor(lastMs / 0x10000))
    view.setUint16(4, lastMs % 0x10000)
    view.setUint16(6, 0x7000 | counter)
    view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
    const hex = Buffer.from(bytes).toString('hex')
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-')
  }
}
