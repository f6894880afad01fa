import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkup, type Facts } from './checkup.ts'

const now = Temporal.Instant.from('2026-11-28T08:00:00Z')
const hoursAgo = (hours: number) => now.subtract({ hours })

const healthy: Facts = {
  now,
  isSetUp: true,
  trouble: undefined,
  caution: undefined,
  newestRecordAt: hoursAgo(1),
  zoneData: '2026c',
  freeBytes: 20 * 1024 ** 3,
  isKeyCopied: true,
  unreadable: 0,
  recogniser: { outcome: 'use', name: 'builtin' },
  certificateUntil: now.add({ hours: 24 * 60 }),
  kiosks: [{ name: 'Entrance', seenAt: hoursAgo(0), camera: 'live' }],
}

/** What is not fine, and how bad it is. */
const found = (facts: Partial<Facts>) =>
  checkup({ ...healthy, ...facts }).flatMap(({ about, state }) =>
    state === 'fine' ? [] : [`${about} ${state}`],
  )

test('an installation in order has nothing to look at', () => {
  assert.deepEqual(found({}), [])
  assert.equal(checkup(healthy).length, 11)
})

test('each thing that is out of order is found, alone and by its name', () => {
  const cases: readonly (readonly [Partial<Facts>, string])[] = [
    [{ trouble: 'mysql-flush-log' }, 'database wrong'],
    [{ caution: 'mysql-records-can-be-changed' }, 'records look'],
    [{ isSetUp: false }, 'set-up wrong'],
    [{ newestRecordAt: now.add({ hours: 3 }) }, 'clock wrong'],
    [{ zoneData: '2024a' }, 'time zones wrong'],
    [{ zoneData: 'unknown' }, 'time zones wrong'],
    [{ freeBytes: 5e8 }, 'disk wrong'],
    [{ isKeyCopied: false }, 'master key look'],
    [{ unreadable: 1 }, 'templates wrong'],
    [{ recogniser: { outcome: 'missing', name: 'retail-0095' } }, 'recogniser wrong'],
    [{ recogniser: { outcome: 'unknown', name: 'of-tomorrow.1' } }, 'recogniser wrong'],
    [{ certificateUntil: now.add({ hours: 24 * 6 }) }, 'certificate wrong'],
    [{ certificateUntil: hoursAgo(1) }, 'certificate wrong'],
    [{ kiosks: [{ name: 'Yard', seenAt: hoursAgo(25), camera: 'live' }] }, 'kiosk Yard look'],
    [{ kiosks: [{ name: 'Yard', seenAt: undefined, camera: undefined }] }, 'kiosk Yard look'],
    [{ kiosks: [{ name: 'Yard', seenAt: hoursAgo(1), camera: 'denied' }] }, 'kiosk Yard look'],
  ]
  for (const [facts, finding] of cases) assert.deepEqual(found(facts), [finding])
})

test('an empty installation without a certificate of its own is in order too', () => {
  assert.deepEqual(
    found({ newestRecordAt: undefined, certificateUntil: undefined, kiosks: [] }),
    [],
  )
})

test('clocks of two servers may differ by a little', () => {
  assert.deepEqual(found({ newestRecordAt: now.add({ seconds: 90 }) }), [])
})
