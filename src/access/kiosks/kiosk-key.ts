import { createPublicKey, verify } from 'node:crypto'

/** Largest public key that is looked at, in bytes: one of P-256 has 91. */
const maxKeyBytes = 200

/**
 * The public key of a kiosk as it is kept, DER of SubjectPublicKeyInfo; undefined when the text is not
 * base64url of an elliptic curve key on P-256, the one kind that every browser makes without giving it away.
 */
export function readKioskKey(text: string): Uint8Array | undefined {
  const der = Buffer.from(text, 'base64url')
  if (der.length > maxKeyBytes) return undefined
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
      ? key.export({ format: 'der', type: 'spki' })
      : undefined
  } catch {
    // Whatever OpenSSL says of bytes from outside: they are no key.
    return undefined
  }
}

/** Whether a signature (ECDSA with SHA-256, both numbers one after the other) of a text is by this key. */
export function isSignedBy(der: Uint8Array, text: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature)
}
