import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniserCards } from '../face/index.ts'
import { readCalibration, scoreAt } from './calibration.ts'

test('every recogniser has a table of its own embeddings, which falls in rate and rises in score', () => {
  for (const card of recogniserCards) {
    const { model, table } = readCalibration(card)
    assert.equal(model, card.recipe)
    for (const [i, { fmr, score }] of table.entries()) {
      const before = table[i - 1]
      if (before) assert.ok(fmr < before.fmr && score > before.score, `${card.name} ${fmr}`)
    }
  }
})

test('a recogniser without a table decides nothing, nor does one by a table of other embeddings', () => {
  assert.throws(() => readCalibration({ name: 'nobody', recipe: 'nobody.1' }), /no calibration/)
  const [card] = recogniserCards
  assert.ok(card)
  assert.throws(() => readCalibration({ name: card.name, recipe: 'other.2' }), /measure it again/)
})

test('between two counted rates the score is between theirs, and below the last it says so', () => {
  const [card] = recogniserCards
  assert.ok(card)
  const calibration = readCalibration(card)
  const [last] = calibration.table.slice(-1)
  assert.ok(last)
  assert.equal(scoreAt(calibration, last.fmr / 2).reached, false)
  const [above, below] = [scoreAt(calibration, 1e-4), scoreAt(calibration, 1e-5)]
  const between = scoreAt(calibration, 3e-5)
  assert.ok(above.score < between.score && between.score < below.score && between.reached)
})
