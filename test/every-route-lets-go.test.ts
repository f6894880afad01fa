import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { largestRequests } from './limits/largest-requests.ts'
import { type MeasuredHouse, openMeasuredHouse } from './limits/measured-house.ts'

/** Nobody else is answered for longer than this, in processor time: that of the clock is also other programs'. */
const longestTurnMs = 50

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, unknown>>
}
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
)

/** A year of fifty people is 25 MB of JSON, and far more while it is counted; the schedules alone are some 30. */
const heapMegabytes = 160

let house: MeasuredHouse
const closing: (() => unknown)[] = []
before(async () => {
  house = await openMeasuredHouse({ after: (work) => closing.push(work) }, { heapMegabytes })
})
after(async () => {
  for (const close of closing) await close()
})

test('a year of two hundred people with two shifts is read page by page in little memory', async (t) => {
  const year = 'from=2025-03-01&to=2026-03-01'
  const all = await house.ask(`/timesheets?${year}&limit=200`)
  assert.equal(all.status, 400)
  assert.match(all.end, /"code":"range-too-long".*"field":"limit"/)
  let after_ = ''
  for (let page = 1; page <= 4; page++) {
    const { status, bytes, end } = await house.ask(`/timesheets?${year}&limit=50${after_}`)
    const [, next] = /"next":"([0-9a-f-]{36})"\}$/.exec(end) ?? []
    assert.equal(status, 200)
    assert.ok(bytes > 10_000_000, `${bytes} bytes of page ${page}`)
    assert.ok(next !== undefined, end)
    after_ = `&after=${next}`
  }
  for (const format of ['csv', 'xlsx', 'json']) {
    const {
      status,
      bytes,
      heapMegabytes: most,
    } = await house.ask(`/exports/days.${format}?${year}`)
    t.diagnostic(`${format}: ${bytes} bytes, ${most.toFixed(0)} MB of heap`)
    assert.deepEqual([status, bytes > 1_000_000], [200, true], format)
  }
})

test('no route at its limits holds the event loop for longer than fifty milliseconds', async (t) => {
  assert.deepEqual(routes.filter((route) => !(route in largestRequests)), [], 'routes without a largest request') // prettier-ignore
  const { company, ask } = house
  const tooLong: string[] = []
  for (const [route, largest] of Object.entries(largestRequests)) {
    const turns: string[] = []
    // What is compiled at the first request, and a collection of garbage, are no property of a route.
    let best = Infinity
    for (let round = 0; round < 3; round++) {
      const [method = '', route_ = ''] = route.split(' ')
      const { path = route_, query = '', init = {} } = largest(company, round)
      const { status, longestMs } = await ask(`${path}${query}`, { method, ...init })
      assert.ok(status < 500 || status === 503, `${route}: ${status}`)
      best = Math.min(best, longestMs)
      turns.push(`${status} ${longestMs.toFixed(0)}`)
    }
    t.diagnostic(`${route}: ${turns.join(', ')} ms`)
    if (best >= longestTurnMs) tooLong.push(`${route}: ${turns.join(', ')} ms`)
  }
  assert.deepEqual(tooLong, [])
})
