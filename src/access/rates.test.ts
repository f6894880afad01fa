import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../test/house.ts'
import { createRates } from './rates.ts'

const limit = { max: 25, seconds: 60 }

test('two servers on a database let in as many as one would, and as many again a minute later', async (t) => {
  const { store, clock } = await openHouse(t)
  const servers = [1, 2].map(() => createRates({ store: store.rates, clock }))
  const letIn = async (count: number) => {
    const asked = Array.from({ length: count }, (_, i) => servers[i % 2]?.count('kiosk:1', limit))
    return (await Promise.all(asked)).filter((counted) => counted?.isExceeded === false).length
  }
  assert.equal(await letIn(100), 25)
  assert.equal(await letIn(10), 0)
  const [one] = servers
  assert.deepEqual(await one?.count('kiosk:2', limit), { isExceeded: false, untilNextMs: 60_000 })
  clock.forward(59)
  assert.deepEqual(await one?.count('kiosk:1', limit), { isExceeded: true, untilNextMs: 1000 })
  clock.forward(1)
  assert.equal(await letIn(100), 25)
})

test('a clock that is put back locks nobody out', async (t) => {
  const { store, clock } = await openHouse(t)
  const rates = createRates({ store: store.rates, clock })
  for (let i = 0; i < 25; i++) await rates.count('key:1', limit)
  assert.equal((await rates.count('key:1', limit)).isExceeded, true)
  clock.forward(-3600)
  assert.equal((await rates.count('key:1', limit)).isExceeded, false)
})

test('servers whose clocks differ by a moment count in one window', async (t) => {
  const { store, clock } = await openHouse(t)
  const take = (window: number, amount: number) =>
    store.rates.take('key', { window, at: clock.now() }, amount, 10)
  assert.equal(await take(8, 5), 5)
  assert.equal(await take(7, 5), 5)
  assert.equal(await take(8, 5), 0)
  assert.equal(await take(9, 20), 10)
})
