import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../test/house.ts'

const forwarded = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'clock.example.com',
  'x-forwarded-for': '203.0.113.7',
}
const ours = 'https://clock.example.com'
const signIn = { name: 'Nobody', password: 'a lantern behind the orchard wall' }

async function signInAt(address: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(signIn),
  })
  return ((await answer.json()) as { code: string }).code
}

test('what a proxy says of the client is believed of the proxy that was named only', async (t) => {
  const behind = await openHouse(t, undefined, { trustProxy: ['127.0.0.1'] })
  const direct = await openHouse(t)
  const lasting = async (address: string) =>
    (await fetch(`${address}/health`, { headers: forwarded })).headers.get(
      'strict-transport-security',
    )
  assert.match((await lasting(behind.origin)) ?? '', /max-age=63072000/)
  assert.equal(await lasting(direct.origin), null)
})

test('behind a proxy with TLS the page of that address may sign in, and no other', async (t) => {
  const { origin } = await openHouse(t, undefined, { trustProxy: ['127.0.0.1'] })
  const elsewhere = 'https://elsewhere.example'
  assert.equal(await signInAt(origin, { ...forwarded, origin: ours }), 'wrong-credentials')
  assert.equal(await signInAt(origin, { ...forwarded, origin: elsewhere }), 'cross-site-request')
})

test('whoever writes another address into a header is counted all the same', async (t) => {
  const { origin } = await openHouse(t)
  const codes: string[] = []
  for (let i = 0; i < 8; i++) {
    codes.push(await signInAt(origin, { 'x-forwarded-for': `203.0.113.${i}` }))
  }
  assert.equal(codes.at(-1), 'too-many-attempts')
})
