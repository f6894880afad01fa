import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAt, instantsOf } from './period.ts'

test('a day lasts from its midnight to the next one, also when the clocks change', () => {
  const day = (date: string) => instantsOf({ from: date, to: date }, 'Europe/Paris')
  assert.deepEqual(day('2026-11-23'), { from: '2026-11-22T23:00:00Z', to: '2026-11-23T23:00:00Z' })
  assert.deepEqual(day('2026-10-25'), { from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z' })
  assert.deepEqual(day('2026-03-29'), { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' })
})

test('a period holds its last day', () => {
  assert.deepEqual(instantsOf({ from: '2026-11-01', to: '2026-11-30' }, 'UTC'), {
    from: '2026-11-01T00:00:00Z',
    to: '2026-12-01T00:00:00Z',
  })
})

test('a missing day, or a last one before the first, is no period', () => {
  assert.equal(instantsOf({ from: '', to: '2026-11-30' }, 'UTC'), undefined)
  assert.equal(instantsOf({ from: '2026-11-30', to: '2026-11-29' }, 'UTC'), undefined)
})

test('the day is that of the place, not that of Greenwich', () => {
  const lateEvening = Date.parse('2026-11-23T23:30:00Z')
  assert.equal(dayAt(lateEvening, 'Europe/Paris'), '2026-11-24')
  assert.equal(dayAt(lateEvening, 'UTC'), '2026-11-23')
})
