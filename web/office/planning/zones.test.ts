import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isZoneMeant, offsetText, zoneNames } from './zones.ts'

test('a zone is found by its city, however it is typed', () => {
  const found = (typed: string) => zoneNames().filter((zone) => isZoneMeant(zone, typed))
  assert.deepEqual(found('casa'), ['Africa/Casablanca'])
  assert.deepEqual(found('New York'), ['America/New_York'])
  assert.deepEqual(found('europe/par'), ['Europe/Paris'])
  assert.deepEqual(found('utc'), ['UTC'])
  assert.deepEqual(found('nowhere'), [])
})

test('the distance to UTC is that of the moment', () => {
  assert.equal(offsetText('Europe/Paris', new Date('2026-11-23T12:00:00Z'), 'en'), 'GMT+1')
  assert.equal(offsetText('Europe/Paris', new Date('2026-07-23T12:00:00Z'), 'en'), 'GMT+2')
})
