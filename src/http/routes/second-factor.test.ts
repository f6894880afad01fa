import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { Secret } from 'otpauth'
import { codeAt } from '../../access/second-factor/totp.ts'
import { goodPassword, nobody } from '../../../test/callers.ts'
import { get } from '../../../test/get.ts'
import { type House, openHouse } from '../../../test/house.ts'

const json = { 'content-type': 'application/json' }

/** An admin with a password, as nobody has in the other tests. */
async function openWithZoe(t: TestContext, more: Parameters<typeof openHouse>[2] = {}) {
  const house = await openHouse(t, undefined, more)
  const draft = { name: 'Zoe', role: 'admin', siteIds: 'all' } as const
  const added = await house.access.operators.add(draft, goodPassword)
  assert.equal(added.outcome, 'done')
  return { house, id: added.outcome === 'done' ? added.operator.id : '' }
}

const signIn = async ({ ask }: House, code?: string) => {
  const body = { name: 'Zoe', password: goodPassword, ...(code !== undefined && { code }) }
  const init = { method: 'POST', headers: { ...nobody, ...json }, body: JSON.stringify(body) }
  const answer = await ask('/session', init)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { status: answer.status, code: answer.body.code, cookie, body: answer.body as unknown }
}

const send = ({ ask, origin }: House, cookie: string) => {
  return async (method: string, path: string, body?: object) => {
    const headers = { cookie, origin, ...(body && json) }
    const answer = await ask(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    return { status: answer.status, body: answer.body as unknown, code: answer.body?.code }
  }
}

/** Adds an app for codes as its owner does; gives its secret and the recovery codes. */
async function addApp(house: House, cookie: string) {
  const to = send(house, cookie)
  const offer = await to('POST', '/session/second-factor', { password: goodPassword })
  assert.equal(offer.status, 201, JSON.stringify(offer.body))
  const secret = Secret.fromBase32(String(get(offer.body, 'secret'))).bytes
  const codeNow = () => codeAt(secret, house.clock.now().epochMilliseconds)
  const on = await to('PUT', '/session/second-factor', { code: codeNow() })
  assert.equal(on.status, 200, JSON.stringify(on.body))
  return { secret, codeNow, recoveryCodes: get(on.body, 'recoveryCodes') as string[], offer }
}

test('whoever has an app for codes signs in with the password and a code, each of which counts once', async (t) => {
  const { house } = await openWithZoe(t)
  const { cookie } = await signIn(house)
  const { codeNow, offer, secret } = await addApp(house, cookie)
  assert.match(String(get(offer.body, 'uri')), /^otpauth:\/\/totp\/Pointeuse:Zoe\?/)
  assert.deepEqual(
    [(await signIn(house)).code, (await signIn(house)).cookie],
    ['second-factor-needed', ''],
  )
  // The code that confirmed the app was used by that.
  assert.equal((await signIn(house, codeNow())).code, 'wrong-code')
  house.clock.forward(30)
  const code = codeNow()
  const both = await Promise.all([signIn(house, code), signIn(house, code)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 401])
  house.clock.forward(60)
  // A telephone whose clock is half a minute late.
  const late = codeAt(secret, house.clock.now().epochMilliseconds - 30_000)
  assert.equal((await signIn(house, late)).status, 201)
})

test('a code of before is no good when the clock is put back', async (t) => {
  const { house } = await openWithZoe(t)
  const { codeNow } = await addApp(house, (await signIn(house)).cookie)
  house.clock.forward(-600)
  assert.equal((await signIn(house, codeNow())).code, 'wrong-code')
  house.clock.forward(630)
  assert.equal((await signIn(house, codeNow())).status, 201)
})

test('five wrong codes in a row are followed by a pause, also for the right one', async (t) => {
  const { house } = await openWithZoe(t)
  const { codeNow } = await addApp(house, (await signIn(house)).cookie)
  house.clock.forward(60)
  const wrong = codeNow() === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++) assert.equal((await signIn(house, wrong)).code, 'wrong-code')
  assert.deepEqual([(await signIn(house, codeNow())).status], [429])
  house.clock.forward(31)
  assert.equal((await signIn(house, codeNow())).status, 201)
})

test('a recovery code signs in once, however it is typed, and new ones end the old', async (t) => {
  const { house } = await openWithZoe(t)
  const { recoveryCodes, codeNow } = await addApp(house, (await signIn(house)).cookie)
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = ''] = recoveryCodes
  const typed = first.toLowerCase().replaceAll('-', ' ')
  const { status, cookie } = await signIn(house, typed)
  assert.equal(status, 201)
  assert.equal((await signIn(house, first)).code, 'wrong-code')
  const to = send(house, cookie)
  assert.deepEqual((await to('GET', '/session/second-factor')).body, {
    isOn: true,
    recoveryCodes: 9,
  })
  assert.equal(
    (await to('POST', '/session/recovery-codes', { password: 'guess' })).code,
    'wrong-credentials',
  )
  const fresh = await to('POST', '/session/recovery-codes', { password: goodPassword })
  assert.equal((await signIn(house, second)).code, 'wrong-code')
  const [third = ''] = get(fresh.body, 'recoveryCodes') as string[]
  assert.equal((await signIn(house, third)).status, 201)
  house.clock.forward(30)
  assert.equal((await signIn(house, codeNow())).status, 201)
})

test('an app that shows a wrong code is not switched on', async (t) => {
  const { house } = await openWithZoe(t)
  const { cookie } = await signIn(house)
  const to = send(house, cookie)
  await to('POST', '/session/second-factor', { password: goodPassword })
  for (const code of ['12', 'abcdef', '']) {
    const { status, code: said } = await to('PUT', '/session/second-factor', { code })
    assert.deepEqual([status, said], [401, 'wrong-code'], code)
  }
  assert.equal((await signIn(house)).status, 201)
})

test('adding the app ends the other sessions, and wants the password', async (t) => {
  const { house } = await openWithZoe(t)
  const [here, there] = [await signIn(house), await signIn(house)]
  const refused = await send(house, here.cookie)('POST', '/session/second-factor', {
    password: 'x',
  })
  assert.deepEqual([refused.status, refused.code], [401, 'wrong-credentials'])
  await addApp(house, here.cookie)
  const again = await send(house, here.cookie)('POST', '/session/second-factor', {
    password: goodPassword,
  })
  assert.deepEqual([again.status, again.code], [409, 'second-factor-on'])
  assert.equal((await send(house, there.cookie)('GET', '/operators')).status, 401)
  assert.equal((await send(house, here.cookie)('GET', '/operators')).status, 200)
})

test('where admins need one, an admin without it does nothing else before', async (t) => {
  const { house } = await openWithZoe(t, { secondFactorFor: 'admins' })
  const { cookie, body } = await signIn(house)
  assert.equal(get(body, 'operator.lacksSecondFactor'), true)
  const to = send(house, cookie)
  for (const path of ['/operators', '/employees', '/sites', '/api-keys', '/attendance']) {
    const { status, code } = await to('GET', path)
    assert.deepEqual([status, code], [403, 'second-factor-missing'], path)
  }
  const { codeNow } = await addApp(house, cookie)
  assert.equal((await to('GET', '/operators')).status, 200)
  assert.equal(get((await to('GET', '/session')).body, 'operator.lacksSecondFactor'), false)
  house.clock.forward(30)
  const next = await signIn(house, codeNow())
  assert.equal(get(next.body, 'operator.lacksSecondFactor'), false)
  const draft = { name: 'Max', role: 'manager', siteIds: 'all' } as const
  await house.access.operators.add(draft, goodPassword)
  const max = JSON.stringify({ name: 'Max', password: goodPassword })
  const answer = await house.ask('/session', {
    method: 'POST',
    headers: { ...nobody, ...json },
    body: max,
  })
  assert.equal(get(answer.body, 'operator.lacksSecondFactor'), false)
})

test('an admin takes it from somebody who lost it, and the secret is not in the database in words', async (t) => {
  const { house, id } = await openWithZoe(t)
  const { cookie } = await signIn(house)
  const { secret } = await addApp(house, cookie)
  const sealed = await house.store.secrets.get(`totp-${id}`)
  assert.deepEqual(Buffer.from(sealed ?? []), Buffer.from(secret))
  const path = `/operators/${id}/second-factor`
  assert.equal((await house.ask(path, { method: 'DELETE' })).status, 204)
  assert.equal((await house.ask(path, { method: 'DELETE' })).body.code, 'no-second-factor')
  assert.equal(await house.store.secrets.get(`totp-${id}`), undefined)
  assert.equal((await signIn(house)).status, 201)
  const nowhere = `/operators/${house.newId()}/second-factor`
  assert.equal((await house.ask(nowhere, { method: 'DELETE' })).body.code, 'no-such-operator')
})
