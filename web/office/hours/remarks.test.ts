import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overtimeByRate } from './remarks.ts'

const week = (name: string, bands: { label: string; seconds: number }[]) => ({
  week: name,
  sunday: '2026-11-29',
  overtime: bands.reduce((sum, { seconds }) => sum + seconds, 0),
  bands,
})

test('overtime is added up by rate over weeks, without rates that nobody reached', () => {
  const weeks = [
    week('2026-W47', [
      { label: '25 %', seconds: 3600 },
      { label: '50 %', seconds: 0 },
    ]),
    week('2026-W48', [{ label: '25 %', seconds: 1800 }]),
    week('2026-W49', []),
  ]
  assert.deepEqual(overtimeByRate(weeks), [{ label: '25 %', seconds: 5400 }])
})
