import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdmission } from './admission.ts'
import { Problem } from './problems.ts'

const limits = { maxRequests: 2, maxPhotos: 10, maxBytes: 100, slowAfterMs: 5000 }
const isProblem = (code: string) => (error: unknown) =>
  error instanceof Problem && error.code === code
const overloaded = isProblem('overloaded')

function house(at = { ms: 0 }) {
  return { at, admission: createAdmission(limits, () => at.ms) }
}

test('what is too much is sent away and told when to come back; what leaves makes room', () => {
  const { admission } = house()
  const first = admission.receive()
  const second = admission.receive()
  first.hold(60)
  assert.throws(() => second.hold(41), overloaded)
  second.hold(40)
  first.enter(1)
  second.enter(1)
  assert.throws(
    () => admission.receive(),
    (error) => overloaded(error) && (error as Problem).retryAfterSeconds === 2,
  )
  first.leave()
  first.leave()
  const third = admission.receive()
  third.hold(60)
  assert.throws(() => third.hold(1), overloaded)
})

test('whoever has sent nothing yet takes no place', () => {
  const { admission } = house()
  const silent = Array.from({ length: 1000 }, () => admission.receive())
  const whole = admission.receive()
  whole.hold(100)
  whole.enter(1)
  assert.equal(silent.length, 1000)
})

test('enrolments beyond the limit of photos are sent away for longer, single photos are let in', () => {
  const { admission } = house()
  admission.receive().enter(10)
  assert.throws(() => admission.receive().enter(2), overloaded)
  admission.receive().enter(1)
  const larger = createAdmission({ ...limits, maxPhotos: 100 }, () => 0)
  larger.receive().enter(100)
  assert.throws(
    () => larger.receive().enter(100),
    (error) => overloaded(error) && (error as Problem).retryAfterSeconds === 5,
  )
})

test('bodies that take too long make room, the oldest first, but only where there is none', async () => {
  const { at, admission } = house()
  const [oldest, older] = [admission.receive(), admission.receive()]
  oldest.hold(50)
  older.hold(40)
  at.ms = 4999
  const young = admission.receive()
  young.hold(10)
  assert.throws(() => young.hold(1), overloaded)
  at.ms = 5000
  young.hold(50)
  await assert.rejects(oldest.evicted, isProblem('request-timeout'))
  assert.throws(() => oldest.hold(1), overloaded)
  older.enter(1)
  assert.throws(() => young.hold(1), overloaded)
})
