/** How this browser knows that it is a kiosk: whom it is, and the key that it signs with. */
export type Device = {
  readonly kioskId: string
  /** Cannot be read out, not even by this page: only used, in this browser. */
  readonly privateKey: CryptoKey
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** A new pair of keys; the public one as the server takes it, base64url of its DER. */
export async function newDeviceKey(): Promise<{ privateKey: CryptoKey; publicText: string }> {
  // Public keys can always be read out; the word says whether the private one can.
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const der = await crypto.subtle.exportKey('spki', pair.publicKey)
  return { privateKey: pair.privateKey, publicText: base64Url(new Uint8Array(der)) }
}

/** Signs text: both numbers of the signature one after the other, in base64. */
export async function signText(privateKey: CryptoKey, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes)
  return base64(new Uint8Array(signature))
}

export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const base64Url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
