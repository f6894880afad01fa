import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneIn } from './odds.ts'

test('a rate is said as one in so many, in round numbers', () => {
  for (const [rate, said] of [
    [0.1, 10],
    [0.001, 1000],
    [1e-5, 100_000],
    [1e-6, 1_000_000],
    [3.16e-7, 3_100_000],
    [1, 1],
  ] as const) {
    assert.equal(oneIn(rate), said)
  }
})

test('nothing better is said than what holds', () => {
  for (let rate = 1; rate > 1e-7; rate *= 0.83) {
    const said = 1 / oneIn(rate)
    assert.ok(said >= rate * (1 - 1e-8) && said < rate * 2, String(rate))
  }
})
