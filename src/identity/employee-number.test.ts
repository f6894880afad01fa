import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, parseEmployeeNumber } from './employee-number.ts'

test('a number is the same however it is typed', () => {
  for (const [typed, kept] of [
    [' 0042 ', '0042'],
    ['a-17', 'A-17'],
    ['٠١٢٣', '0123'],
    ['۴۵۶', '456'],
    ['１２３', '123'],
    ['2026/FR.1_x', '2026/FR.1_X'],
  ] as const) {
    assert.equal(parseEmployeeNumber(typed), kept)
  }
})

test('what cannot be typed at a kiosk is no number', () => {
  for (const raw of [
    '',
    '  ',
    '-1',
    '1 2',
    "1' or '1'='1",
    'é1',
    '12\n3',
    '1'.repeat(21),
    '=1+1',
  ]) {
    assert.equal(parseEmployeeNumber(raw), undefined, JSON.stringify(raw))
  }
})

test('numbers go on from those that are counts', () => {
  assert.equal(countOf('0042'), 42)
  assert.equal(countOf('999999999'), 999_999_999)
  for (const number of ['A-17', '1770151234567', '12.5']) assert.equal(countOf(number), undefined)
})
