import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type House } from '../../../test/house.ts'

async function work(house: House, employeeId: string): Promise<void> {
  const record = { id: house.newId(), employeeId, kind: 'in', at: house.clock.now() } as const
  await house.store.records.append(employeeId, () => record)
}

test('records come newest first, in pages that hold each once', async (t) => {
  const house = await openHouse(t)
  const ana = await house.enrol('Ana')
  const bo = await house.enrol('Bo')
  for (let i = 0; i < 3; i++) {
    await work(house, ana)
    await work(house, bo)
    house.clock.forward(0.000_001 + 60)
  }
  const seen: string[] = []
  let after = ''
  do {
    const { body } = await house.ask(`/attendance?limit=4${after && `&after=${after}`}`)
    seen.push(...body.records.map((record) => `${record.employee?.name} ${record.at}`))
    after = body.next ?? ''
  } while (after)
  assert.deepEqual(seen, [
    'Bo 2026-03-02T08:02:00Z',
    'Ana 2026-03-02T08:02:00Z',
    'Bo 2026-03-02T08:01:00Z',
    'Ana 2026-03-02T08:01:00Z',
    'Bo 2026-03-02T08:00:00Z',
    'Ana 2026-03-02T08:00:00Z',
  ])
})

test('records are found by employee and by a range in any offset', async (t) => {
  const house = await openHouse(t)
  const ana = await house.enrol('Ana')
  await work(house, await house.enrol('Bo'))
  await work(house, ana)
  house.clock.forward(3600)
  await work(house, ana)
  const from = encodeURIComponent('2026-03-02T09:00:00+01:00')
  const to = encodeURIComponent('2026-03-02T10:00:00+01:00')
  const { body } = await house.ask(`/attendance?employee=${ana}&from=${from}&to=${to}`)
  assert.deepEqual(
    body.records.map(({ at, employee }) => [at, employee?.name]),
    [['2026-03-02T08:00:00Z', 'Ana']],
  )
})

test('a record says what the clocks showed where it was made', async (t) => {
  const house = await openHouse(t)
  const site = { id: house.newId(), name: 'Fès', zone: 'Africa/Casablanca', calendar: null }
  await work(house, await house.enrol('Ana'))
  await house.store.sites.add(site, 0)
  house.clock.forward(60)
  await work(house, await house.enrol('Bo'))
  const { body } = await house.ask('/attendance')
  // In March 2026, before Ramadan ended, Morocco was on UTC.
  assert.deepEqual(
    body.records.map((record) => ('clock' in record ? record.clock : null)),
    [
      { zone: 'Africa/Casablanca', offsetSeconds: 0 },
      { zone: 'UTC', offsetSeconds: 0 },
    ],
  )
})
