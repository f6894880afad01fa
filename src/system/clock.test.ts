import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSystemClock } from './clock.ts'

test('the clock tells microseconds and follows the system clock', (t) => {
  const clock = createSystemClock()
  const fine = Array.from({ length: 100 }, () => clock.now().epochNanoseconds / 1000n)
  assert.ok(fine.some((micros) => micros % 1000n !== 0n))
  assert.ok(Math.abs(clock.now().epochMilliseconds - Date.now()) <= 5)
  t.mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 })
  assert.equal(clock.now().epochMilliseconds, 1_800_000_000_000)
})
