import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Choices, nobodyNamed } from '../choices.ts'
import { countries } from '../country.ts'
import { profileOf } from '../countries/profiles.ts'
import { planRetention } from './plan.ts'

const at = Temporal.Instant.from('2029-03-02T08:00:00Z')
const ago = (days: number) => at.subtract({ milliseconds: Math.round(86_400_000 * days) })
const choices = (more: Partial<Choices> = {}, madeDaysAgo = 1000) => ({
  country: 'US-IL' as const,
  controller: nobodyNamed,
  face: { use: 'by-country' as const },
  authorisation: null,
  retention: {},
  at: ago(madeDaysAgo),
  ...more,
})
const holder = (employeeId: string, days: number, hasLeft = false) => ({
  employeeId,
  hasLeft,
  lastUsedAt: ago(days),
})
const due = (made: ReturnType<typeof choices>, ...holders: ReturnType<typeof holder>[]) =>
  planRetention(made, holders, [], at).templates.map(({ employeeId, reason }) => [
    employeeId,
    reason,
  ])

test('a template goes on the day after its last use is as long ago as the country has it', () => {
  for (const country of countries) {
    const { templateUnusedDays: days } = profileOf(country).retention
    const face = { use: 'on', reason: 'Agreed with the works council' } as const
    const made = choices({ country, face, authorisation: 'D-1/2026' })
    assert.deepEqual(due(made, holder('kept', days), holder('gone', days + 0.001)), [
      ['gone', 'unused'],
    ])
  }
})

test('a template of somebody who left goes at once, whenever it was used', () => {
  assert.deepEqual(due(choices(), holder('a', 0, true), holder('b', 0)), [['a', 'left']])
})

test('when faces are switched off all templates go, after a week in which that can be taken back', () => {
  const off = { face: { use: 'off' } } as const
  assert.deepEqual(due(choices(off, 7), holder('a', 1)), [])
  assert.deepEqual(due(choices(off, 7.001), holder('a', 1)), [['a', 'face-not-allowed']])
})

test('periods that were decided here go before the country’s', () => {
  const made = choices({ retention: { templateUnusedDays: 30 } })
  assert.deepEqual(due(made, holder('a', 31)), [['a', 'unused']])
})

test('of whoever left everything goes once their last record is as old as the country has it', () => {
  const leaver = (employeeId: string, years: number) => ({
    employeeId,
    lastRecordedAt: ago(years * 365.25),
  })
  for (const country of countries) {
    const { recordYears } = profileOf(country).retention
    const leavers = [leaver('kept', recordYears - 0.01), leaver('gone', recordYears + 0.01)]
    const { people } = planRetention(choices({ country }), [], leavers, at)
    assert.deepEqual(
      people.map(({ employeeId }) => employeeId),
      ['gone'],
    )
  }
})
