import { createHmac } from 'node:crypto'
import type { RandomBytes } from '../../ports/random.ts'

/** Bytes of what a badge carries: 160 bits, which nobody finds by trying. */
export const badgeBytes = 20

/**
 * The letters in which a badge is written: capitals that lie in the same place on QWERTY, AZERTY and QWERTZ
 * keyboards, since scanners type what they read as if on one of these; and no vowels.
 */
const letters = 'BCDFGHJKLNPRSTVX'
const letterForm = new RegExp(`^[${letters}]{${badgeBytes * 2}}$`)

/** A new badge's text, 40 letters: a QR code of 29 times 29 squares. */
export const newBadge = (random: RandomBytes): string =>
  [...random(badgeBytes)].map((byte) => letterOf(byte >> 4) + letterOf(byte & 0xf)).join('')

const letterOf = (half: number) => letters[half] ?? ''

/** The secret in a badge's text, as a camera or a scanner gives it; undefined when it is no badge of ours. */
export function readBadge(scanned: string): Uint8Array | undefined {
  const text = scanned.trim().toUpperCase()
  if (!letterForm.test(text)) return undefined
  const halves = [...text].map((letter) => letters.indexOf(letter))
  return Uint8Array.from({ length: badgeBytes }, (_, i) => {
    return ((halves[2 * i] ?? 0) << 4) | (halves[2 * i + 1] ?? 0)
  })
}

/**
 * What is kept of a badge, and what it is found by. Whatever else is made of the secret is made with another
 * word, so that neither tells the other.
 */
export const hashOfBadge = (secret: Uint8Array): string =>
  createHmac('sha256', secret).update('pointeuse badge').digest('base64url')
