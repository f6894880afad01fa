import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestClock } from '../../../test/house.ts'
import { createNonces, nonceKeyBytes, nonceSeconds } from './nonces.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

test('a nonce is good for two minutes at every server that shares the key, in one spelling', () => {
  const clock = createTestClock()
  const key = random(nonceKeyBytes)
  const here = createNonces(key, clock, random)
  const there = createNonces(key, clock, random)
  const nonce = here.issue()
  assert.notEqual(there.validUntil(nonce), undefined)
  for (const other of [`${nonce}=`, `${nonce} `, nonce.slice(1), `${nonce}AA`, '']) {
    assert.equal(here.validUntil(other), undefined, other)
  }
  assert.equal(createNonces(random(nonceKeyBytes), clock, random).validUntil(nonce), undefined)
  clock.forward(nonceSeconds)
  assert.equal(here.validUntil(nonce), undefined)
})
