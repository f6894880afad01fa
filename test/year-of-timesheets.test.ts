import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMeasuredHouse } from './limits/measured-house.ts'

test('a year of two hundred people with two shifts is read page by page in little memory', async (t) => {
  const house = await openMeasuredHouse(t, 200)
  const year = 'from=2025-03-01&to=2026-03-01'
  const all = await house.ask(`/timesheets?${year}&limit=200`)
  assert.equal(all.status, 400)
  assert.match(all.end, /"field":"limit"/)
  let from = ''
  for (let page = 1; page <= 4; page++) {
    const { status, bytes, end } = await house.ask(`/timesheets?${year}&limit=50${from}`)
    const [, next] = /"next":"([0-9a-f-]{36})"\}$/.exec(end) ?? []
    assert.equal(status, 200)
    assert.ok(bytes > 10_000_000, `${bytes} bytes of page ${page}`)
    assert.ok(next !== undefined, end)
    from = `&after=${next}`
  }
  const { status, bytes, heapMegabytes } = await house.ask(`/exports/days.csv?${year}`)
  t.diagnostic(
    `the export has ${bytes} bytes and took at most ${heapMegabytes.toFixed(0)} MB of heap`,
  )
  assert.deepEqual([status, bytes > 1_000_000], [200, true])
})
