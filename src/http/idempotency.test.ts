import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FaceEngine } from '../face/index.ts'
import { openHouse, realEngine, type House } from '../../test/house.ts'
import { otherPortrait, portrait } from '../../test/portraits.ts'

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

const enrol = async (house: House) =>
  house.post('/register', [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ])

test('the same clock-in sent again, also at once and much later, is one record and one answer', async (t) => {
  const house = await openHouse(t, engine)
  await enrol(house)
  const photo = ['photo', await otherPortrait('ana')] as const
  const headers = { 'idempotency-key': '01a2073a-feb4-75e0-a5b4-613945936dda' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => house.post('/clock_in', [photo], headers)),
  )
  house.clock.forward(8 * 3600)
  answers.push(await house.post('/clock_in', [photo], headers))
  for (const { status, body } of answers) {
    assert.deepEqual([status, body], [201, answers[0]?.body])
  }
  assert.equal((await house.ask('/attendance')).body.records.length, 1)
})

test('the same enrolment sent again is one employee, though the face is known by then', async (t) => {
  const house = await openHouse(t, engine)
  const form = [
    ['name', 'Ana'],
    ['photo', await portrait('ana')],
  ] as const
  const headers = { 'idempotency-key': 'one' }
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => house.post('/register', form, headers)),
  )
  answers.push(await house.post('/register', form, headers))
  for (const { status, body } of answers) {
    assert.deepEqual([status, body], [201, answers[0]?.body])
  }
  assert.equal((await house.ask('/employees')).body.employees.length, 1)
})

test('a key that was used for something else is refused, and nothing is recorded', async (t) => {
  const house = await openHouse(t, engine)
  await enrol(house)
  const headers = { 'idempotency-key': 'one' }
  await house.post('/clock_in', [['photo', await portrait('ana')]], headers)
  house.clock.forward(3600)
  const other = await house.post('/clock_in', [['photo', await otherPortrait('ana')]], headers)
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused'])
  assert.equal((await house.ask('/attendance')).body.records.length, 1)
})

test('what was refused may be asked again with the same key', async (t) => {
  const house = await openHouse(t, engine)
  const headers = { 'idempotency-key': 'one' }
  const photo = ['photo', await portrait('ana')] as const
  assert.equal((await house.post('/clock_in', [photo], headers)).body.code, 'unknown')
  await enrol(house)
  assert.equal((await house.post('/clock_in', [photo], headers)).status, 201)
})

test('a key that cannot be one is refused', async (t) => {
  const house = await openHouse(t, engine)
  for (const key of ['', 'x'.repeat(256), 'a b', 'é']) {
    const headers = { 'idempotency-key': key }
    const { status, body } = await house.post('/clock_in', [['photo', 'x']], headers)
    assert.deepEqual([status, body.code], [400, 'invalid-request'], key)
  }
})
