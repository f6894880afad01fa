import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decision } from './decision.ts'
import { createIdentifyByBoth, decideTogether } from './side-by-side.ts'

const ana: Decision = { outcome: 'match', employeeId: 'ana' }
const bo: Decision = { outcome: 'match', employeeId: 'bo' }
const unknown: Decision = { outcome: 'unknown' }
const ambiguous: Decision = { outcome: 'ambiguous' }

test('whoever is found by either is found, two different people are nobody', () => {
  assert.deepEqual(decideTogether(ana, ana), ana)
  assert.deepEqual(decideTogether(ana, unknown), ana)
  assert.deepEqual(decideTogether(unknown, ana), ana)
  assert.deepEqual(decideTogether(ana, bo), ambiguous)
  assert.deepEqual(decideTogether(unknown, unknown), unknown)
})

test('a doubt of the one before takes nothing from what the one in use is sure of', () => {
  assert.deepEqual(decideTogether(ana, ambiguous), ana)
  assert.deepEqual(decideTogether(ambiguous, ana), ambiguous)
  assert.deepEqual(decideTogether(unknown, ambiguous), ambiguous)
})

test('each is asked with its own kind of face, and how they agree is counted', () => {
  const embedding = { model: 'new', vector: Float32Array.of(1) }
  const former = { model: 'old', vector: Float32Array.of(1) }
  const [current, before]: [Decision[], Decision[]] = [
    [ana, ana, ana, unknown, unknown, ana],
    [ana, bo, unknown, bo, ambiguous],
  ]
  const { identify, agreement } = createIdentifyByBoth(
    (face) => {
      assert.equal(face.model, 'new')
      return current.shift() ?? unknown
    },
    (face) => {
      assert.equal(face.model, 'old')
      return before.shift() ?? unknown
    },
  )
  for (let i = 0; i < 5; i++) identify({ embedding, former })
  assert.deepEqual(identify({ embedding }), ana, 'what only one has seen is for that one')
  assert.deepEqual(agreement(), {
    ...{ same: 1, different: 1, neither: 1 },
    ...{ 'only-current': 1, 'only-former': 1 },
  })
})
