import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { asKey, asOperator, nobody } from '../../../test/callers.ts'
import { openHouse } from '../../../test/house.ts'
import { pairedKiosk } from '../../../test/kiosk-caller.ts'
import { call, idOf } from '../../../test/office.ts'
import { httpLimits } from '../limits.ts'

const few = { max: 10, seconds: 60 }
const many = { max: 10_000, seconds: 60 }

const openLimited = (t: TestContext, few: object, trustProxy: readonly string[] = []) => {
  const rates = { ...httpLimits.rates, address: many, operator: many, ...few }
  return openHouse(t, undefined, { limits: { ...httpLimits, rates }, trustProxy })
}

test('each kiosk, key and account has a limit of its own, and hears when to ask again', async (t) => {
  const house = await openLimited(t, { kiosk: few, 'api-key': few, operator: few })
  const site = idOf(await call(house, 'POST', '/sites', { name: 'Lyon', zone: 'Europe/Paris' }))
  const [one, other] = [await pairedKiosk(house, site), await pairedKiosk(house, site, 'Back')]
  const heartbeat = { version: '1.0.0', camera: 'live' }
  const [key, account] = [await asKey(house, ['read']), await asOperator(house, 'viewer', 'all')]
  const [otherKey, otherAccount] = [await asKey(house, ['read']), await asOperator(house, 'viewer')]
  const callers = [
    [
      () => one.send('POST', '/kiosk/heartbeat', heartbeat),
      () => other.send('POST', '/kiosk/heartbeat', heartbeat),
    ],
    [() => house.ask('/sites', { headers: key }), () => house.ask('/sites', { headers: otherKey })],
    [
      () => house.ask('/sites', { headers: account }),
      () => house.ask('/sites', { headers: otherAccount }),
    ],
  ] as const
  house.clock.forward(12.5)
  for (const [ask, askOther] of callers) {
    for (let i = 0; i < 10; i++) assert.equal((await ask()).status, 200)
    const { status, headers, body } = await ask()
    assert.deepEqual([status, (body as { code: string }).code], [429, 'too-many-requests'])
    assert.equal(headers.get('retry-after'), '48')
    assert.equal((await askOther()).status, 200)
  }
  house.clock.forward(48)
  for (const [ask] of callers) assert.equal((await ask()).status, 200)
})

test('whoever guesses is counted by their address, whatever they say of it', async (t) => {
  const house = await openLimited(t, { address: few })
  const guess = (i: number) =>
    house.ask('/sites', {
      headers: { authorization: `Bearer guess${i}`, 'x-forwarded-for': `192.0.2.${i}` },
    })
  for (let i = 0; i < 10; i++) assert.equal((await guess(i)).status, 401)
  assert.equal((await guess(11)).status, 429)
  assert.equal((await house.ask('/health', { headers: nobody })).status, 200)
})

test('behind a proxy that was named each client has an address of their own, and a network of IPv6 one', async (t) => {
  const house = await openLimited(t, { address: few }, ['127.0.0.1'])
  const ask = async (address: string) =>
    (await house.ask('/session', { headers: { ...nobody, 'x-forwarded-for': address } })).status
  for (let i = 0; i < 10; i++) assert.equal(await ask('192.0.2.1'), 200)
  assert.equal(await ask('192.0.2.1'), 429)
  assert.equal(await ask('192.0.2.2'), 200)
  // What the client wrote itself stands before what the proxy saw.
  assert.equal(await ask('192.0.2.99, 192.0.2.1'), 429)
  for (let i = 0; i < 10; i++) assert.equal(await ask(`2001:db8::${i}`), 200)
  assert.equal(await ask('2001:db8::ffff'), 429)
})
