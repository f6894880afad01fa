import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHouse, realEngine } from '../../../test/house.ts'
import { groupPhoto, otherPortrait, portrait } from '../../../test/portraits.ts'

const engine = await realEngine()
after(() => engine.close())

test('the decision tells its target and its threshold, which rises as employees come', async (t) => {
  const house = await openHouse(t, engine)
  const before = (await house.ask('/decision')).body
  await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  await house.post('/register', [
    ['name', 'Bo'],
    ['photo', await portrait('bo')],
  ])
  const after = (await house.ask('/decision')).body
  assert.equal(after.targetFpir, 1e-3)
  assert.deepEqual([before.templates, after.templates, after.employees], [0, 2, 2])
  assert.ok(after.threshold > before.threshold)
})

test('a photo is compared with one employee only, and nothing is recorded', async (t) => {
  const house = await openHouse(t, engine)
  const ana = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const path = `/employees/${ana.body.employee.id}/verify`
  const own = await house.post(path, [['photo', await otherPortrait('ana')]])
  assert.deepEqual([own.status, own.body], [200, { outcome: 'match' }])
  const other = await house.post(path, [['photo', await portrait('bo')]])
  assert.deepEqual([other.status, other.body], [200, { outcome: 'no-match' }])
  const group = await house.post(path, [['photo', groupPhoto()]])
  assert.deepEqual([group.status, group.body.code], [422, 'several-faces'])
  const nobody = await house.post(`/employees/${house.newId()}/verify`, [
    ['photo', await portrait('ana')],
  ])
  assert.deepEqual([nobody.status, nobody.body.code], [404, 'no-such-employee'])
  assert.deepEqual((await house.ask('/attendance')).body.records, [])
})
