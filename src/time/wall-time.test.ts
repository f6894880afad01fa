import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { parseDay, parseRange } from './day.ts'
import type { Checked } from './problem.ts'
import { checkPast, parseExactTime, parseWallMinute } from './wall-time.ts'

const codeOf = (checked: Checked<unknown>) => (checked.ok ? 'ok' : checked.problems[0]?.code)
const detailOf = (checked: Checked<unknown>) => (checked.ok ? '' : checked.problems[0]?.detail)

test('02:30 on a spring Sunday is refused and says where the clocks went', () => {
  const read = parseExactTime('2026-03-29T02:30', 'Europe/Paris', 'at')
  assert.equal(codeOf(read), 'wall-time-skipped')
  assert.match(
    detailOf(read) ?? '',
    /at: the clocks of Europe\/Paris never showed 2026-03-29T02:30.*03:30/,
  )
})

test('02:30 on an autumn Sunday is refused and names both offsets', () => {
  const read = parseExactTime('2026-10-25T02:30', 'Europe/Paris', 'at')
  assert.equal(codeOf(read), 'wall-time-twice')
  assert.match(detailOf(read) ?? '', /02:30\+02:00 or 2026-10-25T02:30\+01:00/)
})

test('an offset settles a time that comes twice', () => {
  const first = parseExactTime('2026-10-25T02:30+02:00', 'Europe/Paris', 'at')
  const second = parseExactTime('2026-10-25T02:30+01:00', 'Europe/Paris', 'at')
  assert.equal(first.ok && first.value.toString(), '2026-10-25T00:30:00Z')
  assert.equal(second.ok && second.value.toString(), '2026-10-25T01:30:00Z')
})

test('an ordinary time is read on the clocks of the zone', () => {
  const read = parseExactTime('2026-11-23T08:00', 'Africa/Casablanca', 'at')
  assert.equal(read.ok && read.value.toString(), '2026-11-23T08:00:00Z')
})

test('a moment that is none is refused', () => {
  for (const text of [
    '',
    'now',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-01-01',
    '1e9',
    '2026-01-01T25:00',
  ]) {
    assert.equal(codeOf(parseExactTime(text, 'UTC', 'at')), 'not-an-instant', text)
  }
})

test('the future is refused, with two minutes for a clock that runs ahead', () => {
  const now = Temporal.Instant.from('2026-11-23T12:00:00Z')
  assert.equal(codeOf(checkPast(now.add({ seconds: 119 }), now, 'at')), 'ok')
  assert.equal(codeOf(checkPast(now.add({ seconds: 121 }), now, 'at')), 'in-the-future')
})

test('a time of day is hours and minutes of one day', () => {
  assert.deepEqual(parseWallMinute('06:30', 'start'), { ok: true, value: 390 })
  for (const text of ['24:00', '6:30', '06:60', '-1:00', '', '06:30:00']) {
    assert.equal(codeOf(parseWallMinute(text, 'start')), 'not-a-time', text)
  }
})

test('a date must exist, be well formed and be of our times', () => {
  assert.equal(codeOf(parseDay('2024-02-29', 'from')), 'ok')
  for (const text of [
    '2026-02-29',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    '+002026-01-01',
  ]) {
    assert.equal(codeOf(parseDay(text, 'from')), 'not-a-date', text)
  }
  assert.equal(codeOf(parseDay('0001-01-01', 'from')), 'out-of-range')
})

test('a range that runs backwards or too long is refused, naming to', () => {
  const reversed = parseRange('2026-02-01', '2026-01-31', 366)
  assert.deepEqual(!reversed.ok && reversed.problems, [
    { code: 'range-reversed', field: 'to', detail: 'to is before from' },
  ])
  assert.equal(codeOf(parseRange('2026-01-01', '2027-06-01', 366)), 'range-too-long')
  const both = parseRange('x', 'y', 366)
  assert.deepEqual(!both.ok && both.problems.map(({ field }) => field), ['from', 'to'])
})
