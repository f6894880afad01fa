import { createHash, sign, type KeyObject } from 'node:crypto'
import {
  signatureBase,
  signatureParameters,
  type RequestHead,
} from '../src/access/kiosks/request-signature.ts'

/** The keys of a device, as its browser would make them. */
export type DeviceKey = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

/** The headers with which a kiosk signs a request, by name in small letters. */
export function signedHeaders(
  { privateKey }: DeviceKey,
  kioskId: string,
  nonce: string,
  method: string,
  url: string,
  body: string | Uint8Array,
): Readonly<Record<'content-digest' | 'signature-input' | 'signature', string>> {
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const parameters = signatureParameters(kioskId, nonce)
  const base = signatureBase({ method, url }, digest, parameters)
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signature = sign('sha256', Buffer.from(base), key).toString('base64')
  return {
    'content-digest': digest,
    'signature-input': `kiosk=${parameters}`,
    signature: `kiosk=:${signature}:`,
  }
}

/** A signed request without its body, as the server looks at it first. */
export function signedHead(...signed: Parameters<typeof signedHeaders>): RequestHead {
  const [, , , method, url] = signed
  const headers = signedHeaders(...signed)
  return { method, url, header: (name) => headers[name] }
}
