import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHouse, realEngine, type House } from './house.ts'
import { call, each, get, idOf } from './office.ts'
import { otherPortrait, portrait } from './portraits.ts'

const engine = await realEngine()
after(() => engine.close())

const enrol = async (house: House, name: 'ana' | 'bo' | 'cy'): Promise<string> => {
  const { body } = await house.post('/register', [
    ['name', name],
    ['photo', await portrait(name)],
  ])
  return idOf({ body: body.employee })
}
const addSite = async (house: House, name: string): Promise<string> =>
  idOf(await call(house, 'POST', '/sites', { name, zone: 'Europe/Paris' }))
const assign = (house: House, employeeId: string, siteId: string, from = '2026-03-02') =>
  call(house, 'POST', `/employees/${employeeId}/assignments`, {
    from,
    siteId,
    scheduleId: null,
  })
const comesTo = async (house: House, name: 'ana' | 'bo' | 'cy', siteId: string) => {
  house.clock.forward(3600)
  const { status, body } = await house.post('/clock_in', [
    ['photo', await otherPortrait(name)],
    ['site', siteId],
  ])
  return [status, status < 300 ? body.employee.name : body.code]
}

test('a site looks among its own people first, only, or among all, as it is told', async (t) => {
  const house = await openHouse(t, engine)
  const [ana, bo] = [await enrol(house, 'ana'), await enrol(house, 'bo')]
  await enrol(house, 'cy')
  const [here, there] = [await addSite(house, 'Ici'), await addSite(house, 'Là-bas')]
  await assign(house, ana, here)
  await assign(house, bo, there)

  assert.deepEqual(await comesTo(house, 'ana', here), [201, 'ana'])
  assert.deepEqual(await comesTo(house, 'bo', here), [201, 'bo'], 'found elsewhere, and recorded')
  const path = `/sites/${here}`
  const told = await call(house, 'PATCH', path, { search: 'own-only' })
  assert.deepEqual([told.status, get(told.body, 'search')], [200, 'own-only'])
  assert.deepEqual(await comesTo(house, 'ana', here), [201, 'ana'])
  assert.deepEqual(await comesTo(house, 'cy', here), [201, 'cy'], 'who is assigned nowhere')
  assert.deepEqual(await comesTo(house, 'bo', here), [422, 'unknown'])
  assert.deepEqual(await comesTo(house, 'bo', there), [201, 'bo'])

  await assign(house, bo, here, '2026-03-03')
  house.clock.forward(86_400)
  assert.deepEqual(await comesTo(house, 'bo', here), [201, 'bo'], 'who has moved')
})

test('the decision is told for each site, and keeps the target in all steps together', async (t) => {
  const house = await openHouse(t, engine)
  const ana = await enrol(house, 'ana')
  await enrol(house, 'bo')
  const [here, there, archived] = [
    await addSite(house, 'Ici'),
    await addSite(house, 'Là-bas'),
    await addSite(house, 'Jadis'),
  ]
  await assign(house, ana, there)
  await call(house, 'PATCH', `/sites/${archived}`, { archived: true })
  const { body: decision } = await house.ask('/decision')
  const shown = (path: string) => each(decision, 'sites', path)
  assert.deepEqual(shown('siteId'), [here, there])
  assert.deepEqual(shown('search'), ['own-first', 'own-first'])
  assert.deepEqual(
    [each(decision, 'sites.0.steps', 'templates'), each(decision, 'sites.1.steps', 'templates')],
    [[1, 2], [2]],
  )
  assert.deepEqual(each(decision, 'sites.0.steps', 'employees'), [1, 2])
  for (const fpir of shown('expectedFpir'))
    assert.ok(Number(fpir) <= decision.targetFpir * (1 + 1e-9))
  const [own, everybody] = each(decision, 'sites.0.steps', 'threshold')
  assert.ok(Number(own) <= Number(everybody))
})

test('a way to look that is none changes nothing', async (t) => {
  const house = await openHouse(t, engine)
  const here = await addSite(house, 'Ici')
  const { status } = await call(house, 'PATCH', `/sites/${here}`, { search: 'nobody' })
  assert.equal(status, 400)
  const { body } = await house.ask('/sites')
  assert.equal(get(body, 'sites.0.search'), 'own-first')
})
