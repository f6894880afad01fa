import { createHash } from 'node:crypto'
import type { RandomBytes } from '../ports/random.ts'

/** A secret that is handed out once; only `hash` is kept, from which it cannot be found. */
export type SecretToken = { readonly token: string; readonly hash: string }

/** Half more than OWASP ASVS 5.0 asks for (7.2.3: 128 bits). */
const tokenBytes = 24

/** A new secret of 192 random bits, in letters that an address and a header take as they are. */
export function newToken(random: RandomBytes, prefix = ''): SecretToken {
  const token = prefix + Buffer.from(random(tokenBytes)).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

/** What is kept of a token. It is as random as can be, so one round of SHA-256 gives nothing away. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')
