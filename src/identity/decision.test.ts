import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniserNamed } from '../face/index.ts'
import { readCalibration } from './calibration.ts'
import { decide, policyFor } from './decision.ts'

const policy = { threshold: 5, minMargin: 0.5 }
const who = (employeeId: string, score: number) => ({ employeeId, score })

test('nobody near enough is unknown', () => {
  assert.deepEqual(decide({}, policy), { outcome: 'unknown' })
  assert.deepEqual(decide({ best: who('a', 4.999) }, policy), { outcome: 'unknown' })
})

test('the only one at the threshold is a match', () => {
  const match = { outcome: 'match', employeeId: 'a' }
  assert.deepEqual(decide({ best: who('a', 5) }, policy), match)
})

test('two within the margin are ambiguous, at the margin no more', () => {
  const best = who('a', 7)
  assert.deepEqual(decide({ best, second: who('b', 6.51) }, policy), { outcome: 'ambiguous' })
  const apart = decide({ best, second: who('b', 6.5) }, policy)
  assert.deepEqual(apart, { outcome: 'match', employeeId: 'a' })
})

test('what is no number lets nobody in, on whichever side it stands', () => {
  const best = who('a', 7)
  const unknown = { outcome: 'unknown' }
  assert.deepEqual(decide({ best: who('a', NaN) }, policy), unknown)
  assert.deepEqual(decide({ best }, { ...policy, threshold: NaN }), unknown)
  const ambiguous = { outcome: 'ambiguous' }
  assert.deepEqual(decide({ best, second: who('b', NaN) }, policy), ambiguous)
  const second = who('b', 1)
  assert.deepEqual(decide({ best, second }, { ...policy, minMargin: NaN }), ambiguous)
})

const calibration = readCalibration(recogniserNamed('builtin'))
const settings = { targetFpir: 1e-3, minMargin: 0.5 }

test('the threshold rises with the gallery and falls when employees leave', () => {
  const sizes = [1, 2, 10, 50, 200, 1000, 2000, 10_000]
  const thresholds = sizes.map((size) => policyFor(calibration, size, settings).threshold)
  assert.deepEqual(
    thresholds,
    thresholds.toSorted((a, b) => a - b),
  )
  assert.equal(new Set(thresholds).size, sizes.length)
})

test('the rate of one comparison is what the target leaves for each of n', () => {
  for (const templates of [1, 50, 2000]) {
    const { fmr } = policyFor(calibration, templates, settings)
    assert.ok(Math.abs(1 - (1 - fmr) ** templates - settings.targetFpir) < 1e-9)
  }
})

test('a target below the table is said not to be reached, with what can be promised instead', () => {
  const policy = policyFor(calibration, 100_000, settings)
  assert.equal(policy.reached, false)
  assert.equal(policy.measured, false)
  assert.ok(policy.expectedFpir > settings.targetFpir)
  assert.equal(policyFor(calibration, 100, settings).reached, true)
})

test('an empty gallery has a policy too', () => {
  assert.ok(Number.isFinite(policyFor(calibration, 0, settings).threshold))
})

test('the table falls in rate and rises in score', () => {
  const { table } = calibration
  for (const [i, point] of table.entries()) {
    const before = table[i - 1]
    if (before) assert.ok(point.fmr < before.fmr && point.score > before.score)
  }
})
