import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { otherPortrait, portrait } from '../../../test/portraits.ts'
import { asOperator, type As } from '../../../test/callers.ts'
import { SiteArchivedError } from '../../identity/site-archived-error.ts'
import { openHouse, realEngine, type FormPart } from '../../../test/house.ts'
import { call, each, idOf } from '../../../test/office.ts'

const engine = await realEngine()
after(() => engine.close())

test('the face of another employee is reported before anything is written, from the first photo on', async (t) => {
  const house = await openHouse(t, engine)
  const ana = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const again = await house.post('/register', [
    ['name', 'Anna'],
    ['photo', await otherPortrait('ana')],
  ])
  assert.deepEqual([again.status, again.body.code], [409, 'already-enrolled'])
  assert.deepEqual(again.body.photos, [
    { index: 0, outcome: 'already-enrolled', employee: { id: ana.body.employee.id, name: 'Ana' } },
  ])
  assert.equal((await house.ask('/employees')).body.employees.length, 1)
})

test('of photos of two people under one name, the odd one is named and left out', async (t) => {
  const house = await openHouse(t, engine)
  const enrolled = await house.post('/register', [
    ['name', 'Dee'],
    ['photo', await portrait('dee')],
    ['photo', await portrait('bo')],
    ['photo', await portrait('deeElsewhere', -40)],
    ['photo', await otherPortrait('dee')],
  ])
  assert.equal(enrolled.status, 201)
  assert.deepEqual(
    enrolled.body.photos.map(({ outcome }) => outcome),
    ['accepted', 'other-person', 'accepted', 'redundant'],
  )
  const qualities = enrolled.body.photos.map(({ quality }) => quality)
  assert.ok(Number.isInteger(qualities[0]) && qualities[1] === undefined)
  assert.deepEqual(enrolled.body.employee.coverage, { front: true, left: false, right: false })
  assert.equal(enrolled.body.replaced, 0)
})

test('two photos of two people are both refused: nobody can tell who is meant', async (t) => {
  const house = await openHouse(t, engine)
  const refused = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
    ['photo', await portrait('bo')],
  ])
  assert.deepEqual([refused.status, refused.body.code], [422, 'no-photo-accepted'])
})

test("another person's photo is not added to an employee", async (t) => {
  const house = await openHouse(t, engine)
  const dee = await house.post('/register', [
    ['name', 'Dee'],
    ['photo', await portrait('dee')],
  ])
  const path = `/employees/${dee.body.employee.id}/photos`
  const other = await house.post(path, [['photo', await portrait('bo')]])
  assert.deepEqual([other.status, other.body.code], [422, 'no-photo-accepted'])
  assert.equal(other.body.photos[0]?.outcome, 'other-person')
  const own = await house.post(path, [['photo', await portrait('deeElsewhere', -40)]])
  assert.deepEqual([own.status, own.body.employee.templates], [200, 2])
})

test('twins must be true or false', async (t) => {
  const house = await openHouse(t, engine)
  const { status, body } = await house.post('/register', [
    ['name', 'Ana'],
    ['twins', 'perhaps'],
    ['photo', await portrait('ana')],
  ])
  assert.deepEqual([status, body.code, body.field], [400, 'invalid-request', 'twins'])
})

test('who somebody is at another site is not told to whoever may not see them', async (t) => {
  const house = await openHouse(t, engine)
  const siteOf = async (name: string) =>
    idOf(await call(house, 'POST', '/sites', { name, zone: 'Europe/Paris' }))
  const [lyon, nice] = [await siteOf('Lyon'), await siteOf('Nice')]
  const ana = await house.post('/register', [
    ['name', 'Ana'],
    ['site', nice],
    ['photo', await portrait('ana')],
  ])
  assert.equal(ana.status, 201)
  const again = async (as: As) =>
    (
      await house.post(
        '/register',
        [
          ['name', 'Anna'],
          ['site', as === here ? lyon : nice],
          ['photo', await otherPortrait('ana')],
        ],
        as,
      )
    ).body.photos
  const here = await asOperator(house, 'manager', [lyon])
  const there = await asOperator(house, 'manager', [nice])
  const { id } = ana.body.employee
  const verdict = { index: 0, outcome: 'already-enrolled' }
  assert.deepEqual(await again(here), [{ ...verdict, employee: null }])
  assert.deepEqual(await again(there), [{ ...verdict, employee: { id, name: 'Ana' } }])
})

test('a newcomer belongs to their site from the first moment on, or is not there', async (t) => {
  const house = await openHouse(t, engine)
  const lyon = idOf(await call(house, 'POST', '/sites', { name: 'Lyon', zone: 'Asia/Tokyo' }))
  const manager = await asOperator(house, 'manager', [lyon])
  const parts: FormPart[] = [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ]
  const { body } = await house.post('/register', parts, manager)
  const path = `/employees/${body.employee.id}/assignments`
  const { body: assigned } = await house.ask(path, { headers: manager })
  assert.deepEqual(each(assigned, 'assignments', 'from', 'siteId'), [['2026-03-02', lyon]])
  const assignedTo = { id: house.newId(), siteId: house.newId(), from: '2026-03-02' }
  const newcomer = { id: house.newId(), name: 'Bo', createdAt: house.clock.now(), assignedTo }
  await assert.rejects(house.store.employees.create(newcomer, []))
  assert.equal(await house.store.employees.find(newcomer.id), undefined)
})

test('nobody new belongs to a site that is out of use, and nothing of them is kept', async (t) => {
  const house = await openHouse(t, engine)
  const lyon = idOf(await call(house, 'POST', '/sites', { name: 'Lyon', zone: 'Europe/Paris' }))
  assert.equal((await call(house, 'PATCH', `/sites/${lyon}`, { archived: true })).status, 200)
  const parts: FormPart[] = [
    ['name', 'Ana'],
    ['site', lyon],
    ['photo', await portrait('ana')],
  ]
  const { status, body } = await house.post('/register', parts)
  assert.deepEqual([status, body.code, body.field], [422, 'archived', 'site'])
  // Also when the site goes out of use between the look at it and the commit.
  const assignedTo = { id: house.newId(), siteId: lyon, from: '2026-03-02' }
  const newcomer = { id: house.newId(), name: 'Bo', createdAt: house.clock.now(), assignedTo }
  await assert.rejects(house.store.employees.create(newcomer, []), SiteArchivedError)
  assert.equal(await house.store.employees.find(newcomer.id), undefined)
})
