import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FaceEngine } from '../../face/index.ts'
import { openHouse, realEngine } from '../../../test/house.ts'
import { checkReceipt } from '../../access/audit/check-receipt.ts'
import { groupPhoto, otherPortrait, portrait } from '../../../test/portraits.ts'

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

test('an employee is recognised on another photo, recorded once, and goes out later', async (t) => {
  const house = await openHouse(t, engine)
  const ana = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  await house.post('/register', [
    ['name', 'Bo'],
    ['photo', await portrait('bo')],
  ])
  const photo = await otherPortrait('ana')

  const first = await house.post('/clock_in', [['photo', photo]])
  assert.equal(first.status, 201)
  assert.deepEqual(first.body, {
    outcome: 'recorded',
    employee: { id: ana.body.employee.id, name: 'Ana' },
    record: { id: first.body.record.id, kind: 'in', at: '2026-03-02T08:00:00Z' },
    receipt: first.body.receipt,
  })
  assert.equal(await checkReceipt(house.store.audit, first.body.receipt), 'good')

  house.clock.forward(59)
  const again = await house.post('/clock_in', [['photo', photo]])
  assert.equal(again.status, 200)
  const { receipt: _new, ...recorded } = first.body
  assert.deepEqual(again.body, { ...recorded, outcome: 'already-recorded' })

  house.clock.forward(1)
  const leaving = await house.post('/clock_in', [['photo', photo]])
  assert.equal(leaving.status, 201)
  assert.equal(leaving.body.record.kind, 'out')

  const { body } = await house.ask('/attendance')
  assert.deepEqual(
    body.records.map(({ kind }) => kind),
    ['out', 'in'],
  )
})

test('a stranger, a crowd and an empty room are told apart, and nothing is recorded', async (t) => {
  const house = await openHouse(t, engine)
  await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const stranger = await house.post('/clock_in', [['photo', await portrait('stranger')]])
  assert.deepEqual([stranger.status, stranger.body.code], [422, 'unknown'])
  const crowd = await house.post('/clock_in', [['photo', groupPhoto()]])
  assert.deepEqual([crowd.status, crowd.body.code, crowd.body.count], [422, 'several-faces', 3])
  const empty = await house.post('/clock_in', [['photo', await plainPhoto()]])
  assert.deepEqual([empty.status, empty.body.code], [422, 'no-face'])
  assert.deepEqual((await house.ask('/attendance')).body.records, [])
})

test('two employees with the same face are not guessed between', async (t) => {
  const house = await openHouse(t, engine)
  for (const name of ['Ana', 'Twin']) {
    await house.post('/register', [
      ['name', name],
      ['twins', 'true'],
      ['photo', await portrait('ana')],
    ])
  }
  const answer = await house.post('/clock_in', [['photo', await otherPortrait('ana')]])
  assert.deepEqual([answer.status, answer.body.code], [422, 'ambiguous'])
})

test('fifty clock-ins at once give one record', async (t) => {
  const house = await openHouse(t, engine)
  await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const photo = await otherPortrait('ana')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => house.post('/clock_in', [['photo', photo]])),
  )
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201])
  assert.equal((await house.ask('/attendance')).body.records.length, 1)
})

test('no answer holds a vector or a similarity', async (t) => {
  const house = await openHouse(t, engine)
  const enrolled = await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const recorded = await house.post('/clock_in', [['photo', await portrait('ana')]])
  const listed = await house.ask('/employees')
  // A receipt is looked at by what it says: as it is sent a dot of its own may stand between two digits.
  const { receipt, ...answer } = recorded.body as { receipt: string }
  const said = Buffer.from(receipt.split('.')[0] ?? '', 'base64url').toString()
  assert.match(said, /pointeuse receipt/)
  assert.doesNotMatch(JSON.stringify([enrolled.body, answer, said, listed.body]), /\d\.\d/)
})

async function plainPhoto(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const create = { width: 640, height: 480, channels: 3 as const, background: '#7a8ca0' }
  return sharp({ create }).jpeg().toBuffer()
}

test('a kind that is stated is recorded, a forgotten clock-out does not turn the next morning round, and the site is kept', async (t) => {
  const house = await openHouse(t, engine)
  await house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])
  const site = { id: house.newId(), name: 'Lyon', zone: 'Europe/Paris', calendar: null }
  await house.store.sites.add(site, 0)
  const photo = await otherPortrait('ana')
  const clockIn = (...parts: [string, string][]) =>
    house.post('/clock_in', [['photo', photo], ...parts])

  const arrival = await clockIn(['site', site.id])
  assert.equal(arrival.body.record.kind, 'in')
  const kept = await house.store.hours.find(arrival.body.record.id)
  assert.equal(kept?.siteId, site.id)

  house.clock.forward(30)
  const pause = await clockIn(['kind', 'break-start'])
  assert.deepEqual([pause.status, pause.body.record.kind], [201, 'break-start'])
  house.clock.forward(1800)
  assert.equal((await clockIn()).body.record.kind, 'break-end')
  house.clock.forward(86_400)
  assert.equal((await clockIn()).body.record.kind, 'in')

  const wrong = await clockIn(['kind', 'lunch'])
  assert.deepEqual([wrong.status, wrong.body.field], [400, 'kind'])
  const nowhere = await clockIn(['site', house.newId()])
  assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'no-such-site'])
})
