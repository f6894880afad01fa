import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { goodPassword, nobody } from '../../../test/callers.ts'
import { get } from '../../../test/get.ts'
import { openHouse } from '../../../test/house.ts'
import { createSoftAuthenticator } from '../../../test/soft-authenticator.ts'

/** Zoe with a session, and a device that she has added; asked at localhost, as browsers have it. */
async function openWithDevice(t: TestContext) {
  const house = await openHouse(t)
  const origin = house.origin.replace('127.0.0.1', 'localhost')
  const draft = { name: 'Zoe', role: 'admin', siteIds: 'all' } as const
  const added = await house.access.operators.add(draft, goodPassword)
  const id = added.outcome === 'done' ? added.operator.id : ''
  const cookie = `pointeuse=${await house.access.sessions.begin(id, 1)}`
  const send = async (method: string, path: string, body?: object, as = cookie) => {
    const headers = { cookie: as, origin, ...(body && { 'content-type': 'application/json' }) }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const answer = await fetch(`${origin}${path}`, init)
    const told: unknown = JSON.parse((await answer.text()) || 'null')
    return { status: answer.status, body: told, code: get(told, 'code') }
  }
  const ask = async (path: string, body?: object) =>
    get((await send('POST', path, body)).body, 'options') as { challenge: string }
  const device = createSoftAuthenticator(origin)
  const offer = () => ask('/session/passkeys/question', { password: goodPassword })
  const add = async (answer: object) => send('POST', '/session/passkeys', { name: 'Phone', answer })
  const question = () => ask('/session/passkey/question')
  const signIn = (answer: object) => send('POST', '/session/passkey', { answer }, nobody['cookie'])
  return { house, origin, id, device, offer, add, question, signIn, send }
}

const refused = [401, 'wrong-passkey']

test('a device that was added signs its owner in, with two factors', async (t) => {
  const { id, device, offer, add, question, signIn, house } = await openWithDevice(t)
  assert.equal((await add(device.make(await offer()))).status, 201)
  const { status, body } = await signIn(device.show(await question()))
  assert.deepEqual([status, get(body, 'operator.id')], [201, id])
  const [passkey] = await house.access.passkeys.list(id)
  assert.deepEqual([passkey?.name, passkey?.usedAt !== null], ['Phone', true])
})

test('an answer counts once, for two minutes, and for the question that was asked', async (t) => {
  const { device, offer, add, question, signIn, house } = await openWithDevice(t)
  const made = device.make(await offer())
  assert.equal((await add(made)).status, 201)
  assert.deepEqual([(await add(made)).code], ['wrong-passkey'])
  const shown = device.show(await question())
  assert.equal((await signIn(shown)).status, 201)
  const replayed = await signIn(shown)
  assert.deepEqual([replayed.status, replayed.code], refused)
  const own = { challenge: Buffer.alloc(34).toString('base64url') }
  assert.equal((await signIn(device.show(own))).code, 'wrong-passkey')
  const old = await question()
  house.clock.forward(121)
  assert.equal((await signIn(device.show(old))).code, 'wrong-passkey')
})

test('what was signed for another site, without its owner, or by a copy opens nothing', async (t) => {
  const { device, offer, add, question, signIn, origin } = await openWithDevice(t)
  const lies = [
    ...[{ origin: 'https://elsewhere.example' }, { host: 'elsewhere.example' }],
    ...[{ isVerified: false }],
  ]
  for (const lie of lies)
    assert.equal((await add(device.make(await offer(), lie))).code, 'wrong-passkey')
  assert.equal((await add(device.make(await offer()))).status, 201)
  for (const lie of lies) {
    const answer = await signIn(device.show(await question(), lie))
    assert.deepEqual([answer.status, answer.code], refused, JSON.stringify(lie))
  }
  assert.equal((await signIn(device.show(await question()))).status, 201)
  device.turnBack(3)
  assert.equal((await signIn(device.show(await question()))).code, 'wrong-passkey')
  const stranger = createSoftAuthenticator(origin)
  assert.equal((await signIn(stranger.show(await question()))).code, 'wrong-passkey')
})

test('an answer that is none is refused, whatever is in it', async (t) => {
  const { signIn, add } = await openWithDevice(t)
  for (const answer of [
    {},
    { id: 'x' },
    { id: 1 },
    { id: 'x', response: null },
    { response: [] },
  ]) {
    assert.equal((await signIn(answer)).code, 'wrong-passkey', JSON.stringify(answer))
    assert.equal((await add(answer)).code, 'wrong-passkey', JSON.stringify(answer))
  }
})

test('a passkey goes with its owner, or when they or an admin take it away', async (t) => {
  const { device, offer, add, question, signIn, send, house, id } = await openWithDevice(t)
  const added = await add(device.make(await offer()))
  const path = `/session/passkeys/${String(get(added.body, 'id'))}`
  assert.equal((await send('DELETE', path)).status, 204)
  assert.deepEqual((await send('DELETE', path)).code, 'no-such-passkey')
  assert.equal((await signIn(device.show(await question()))).code, 'wrong-passkey')
  assert.equal((await add(device.make(await offer()))).status, 201)
  const reset = await house.ask(`/operators/${id}/second-factor`, { method: 'DELETE' })
  assert.equal(reset.status, 204)
  assert.equal((await signIn(device.show(await question()))).code, 'wrong-passkey')
  assert.equal((await add(device.make(await offer()))).status, 201)
  await house.access.operators.remove(id)
  assert.equal((await signIn(device.show(await question()))).code, 'wrong-passkey')
})

test('at a bare address there are no passkeys, and the answer says so', async (t) => {
  const { house } = await openWithDevice(t)
  const answer = await house.ask('/session/passkey/question', { method: 'POST' })
  assert.deepEqual([answer.status, answer.body.code], [403, 'https-needed'])
})
