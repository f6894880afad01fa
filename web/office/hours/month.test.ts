import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInSpanAfter, daysOf, monthOf, spanAround } from './month.ts'

test('a month holds its first and its last day', () => {
  assert.deepEqual(daysOf('2026-11'), { from: '2026-11-01', to: '2026-11-30' })
  assert.deepEqual(spanAround('2028-02-29', 'month'), { from: '2028-02-01', to: '2028-02-29' })
  assert.equal(monthOf('2026-01-31'), '2026-01')
})

test('a week begins on Monday, also where it reaches into another year', () => {
  assert.deepEqual(spanAround('2026-11-23', 'week'), { from: '2026-11-23', to: '2026-11-29' })
  assert.deepEqual(spanAround('2027-01-03', 'week'), { from: '2026-12-28', to: '2027-01-03' })
})

test('months and weeks follow each other over the end of a year', () => {
  assert.equal(dayInSpanAfter('2026-12-31', 'month', 1), '2027-01-01')
  assert.equal(dayInSpanAfter('2026-01-31', 'month', -1), '2025-12-01')
  assert.equal(dayInSpanAfter('2026-12-31', 'week', 1), '2027-01-04')
  assert.equal(dayInSpanAfter('2027-01-03', 'week', -1), '2026-12-21')
})
