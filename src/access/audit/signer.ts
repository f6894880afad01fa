import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** Signs for an installation with Ed25519 (RFC 8032). */
export interface Signer {
  sign(bytes: Uint8Array): Buffer
  /** The raw public key of 32 bytes, base64url; who has it can check signatures without the program. */
  readonly publicKey: string
}

/** A new private key in PKCS #8, to be kept as a secret. */
export const newSigningKey = (): Buffer =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })

export function createSigner(privateKey: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  return {
    sign: (bytes) => sign(null, bytes, key),
    publicKey: createPublicKey(key).export({ format: 'jwk' }).x ?? '',
  }
}

/** Whether bytes were signed by the holder of a public key. False also for a key that is none. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = readPublicKey(publicKey)
  return key !== undefined && verify(null, bytes, key, signature)
}

function readPublicKey(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  } catch {
    return undefined // not 32 bytes in base64url
  }
}
