import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { get } from './get.ts'
import type { House } from './house.ts'
import { signedHeaders, type DeviceKey } from './kiosk-device.ts'

/** A paired device, and what it is answered. */
export type KioskCaller = {
  readonly id: string
  readonly device: DeviceKey
  /** The headers of a request as this kiosk signs it, with a new nonce unless one is given. */
  sign(method: string, path: string, body: Uint8Array | string, nonce?: string): Promise<Signed>
  /** Sends a signed request; JSON unless it is a form. */
  send(method: string, path: string, body?: object | FormData, more?: Signed): Promise<Told>
}

type Signed = Readonly<Record<string, string>>
type Told = { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** Makes a site, and a kiosk at it, and pairs a device with it over HTTP as its page would. */
export async function pairedKiosk(house: House, siteId: string, name = 'Entrance') {
  const { door, origin } = house
  const device = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = device.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
  const { code } = await door.kiosks.add(name, siteId)
  const paired = await fetch(`${origin}/kiosk/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, key }),
  })
  const self: unknown = await paired.json()
  assert.equal(paired.status, 201, JSON.stringify(self))
  return callerAs(house, String(get(self, 'id')), device)
}

export function callerAs(
  { door, origin }: Pick<House, 'door' | 'origin'>,
  id: string,
  device: DeviceKey,
): KioskCaller {
  const sign: KioskCaller['sign'] = async (method, path, body, nonce) =>
    signedHeaders(device, id, nonce ?? (await door.kiosks.nonce()), method, path, body)
  return {
    id,
    device,
    sign,
    async send(method, path, body, more = {}) {
      // What the browser would send, to the byte.
      const request = new Request(`${origin}${path}`, {
        method,
        ...(body instanceof FormData && { body }),
        ...(body !== undefined &&
          !(body instanceof FormData) && {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }),
      })
      const bytes = new Uint8Array(await request.arrayBuffer())
      const type = request.headers.get('content-type')
      const headers = {
        ...(type !== null && { 'content-type': type }),
        ...(await sign(method, path, bytes)),
        ...more,
      }
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers,
        ...(bytes.length > 0 && { body: bytes }),
      })
      const text = await answer.text()
      const isJson = /json/.test(answer.headers.get('content-type') ?? '')
      const told: unknown = JSON.parse((isJson && text) || 'null')
      return { status: answer.status, headers: answer.headers, body: told }
    },
  }
}

export function formOf(fields: Readonly<Record<string, string | Uint8Array>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([new Uint8Array(value)]), 'photo.jpg')
  }
  return form
}
