import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cardAt,
  cardsOf,
  draftOf,
  formOfVersion,
  isOverMidnight,
  usualRules,
  usualShift,
  weekdays,
  weekOf,
} from './schedule-draft.ts'

const morning = { name: 'Morning', start: '06:00', end: '14:00', breaks: [] }
const late = { name: 'Late', start: '14:00', end: '22:00', breaks: [] }

test('equal shifts of several days are one card, and go back as they came', () => {
  const week = { monday: [morning, late], tuesday: [morning], saturday: [late] }
  const cards = cardsOf(week)
  assert.deepEqual(
    cards.map(({ name, days }) => [name, days]),
    [
      ['Morning', ['monday', 'tuesday']],
      ['Late', ['monday', 'saturday']],
    ],
  )
  const empty = Object.fromEntries(weekdays.map((day) => [day, []]))
  assert.deepEqual(weekOf(cards), { ...empty, ...week })
})

test('a place that the server names leads to its card', () => {
  const cards = cardsOf({ monday: [morning, late], saturday: [late] })
  assert.equal(cardAt(cards, 'monday', 1), 1)
  assert.equal(cardAt(cards, 'saturday', 0), 1)
  assert.equal(cardAt(cards, 'sunday', 0), -1)
})

test('the first day of a rotation is sent only where there is one', () => {
  const form = { name: ' Office ', from: '2026-12-01', anchor: '2026-11-30', rules: usualRules }
  const weekly = draftOf({ ...form, weeks: [[usualShift('Day')]] })
  assert.equal(weekly.name, 'Office')
  assert.equal('anchor' in weekly, false)
  const rotating = draftOf({ ...form, weeks: [[usualShift('Day')], []] })
  assert.equal(rotating.anchor, '2026-11-30')
  assert.equal(rotating.weeks.length, 2)
})

test('a version that is there fills the form for the next one', () => {
  const version = {
    from: '2026-01-01',
    anchor: '2025-12-29',
    weeks: [{ monday: [morning] }, { monday: [late] }],
    rules: usualRules,
  }
  const form = formOfVersion('Office', version, '2026-12-01')
  assert.equal(form.anchor, '2025-12-29')
  assert.deepEqual(draftOf(form).weeks[1]?.monday, [late])
})

test('a night ends on the next day', () => {
  assert.ok(isOverMidnight({ start: '22:00', end: '06:00' }))
  assert.ok(!isOverMidnight({ start: '09:00', end: '17:00' }))
  assert.ok(!isOverMidnight({ start: '09:00', end: '' }))
})
