import assert from 'node:assert/strict'
import { createPublicKey, webcrypto } from 'node:crypto'
import { test } from 'node:test'
import { isSignedBy } from '../../src/access/kiosks/kiosk-key.ts'
import { readSignedRequest } from '../../src/access/kiosks/request-signature.ts'
import { addressIn, createSignedFetch } from './signed-fetch.ts'

test('path and query are those that the server sees, also behind a proxy', () => {
  const at = (base: string, url: string) => Object.values(addressIn(base, url)).join(' ')
  assert.equal(at('https://a.test/kiosk', 'https://a.test/clock_in'), '/clock_in ?')
  assert.equal(
    at('https://a.test/time/kiosk', 'https://a.test/time/clock_in?x=1'),
    '/clock_in ?x=1',
  )
  assert.equal(at('https://a.test/kiosk', 'https://a.test/kiosk/nonce'), '/kiosk/nonce ?')
})

test('the server reads what the kiosk signs, and a nonce that came too late is replaced once', async () => {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const spki = await webcrypto.subtle.exportKey('spki', pair.publicKey)
  const der = new Uint8Array(spki)
  assert.equal(
    createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }).type,
    'public',
  )
  const device = { kioskId: '01a21f25-2e89-72ca-ad8d-543aaf6e37c0', privateKey: pair.privateKey }
  const sent: Request[] = []
  let nonces = 0
  const signed = createSignedFetch(device as never, 'https://a.test/kiosk', async (request) => {
    if (request.url.endsWith('/kiosk/nonce')) {
      return Response.json({ nonce: `nonce-${nonces++}-xxxxxxxxxxxxxxxxxxxx` })
    }
    sent.push(request)
    return sent.length === 1
      ? Response.json({ code: 'stale-nonce' }, { status: 401 })
      : new Response('{}')
  })
  const answer = await signed(
    new Request('https://a.test/clock_in?x=1', { method: 'POST', body: 'a body' }),
  )
  assert.deepEqual([answer.status, sent.length, nonces], [200, 2, 2])
  for (const { method, headers } of sent) {
    const header = (name: string) => headers.get(name) ?? undefined
    const read = readSignedRequest({ method, url: '/clock_in?x=1', header })
    assert.ok(read)
    assert.equal(isSignedBy(der, read.base, read.signature), true)
    assert.equal(isSignedBy(der, `${read.base} `, read.signature), false)
  }
})
