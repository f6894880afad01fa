import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { goodPassword } from '../../../test/callers.ts'
import { type House, openHouse } from '../../../test/house.ts'

const draft = {
  name: 'Zoé Ōta',
  password: goodPassword,
  country: 'FR',
  site: { name: 'Lyon', zone: 'Europe/Paris' },
  publishNotice: true,
}

const setUp = ({ ask }: House, body: object) =>
  ask('/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...draft, ...body }),
  })

test('whoever has the link sets the program up, once, and is signed in as its admin', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  const { ask, access } = house
  assert.deepEqual((await ask('/setup')).body, { open: true })
  const token = await access.setUp.newLink()
  const done = await setUp(house, { token })
  assert.equal(done.status, 201)
  const cookie = done.headers.get('set-cookie') ?? ''
  assert.match(cookie, /^pointeuse=[\w-]{32}; .*Path=\/; HttpOnly; SameSite=Strict$/)
  const asked = await ask('/session', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  assert.partialDeepStrictEqual(asked.body, { operator: { name: 'Zoé Ōta', role: 'admin' } })
  assert.deepEqual((await ask('/setup')).body, { open: false })
  assert.partialDeepStrictEqual(await house.store.sites.list(), [{ name: 'Lyon' }])

  const again = await setUp(house, { token, name: 'Another' })
  assert.deepEqual([again.status, again.body.code], [409, 'already-set-up'])
  assert.equal((await house.store.operators.list()).length, 1)
})

test('a link that was never made, or is older than 15 minutes, sets nothing up', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  const never = await setUp(house, { token: 'x'.repeat(32) })
  assert.deepEqual([never.status, never.body.code], [403, 'setup-link-invalid'])
  const token = await house.access.setUp.newLink()
  house.clock.forward(15 * 60)
  const late = await setUp(house, { token })
  assert.deepEqual([late.status, late.body.code], [403, 'setup-link-invalid'])
  assert.equal(await house.store.installation.isSetUp(), false)
})

test('of two who set up at once with links of their own one wins', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  const tokens = await Promise.all(Array.from({ length: 4 }, () => house.access.setUp.newLink()))
  const racing = tokens.map((token, number) => setUp(house, { token, name: `Racer ${number}` }))
  const statuses = (await Promise.all(racing)).map(({ status }) => status)
  assert.deepEqual(statuses.toSorted(), [201, 409, 409, 409])
  assert.equal((await house.store.operators.list()).length, 1)
  assert.equal((await house.store.sites.list()).length, 1)
})

test('the first password is not one that everybody uses, and a link survives the attempt', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  const token = await house.access.setUp.newLink()
  const reasons = {
    'too-short': 'short',
    'too-common': 'password123',
    'too-long': 'x y'.repeat(70),
  }
  for (const [reason, password] of Object.entries(reasons)) {
    const { status, body } = await setUp(house, { token, password })
    assert.deepEqual([status, body.code, body.reason], [422, 'weak-password', reason])
  }
  const own = await setUp(house, { token, password: 'zoe ota1' })
  assert.equal(own.body.code, 'weak-password')
  assert.equal((await setUp(house, { token })).status, 201)
})

test('a setup with a country, a site or a name that cannot be is refused and keeps nothing', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  const token = await house.access.setUp.newLink()
  const wrong: [object, string][] = [
    [{ country: 'France' }, 'invalid-request'],
    [{ country: "FR'; drop table operator" }, 'invalid-request'],
    [{ site: { name: 'Lyon', zone: 'Europe/Lyon' } }, 'unknown-zone'],
    [{ site: { name: '', zone: 'Europe/Paris' } }, 'invalid-value'],
    [{ name: '\u202eeoZ' }, 'invalid-name'],
    [{ role: 'admin' }, 'invalid-request'],
  ]
  for (const [body, code] of wrong) {
    assert.equal((await setUp(house, { token, ...body })).body.code, code, JSON.stringify(body))
  }
  assert.equal(await house.store.installation.isSetUp(), false)
})

test('before the program is set up every route but health and what the set-up page asks answers 503', async (t) => {
  const house = await openHouse(t, undefined, { isFresh: true })
  type Described = Record<string, { readonly 'x-callers': 'open' | readonly string[] }>
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
    paths: Record<string, Described>
  }
  const isOpen: string[] = []
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      if (described['x-callers'] === 'open') {
        isOpen.push(`${method} ${path}`)
        continue
      }
      const address = path.replaceAll(/\{\w+\}/g, house.newId())
      const answer = await house.ask(address, { method: method.toUpperCase() })
      assert.deepEqual([answer.status, answer.body.code], [503, 'not-set-up'], `${method} ${path}`)
    }
  }
  assert.deepEqual(isOpen.toSorted(), [
    'get /health',
    'get /privacy/countries',
    'get /ready',
    'get /setup',
    'post /setup',
  ])
})
