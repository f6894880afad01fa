import { createHash } from 'node:crypto'
import type { RandomBytes } from '../../ports/random.ts'

/** How many are made at once. */
export const recoveryCodeCount = 10
/** Letters of one: 16 of 32 are 80 random bits, which nobody guesses in a table of hashes either. */
const length = 16
/** Crockford's base 32: no I, L, O or U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** New codes, to be shown once; each opens the door once instead of the app. */
export const newRecoveryCodes = (random: RandomBytes): string[] =>
  Array.from({ length: recoveryCodeCount }, () => {
    const text = [...random(length)].map((byte) => letters[byte % 32]).join('')
    return text.replaceAll(/(.{4})(?=.)/g, '$1-')
  })

/** Reads a code as people write it; undefined when it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0')
  const code = text.replaceAll(/[IL]/g, '1')
  return code.length === length && [...code].every((letter) => letters.includes(letter))
    ? code
    : undefined
}

/** What is kept of a code, with whose it is. */
export const hashOfRecoveryCode = (operatorId: string, code: string): string =>
  createHash('sha256')
    .update(`${operatorId}:${readRecoveryCode(code) ?? ''}`)
    .digest('hex')
