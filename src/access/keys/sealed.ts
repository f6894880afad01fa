import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** 96 bits, as NIST SP 800-38D has it, drawn anew for each message. */
const nonceBytes = 12
/** The longest tag that GCM has. */
const tagBytes = 16
const overheadBytes = nonceBytes + tagBytes

/** What was sealed was changed, belongs to something else, or was sealed with another key. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError'

  constructor(options?: ErrorOptions) {
    super('Something that was sealed cannot be opened with this key', options)
  }
}

/**
 * Encrypts with AES-256-GCM: nonce, tag, ciphertext. `about` says what it is and whose; it is not kept, and
 * opening wants the same words.
 */
export function sealWith(
  key: KeyObject | Uint8Array,
  plain: Uint8Array,
  about: readonly (string | number)[],
): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(JSON.stringify(about)))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** What was sealed with the same key and the same words. Throws SealBrokenError. */
export function openWith(
  key: KeyObject | Uint8Array,
  sealed: Uint8Array,
  about: readonly (string | number)[],
): Buffer {
  if (sealed.length < overheadBytes) throw new SealBrokenError()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(JSON.stringify(about)))
  decipher.setAuthTag(sealed.subarray(nonceBytes, overheadBytes))
  const plain = decipher.update(sealed.subarray(overheadBytes))
  try {
    decipher.final()
    return plain
  } catch (error) {
    plain.fill(0)
    throw new SealBrokenError({ cause: error })
  }
}
