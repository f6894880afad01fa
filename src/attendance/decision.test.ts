import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from './decision.ts'

const settings = { minSimilarity: 0.5, minMargin: 0.125 }
const who = (employeeId: string, similarity: number) => ({ employeeId, similarity })

test('nobody near enough is unknown', () => {
  assert.deepEqual(decide({}, settings), { outcome: 'unknown' })
  assert.deepEqual(decide({ best: who('a', 0.499) }, settings), { outcome: 'unknown' })
})

test('the only one at the threshold is a match', () => {
  const match = { outcome: 'match', employeeId: 'a' }
  assert.deepEqual(decide({ best: who('a', 0.5) }, settings), match)
})

test('two within the margin are ambiguous, at the margin no more', () => {
  const best = who('a', 0.75)
  const near = decide({ best, second: who('b', 0.626) }, settings)
  assert.deepEqual(near, { outcome: 'ambiguous' })
  const apart = decide({ best, second: who('b', 0.625) }, settings)
  assert.deepEqual(apart, { outcome: 'match', employeeId: 'a' })
})
