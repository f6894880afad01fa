import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClockIn } from '../src/attendance/clock-in.ts'
import type { FaceEngine } from '../src/face/index.ts'
import { asOperator } from './callers.ts'
import { call, each, get, idOf, openOffice } from './office.ts'

test('what was approved counts, in whatever order it was written', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const recordId = await record('2026-03-02T07:00:00Z', 'in')
  await record('2026-03-02T16:00:00Z', 'out')
  house.clock.forward(86_400)
  const ask = async (at: string) => {
    const asked = { employeeId, reason: 'Oubli', action: 'change', recordId, at }
    const { status, body } = await call(house, 'POST', '/corrections', asked)
    assert.equal(status, 201, JSON.stringify(body))
    return idOf({ body })
  }
  const other = await asOperator(house, 'manager', 'all')
  const approve = async (id: string) => {
    const { status, body } = await house.ask(`/corrections/${id}/decision`, {
      method: 'POST',
      headers: { ...other, 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: 'approved' }),
    })
    assert.equal(status, 200, JSON.stringify(body))
  }
  const arrival = async () => {
    const range = 'from=2026-03-02&to=2026-03-02'
    const { body } = await call(house, 'GET', `/exports/days.json?${range}`)
    return get(body, '0.first')
  }
  const toNine = await ask('2026-03-02T09:00')
  await approve(await ask('2026-03-02T10:00'))
  assert.equal(await arrival(), '10:00')
  await approve(await ask('2026-03-02T08:00'))
  assert.equal(await arrival(), '08:00')
  await approve(toNine)
  assert.equal(await arrival(), '09:00')
})

test('rules of a day that has begun at a site are not rewritten, at any hour', async (t) => {
  const { house, employeeId, scheduleId, siteId } = await openOffice(t)
  // 00:30 UTC on Tuesday: in Paris it is Tuesday, in Pago Pago still Monday.
  house.clock.forward(16.5 * 3600)
  const version = { weeks: [{}], rules: { graceLate: 200 } }
  for (const from of ['2026-03-01', '2026-03-02']) {
    const path = `/schedules/${scheduleId}/versions`
    const { status, body } = await call(house, 'POST', path, { ...version, from })
    assert.deepEqual([status, get(body, 'code')], [422, 'rewrites-the-past'], from)
  }
  const auckland = await call(house, 'POST', '/sites', { name: 'A', zone: 'Pacific/Auckland' })
  const path = `/employees/${employeeId}/assignments`
  const move = (from: string, site: string) =>
    call(house, 'POST', path, { from, siteId: site, scheduleId })
  assert.equal((await move('2026-03-03', idOf(auckland))).status, 201)
  // 12:30 UTC on Tuesday: in Auckland it is Wednesday.
  house.clock.forward(12 * 3600)
  const back = await move('2026-03-03', siteId)
  assert.equal(get(back.body, 'code'), 'rewrites-the-past')
  const later = await call(house, 'POST', `/schedules/${scheduleId}/versions`, {
    ...version,
    from: '2026-03-03',
  })
  assert.equal(get(later.body, 'code'), 'rewrites-the-past')
})

test('an export by month names the site of each month', async (t) => {
  const { house, employeeId, record } = await openOffice(t)
  const fes = await call(house, 'POST', '/sites', { name: 'Fès', zone: 'Africa/Casablanca' })
  const path = `/employees/${employeeId}/assignments`
  const moved = { from: '2026-04-01', siteId: idOf(fes), scheduleId: null }
  assert.equal((await call(house, 'POST', path, moved)).status, 201)
  for (const day of ['2026-03-04', '2026-04-06']) {
    await record(`${day}T08:00:00Z`, 'in')
    await record(`${day}T16:00:00Z`, 'out')
  }
  house.clock.forward(60 * 86_400)
  for (const kind of ['months', 'weeks']) {
    const range = 'from=2026-03-02&to=2026-04-12'
    const { body } = await call(house, 'GET', `/exports/${kind}.json?${range}`)
    const sites = each({ rows: body }, 'rows', 'site')
    assert.deepEqual([sites[0], sites.at(-1)], ['Lyon', 'Fès'], kind)
  }
})

test('whether somebody comes or goes is told by the longest session of their schedule', async (t) => {
  const { house, employeeId, siteId } = await openOffice(t)
  const watch = await call(house, 'POST', '/schedules', {
    name: 'Garde',
    from: '2026-01-05',
    weeks: [{}],
    rules: { maxSession: 26 * 60 },
  })
  const assigned = await call(house, 'POST', `/employees/${employeeId}/assignments`, {
    ...{ from: '2026-03-03', siteId },
    scheduleId: idOf(watch),
  })
  assert.equal(assigned.status, 201)
  const embedding = { model: 'm', vector: Float32Array.of(1, 0) }
  const quality = {
    ...{ interEyeDistancePx: 120, sharpness: 0.25, luminanceMean: 0.5, contrast: 0.2 },
    ...{ underExposed: 0, overExposed: 0, insidePhoto: 1, eyeOpenness: 0.3, presence: 1 },
    ...{ mouthStraying: 0.02, noseStraying: 0.02, eyesStraying: 0.02 },
  }
  const face = {
    ...{ box: { x: 0, y: 0, width: 200, height: 200 }, confidence: 1, landmarks: [] },
    ...{ pose: { yaw: 0, pitch: 0, roll: 0 }, quality, embedding, unifiedQuality: 70 },
  }
  const engine = {
    look: () => Promise.resolve({ readable: true, width: 640, height: 480, faces: [face] }),
  } as unknown as FaceEngine
  const clockIn = createClockIn({
    ...{ engine, store: house.store, clock: house.clock, newId: house.newId },
    gallery: {} as never,
    identify: () => ({ outcome: 'match', employeeId }),
    searchAt: async () => undefined,
    settings: { debounceSeconds: 60 },
  })
  const kindAfter = async (hours: number) => {
    house.clock.forward(hours * 3600)
    const result = await clockIn(new Uint8Array(1))
    return 'record' in result && result.record.kind
  }
  // On Monday the office's schedule holds, with sessions of 16 hours, from Tuesday on the watch's.
  assert.equal(await kindAfter(0), 'in')
  assert.equal(await kindAfter(17), 'in')
  assert.equal(await kindAfter(24), 'out')
  assert.equal(await kindAfter(1), 'in')
  assert.equal(await kindAfter(27), 'in')
})
