import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWeakPin, maxWeakPins, newPin, pinLength, readPin } from './pin.ts'
import { chanceOfGuessing, maxChanceOfGuessing, pinLimits, waitBeforePin } from './pin-limits.ts'

test('what people try first is never given', () => {
  for (const pin of [
    '00000000',
    '12345678',
    '87654321',
    '90123456',
    '12121212',
    '12341234',
    '11222211',
  ]) {
    assert.equal(isWeakPin(pin), true, pin)
  }
  assert.equal(isWeakPin('73910528'), false)
  // Zeros first, then the digits of a row, then others.
  const bytes = [...'00000000', ...'12345678', ...'73910528'].map(Number)
  let at = 0
  assert.equal(
    newPin(() => Uint8Array.of(bytes[at++] ?? 0)),
    '73910528',
  )
})

test('every digit is as likely as any other', () => {
  const counts = new Array<number>(10).fill(0)
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  for (let i = 0; i < 2000; i++) {
    for (const digit of newPin(random)) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1
  }
  const expected = (2000 * pinLength) / 10
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // Nine degrees of freedom: beyond 40 once in 130,000 runs.
  assert.ok(chiSquare < 40, String(chiSquare))
})

test('there are no more weak ones than the odds are counted with', () => {
  // All that could be: repeats of four digits, two different digits at most, and rows.
  const weak = new Set<string>()
  for (let i = 0; i < 10_000; i++) weak.add(String(i).padStart(4, '0').repeat(2))
  for (let a = 0; a < 10; a++) {
    for (let b = 0; b < 10; b++) {
      for (let bits = 0; bits < 2 ** pinLength; bits++) {
        weak.add([...Array(pinLength).keys()].map((i) => ((bits >> i) & 1 ? a : b)).join(''))
      }
    }
    for (const step of [0, 1, 9]) {
      weak.add([...Array(pinLength).keys()].map((i) => (a + i * step) % 10).join(''))
    }
  }
  for (const pin of weak) assert.equal(isWeakPin(pin), true, pin)
  assert.ok(weak.size <= maxWeakPins, String(weak.size))
  assert.ok(weak.size > maxWeakPins * 0.9, 'the bound is no guess')
  let seed = 7
  for (let i = 0; i < 200_000; i++) {
    seed = (seed * 48_271) % 2_147_483_647
    const pin = String(seed % 10 ** pinLength).padStart(pinLength, '0')
    assert.equal(isWeakPin(pin), weak.has(pin), pin)
  }
})

test('guessing any PIN of the company succeeds in a day less often than allowed', () => {
  assert.ok(chanceOfGuessing() < maxChanceOfGuessing, String(chanceOfGuessing()))
  // As many as are let through, and not one more.
  const at = (ofCompanyADay: number) =>
    waitBeforePin({ ofCompanyADay, ofDeviceADay: 0, ofDeviceBriefly: 0 })
  assert.equal(at(pinLimits.perCompanyADay - 1), undefined)
  assert.equal(typeof at(pinLimits.perCompanyADay), 'number')
})

test('a PIN is read in the digits of any keyboard, and nothing else is one', () => {
  assert.equal(readPin('٠١٢٣٤٥٦٧'), '01234567')
  assert.equal(readPin('۰۱۲۳۴۵۶۷'), '01234567')
  for (const typed of ['0000', '1234', '123456789', '1234567x', ' 12345678', '']) {
    assert.equal(readPin(typed), undefined)
  }
})
