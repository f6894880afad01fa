import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdmission } from './admission.ts'
import { Problem } from './problems.ts'

const overloaded = (error: unknown) =>
  error instanceof Problem && error.code === 'overloaded' && error.retryAfterSeconds === 2

test('what is too much is sent away and told when to come back; what leaves makes room', () => {
  const admission = createAdmission({ maxRequests: 2, maxBytes: 100 })
  const first = admission.enter()
  const second = admission.enter()
  assert.throws(() => admission.enter(), overloaded)
  first.hold(60)
  assert.throws(() => second.hold(41), overloaded)
  second.hold(40)
  first.leave()
  const third = admission.enter()
  third.hold(60)
  assert.throws(() => third.hold(1), overloaded)
})
