import { createHash } from 'node:crypto'
import type { RandomBytes } from '../../ports/random.ts'

/** A code is of so many characters: with 32 to choose from, one in 1.1e12. */
export const pairingCodeLength = 8
/** How long a code pairs, once. */
export const pairingCodeMinutes = 10

/** Capitals and digits without I, L, O and U, which are read as others (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newPairingCode(random: RandomBytes): string {
  return [...random(pairingCodeLength)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** The code that was typed, however it was written: small letters, in groups, O for 0 and I or L for 1. */
export function readPairingCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === pairingCodeLength && [...code].every((sign) => alphabet.includes(sign))
    ? code
    : undefined
}

/** What is kept of a code: it lives for minutes, so that a plain hash will do. */
export const hashOfCode = (code: string): string =>
  createHash('sha256').update(code).digest('base64url')
