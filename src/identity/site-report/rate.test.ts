import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTally, wilson } from './rate.ts'

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 5e-4, `${actual} is not ${expected}`)

test('the interval of a proportion is that of the published examples', () => {
  // Newcombe 1998, table I: 81 of 263 and 15 of 148; 0 of 20; 1 of 29.
  near(wilson(81, 263)[0], 0.2553)
  near(wilson(81, 263)[1], 0.3662)
  near(wilson(15, 148)[0], 0.0624)
  near(wilson(15, 148)[1], 0.1605)
  assert.equal(wilson(0, 20)[0], 0)
  near(wilson(0, 20)[1], 0.1611)
  near(wilson(1, 29)[0], 0.0061)
  near(wilson(1, 29)[1], 0.1718)
  assert.equal(wilson(20, 20)[1], 1)
})

test('nothing tried is no rate', () => {
  const none = { errors: 0, trials: 0, rate: null, wilson: null, people: null }
  assert.deepEqual(createTally(3).rate(), none)
})

test('errors of one person alone are less certain than as many of all people', () => {
  const [one, all] = [createTally(10), createTally(10)]
  for (let person = 0; person < 10; person++)
    for (let trial = 0; trial < 10; trial++) {
      one.add(person, person === 0)
      all.add(person, trial === 0)
    }
  assert.equal(one.rate().rate, 0.1)
  assert.deepEqual(one.rate().wilson, all.rate().wilson)
  assert.deepEqual(all.rate().people, [0.1, 0.1])
  const [low, high] = one.rate().people ?? [NaN, NaN]
  assert.ok(low === 0 && high >= 0.2)
})

test('without errors drawing people says nothing', () => {
  const tally = createTally(2)
  tally.addMany(0, 0, 10)
  tally.addMany(1, 0, 10)
  assert.equal(tally.rate().people, null)
  assert.equal(tally.rate().wilson?.[0], 0)
})
