import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOperator, goodPassword } from '../../../test/callers.ts'
import { type Answer, type House, openHouse } from '../../../test/house.ts'

const send =
  ({ ask }: House) =>
  (method: string, path: string, body?: object): Promise<Answer> =>
    ask(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })

test('an admin adds, changes and removes operators, whose names are told apart by more than case', async (t) => {
  const house = await openHouse(t)
  const to = send(house)
  const site = await to('POST', '/sites', { name: 'Lyon', zone: 'Europe/Paris' })
  const draft = {
    name: 'Zoé Ōta',
    role: 'manager',
    siteIds: [site.body.id],
    password: goodPassword,
  }
  const added = await to('POST', '/operators', draft)
  assert.equal(added.status, 201)
  assert.deepEqual(Object.keys(added.body).toSorted(), [
    ...['createdAt', 'id', 'name', 'role', 'siteIds'],
  ])
  const taken = await to('POST', '/operators', { ...draft, name: 'ZOÉ ŌTA' })
  assert.deepEqual([taken.status, taken.body.code], [409, 'name-taken'])
  const path = `/operators/${added.body.id}`
  const changed = await to('PATCH', path, { role: 'viewer', siteIds: 'all' })
  assert.partialDeepStrictEqual(changed.body, { name: 'Zoé Ōta', role: 'viewer', siteIds: 'all' })
  assert.equal((await to('PATCH', path, { name: 'ada admin' })).body.code, 'name-taken')
  assert.equal((await to('PATCH', path, { siteIds: [added.body.id] })).body.code, 'no-such-site')
  assert.equal((await to('DELETE', path)).status, 204)
  assert.equal((await to('DELETE', path)).body.code, 'no-such-operator')
})

test('the last admin can be neither removed nor made anything else', async (t) => {
  const house = await openHouse(t)
  const to = send(house)
  const [first] = await house.store.operators.list()
  const path = `/operators/${first?.id ?? ''}`
  assert.equal((await to('DELETE', path)).body.code, 'last-admin')
  assert.equal((await to('PATCH', path, { role: 'viewer' })).body.code, 'last-admin')
  await asOperator(house, 'admin')
  assert.equal((await to('PATCH', path, { role: 'viewer' })).status, 200)
})

test('of two admins who remove each other at once one stays', async (t) => {
  const { store, access, clock, newId } = await openHouse(t)
  const second = {
    id: newId(),
    name: 'B',
    role: 'admin',
    siteIds: 'all',
    createdAt: clock.now(),
  } as const
  await store.operators.add(second, '')
  const ids = (await store.operators.list()).map(({ id }) => id)
  const outcomes = await Promise.all(ids.map((id) => access.operators.remove(id)))
  assert.deepEqual(outcomes.toSorted(), ['done', 'last-admin'])
})

test('a role that is taken away, a new password, and a removal count at once', async (t) => {
  const house = await openHouse(t)
  const to = send(house)
  const as = await asOperator(house, 'manager')
  const session = async () => (await house.ask('/session', { headers: as })).body
  await to('PATCH', `/operators/${as.id}`, { role: 'viewer' })
  assert.partialDeepStrictEqual(await session(), { operator: { role: 'viewer' } })
  assert.equal(
    (await to('PUT', `/operators/${as.id}/password`, { password: goodPassword })).status,
    204,
  )
  assert.deepEqual(await session(), { operator: null })
  const other = await asOperator(house, 'viewer')
  await to('DELETE', `/operators/${other.id}`)
  assert.deepEqual((await house.ask('/session', { headers: other })).body, { operator: null })
})

test('an API key is shown once, is kept as a hash, and ends when it is taken back or too old', async (t) => {
  const house = await openHouse(t)
  const to = send(house)
  const draft = { name: 'the tills', scopes: ['read'], expiresAt: '2026-03-02T09:00:00Z' }
  const { status, body } = await to('POST', '/api-keys', draft)
  const { apiKey, key } = body as unknown as { apiKey: { id: string }; key: string }
  assert.equal(status, 201)
  assert.match(key, /^pointeuse_[\w-]{32}$/)
  const listed = await to('GET', '/api-keys')
  assert.equal(JSON.stringify(listed.body).includes(key), false)
  const asKey = { headers: { authorization: `Bearer ${key}` } }
  assert.equal((await house.ask('/sites', asKey)).status, 200)
  house.clock.forward(3600)
  const late = await house.ask('/sites', asKey)
  assert.deepEqual([late.status, late.body.code], [401, 'not-signed-in'])
  assert.equal((await to('DELETE', `/api-keys/${apiKey.id}`)).status, 204)
  assert.equal((await to('DELETE', `/api-keys/${apiKey.id}`)).body.code, 'no-such-api-key')
  const wrong = await to('POST', '/api-keys', { ...draft, expiresAt: 'tomorrow' })
  assert.ok([400, 422].includes(wrong.status))
})
