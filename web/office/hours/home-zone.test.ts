import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeZone } from './home-zone.ts'

const sites = [
  { id: 'paris', zone: 'Europe/Paris' },
  { id: 'tokyo', zone: 'Asia/Tokyo' },
  { id: 'new-york', zone: 'America/New_York' },
]
const assignments = [
  { from: '2026-01-01', siteId: 'tokyo' },
  { from: '2026-03-10', siteId: 'new-york' },
]

test('a moment is told on the clocks of the site where the employee belonged then', () => {
  assert.equal(homeZone('2026-02-01T08:00:00Z', assignments, sites), 'Asia/Tokyo')
  assert.equal(homeZone('2026-03-10T03:59:59Z', assignments, sites), 'Asia/Tokyo')
  assert.equal(homeZone('2026-03-10T04:00:00Z', assignments, sites), 'America/New_York')
})

test('before any assignment, and without one, the clocks are those of the first site', () => {
  assert.equal(homeZone('2025-12-01T08:00:00Z', assignments, sites), 'Europe/Paris')
  assert.equal(homeZone('2026-02-01T08:00:00Z', [], sites), 'Europe/Paris')
  assert.equal(homeZone('2026-02-01T08:00:00Z', [], []), 'UTC')
})
