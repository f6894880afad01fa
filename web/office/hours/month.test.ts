import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOf, monthAfter, monthOf } from './month.ts'

test('a month holds its first and its last day', () => {
  assert.deepEqual(daysOf('2026-11'), { from: '2026-11-01', to: '2026-11-30' })
  assert.deepEqual(daysOf('2028-02'), { from: '2028-02-01', to: '2028-02-29' })
})

test('months follow each other over the end of a year', () => {
  assert.equal(monthAfter('2026-12', 1), '2027-01')
  assert.equal(monthAfter('2026-01', -1), '2025-12')
  assert.equal(monthOf('2026-01-31'), '2026-01')
})
