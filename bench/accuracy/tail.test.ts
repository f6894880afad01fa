import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from './cross.ts'
import { fitTail } from './tail.ts'

const random = seededRandom(1)
/** Scores whose share above any one is known. */
const drawn = (scoreOf: (share: number) => number, count = 400_000) =>
  Float64Array.from({ length: count }, () => scoreOf(random()))
    .sort()
    .reverse()

test('an exponential tail is drawn on as the straight line that it is', () => {
  const tail = fitTail(
    drawn((share) => -2 * Math.log(share)),
    1e-2,
  )
  assert.ok(Math.abs(tail.shape) < 0.05, `${tail.shape}`)
  assert.ok(Math.abs(tail.scoreAt(1e-6) - 2 * Math.log(1e6)) < 2)
})

test('a tail that ends is found to end there', () => {
  const end = 10
  const tail = fitTail(
    drawn((share) => end * (1 - share ** 0.2)),
    1e-2,
  )
  assert.ok(Math.abs(tail.shape + 0.2) < 0.03, `${tail.shape}`)
  for (const rate of [1e-4, 1e-6])
    assert.ok(Math.abs(tail.scoreAt(rate) - end * (1 - rate ** 0.2)) < 0.2, `${rate}`)
})

test('a tail that looks heavier than similarities can be is taken for an exponential one', () => {
  const { shape, scoreAt } = fitTail(
    drawn((share) => share ** -0.3),
    1e-2,
  )
  assert.equal(shape, 0)
  assert.ok(scoreAt(1e-6) > scoreAt(1e-5))
})
