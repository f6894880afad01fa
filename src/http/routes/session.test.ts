import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOperator, goodPassword, nobody } from '../../../test/callers.ts'
import { type House, openHouse } from '../../../test/house.ts'

const json = { 'content-type': 'application/json' }

const signIn = ({ ask }: House, name: string, password: string, headers = {}) =>
  ask('/session', {
    method: 'POST',
    headers: { ...nobody, ...json, ...headers },
    body: JSON.stringify({ name, password }),
  })

const cookieOf = ({ headers }: { headers: Headers }) =>
  headers.get('set-cookie')?.split(';')[0] ?? ''

async function withZoe(house: House): Promise<string> {
  const draft = { name: 'Zoé Ōta', role: 'manager', siteIds: [] } as const
  const added = await house.access.operators.add(draft, goodPassword)
  assert.equal(added.outcome, 'done')
  return added.outcome === 'done' ? added.operator.id : ''
}

const who = async ({ ask }: House, cookie: string) =>
  ((await ask('/session', { headers: { cookie } })).body as { operator?: { name: string } })
    .operator?.name

test('an operator signs in by name, however it is typed, and out again at once', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const answer = await signIn(house, ' zoe\u0301 o\u0304TA', goodPassword)
  assert.equal(answer.status, 201)
  const cookie = cookieOf(answer)
  assert.equal(await who(house, cookie), 'Zoé Ōta')
  const out = await house.ask('/session', {
    method: 'DELETE',
    headers: { cookie, origin: house.origin },
  })
  assert.equal(out.status, 204)
  assert.equal(await who(house, cookie), undefined)
})

test('a wrong password and a name that nobody has are answered alike', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const wrong = await signIn(house, 'Zoé Ōta', 'not this one at all')
  const unknown = await signIn(house, 'Nobody', 'not this one at all')
  assert.deepEqual([wrong.status, wrong.body.code], [401, 'wrong-credentials'])
  assert.deepEqual(wrong.body, unknown.body)
  assert.equal(wrong.headers.get('set-cookie'), null)
})

test('after five failures a name has to wait, whether somebody has it or not, and then goes on', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  for (const name of ['Zoé Ōta', 'Nobody']) {
    for (let i = 0; i < 5; i++) assert.equal((await signIn(house, name, 'guess')).status, 401)
    const locked = await signIn(house, name, goodPassword)
    assert.deepEqual([locked.status, locked.body.code], [429, 'too-many-attempts'])
    assert.equal(locked.headers.get('retry-after'), '30')
  }
  house.clock.forward(31)
  assert.equal((await signIn(house, 'Zoé Ōta', goodPassword)).status, 201)
})

test('a hundred guesses at the same moment are no more than five', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const guesses = Array.from({ length: 100 }, (_, i) => signIn(house, 'Zoé Ōta', `guess ${i}`))
  const looked = (await Promise.all(guesses)).filter(({ status }) => status === 401)
  assert.equal(looked.length, 5)
})

test('a session ends half an hour after its last request and 12 hours after its first', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const cookie = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  for (let hours = 0; hours < 24; hours++) {
    assert.equal(await who(house, cookie), 'Zoé Ōta')
    house.clock.forward(29 * 60)
  }
  assert.equal(await who(house, cookie), 'Zoé Ōta')
  house.clock.forward(25 * 60)
  assert.equal(await who(house, cookie), undefined)
  const idle = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  house.clock.forward(30 * 60)
  assert.equal(await who(house, idle), undefined)
})

test('a clock that is put back ends sessions and does not lengthen them', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const cookie = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  house.clock.forward(-3600)
  assert.equal(await who(house, cookie), undefined)
})

test('signing in ends the session that the browser had, and gives a new token', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const first = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  const headers = { cookie: first, origin: house.origin }
  const second = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword, headers))
  assert.notEqual(first, second)
  assert.equal(await who(house, first), undefined)
  assert.equal(await who(house, second), 'Zoé Ōta')
})

test('whoever changes their password stays signed in here and nowhere else', async (t) => {
  const house = await openHouse(t)
  await withZoe(house)
  const here = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  const there = cookieOf(await signIn(house, 'Zoé Ōta', goodPassword))
  const change = (current: string, next: string) =>
    house.ask('/session/password', {
      method: 'PUT',
      headers: { ...json, cookie: here, origin: house.origin },
      body: JSON.stringify({ current, next }),
    })
  assert.equal(
    (await change('guess', 'another long and quiet word')).body.code,
    'wrong-credentials',
  )
  assert.equal((await change(goodPassword, 'azertyuiop')).body.code, 'weak-password')
  assert.equal((await change(goodPassword, 'another long and quiet word')).status, 204)
  assert.equal(await who(house, here), 'Zoé Ōta')
  assert.equal(await who(house, there), undefined)
  assert.equal((await signIn(house, 'Zoé Ōta', goodPassword)).status, 401)
})

test('another site can make no browser change anything, whatever form it sends', async (t) => {
  const house = await openHouse(t)
  const { cookie = '' } = await asOperator(house, 'admin')
  const foreign = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: house.origin, 'sec-fetch-site': 'cross-site' },
    {},
  ]
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]
  const routes = [
    ['POST', '/session'],
    ['DELETE', '/session'],
    ['POST', '/operators'],
    ['POST', '/sites'],
    ['POST', '/clock_in'],
    ['POST', '/setup'],
  ] as const
  for (const from of foreign) {
    for (const type of types) {
      for (const [method, path] of routes) {
        const headers = { cookie, 'content-type': type, ...from }
        const { status, body } = await house.ask(path, { method, headers, body: 'name=x' })
        assert.deepEqual([status, body.code], [403, 'cross-site-request'], `${method} ${path}`)
      }
    }
  }
})
