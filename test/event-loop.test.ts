import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import type { FaceEngine } from '../src/face/index.ts'
import { asWhoMay } from './admin.ts'
import { openHouse, realEngine, type House } from './house.ts'

let engine: FaceEngine
before(async () => {
  engine = await realEngine()
})
after(() => engine.close())

/** Nobody else is answered for longer than this, in processor time: that of the clock is also other programs'. */
const longestTurnMs = 50

/** Sends forms from another thread, whose work is not the server's. */
const sender = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { origin, forms } = workerData
  Promise.all(forms.map(async ({ path, name, count, bytes, as }) => {
    const form = new FormData()
    if (name) form.append('name', name)
    for (let i = 0; i < count; i++) form.append('photo', new Blob([new Uint8Array(bytes)]), 'p.jpg')
    const key = { 'idempotency-key': path + bytes }
    const { status } = await fetch(origin + path, { method: 'POST', body: form, headers: { ...as, ...key } })
    return status
  })).then((statuses) => parentPort.postMessage(statuses))`

type Form = { path: string; name?: string; count: number; bytes: number }

/** Sends the forms at once; gives their answers' status, and the longest turn of the event loop meanwhile. */
async function send({ origin }: House, forms: readonly Form[]) {
  let longest = 0
  let isOver = false
  let last = process.threadCpuUsage()
  const turn = () => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
    if (!isOver) setImmediate(turn)
  }
  const worker = new Worker(sender, {
    eval: true,
    workerData: { origin, forms: forms.map((form) => ({ ...form, as: asWhoMay(form.path) })) },
  })
  setImmediate(turn)
  const [statuses] = (await once(worker, 'message')) as [number[]]
  isOver = true
  return { statuses, longest }
}

test('photos at their limits hold the event loop for no longer than fifty milliseconds', async (t) => {
  const house = await openHouse(t, engine)
  const megabyte = 1024 * 1024
  await send(house, [{ path: '/clock_in', count: 1, bytes: megabyte }]) // what is compiled at first
  const { statuses, longest } = await send(house, [
    { path: '/register', name: 'Ana', count: 6, bytes: 10 * megabyte },
    { path: '/clock_in', count: 1, bytes: 10 * megabyte },
    { path: '/clock_in', count: 1, bytes: 9 * megabyte },
  ])
  t.diagnostic(`the longest turn took ${Math.round(longest)} ms`)
  assert.deepEqual(statuses, [422, 415, 415])
  assert.ok(longest < longestTurnMs, `${Math.round(longest)} ms`)
})
