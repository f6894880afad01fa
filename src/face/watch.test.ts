import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pulseEveryMs } from './pulse.ts'
import { createWatch, type Finding } from './watch.ts'

const megabyte = 1024 * 1024

/** A worker of two seats that has started; `live` lets it live for some seconds, which say what was found. */
function worker() {
  const watch = createWatch(2)
  const steps = [0, 0, 0]
  let cpuMs = 0
  let bytes = 300 * megabyte
  const live = (
    seconds: number,
    {
      cpu = 0,
      stepping,
      isSilent = false,
    }: { cpu?: number; stepping?: number; isSilent?: boolean } = {},
  ): Finding | undefined => {
    for (let ms = 0; ms < seconds * 1000; ms += pulseEveryMs) {
      cpuMs += (cpu * pulseEveryMs) / 1000
      if (stepping !== undefined) steps[stepping] = (steps[stepping] ?? 0) + 1
      if (!isSilent) watch.hear({ cpuMs, bytes, steps: [...steps] })
      const finding = watch.tick()
      if (finding) return finding
    }
    return undefined
  }
  const grow = (to: number) => (bytes = to * megabyte)
  return { watch, live, grow }
}
const started = () => {
  const all = worker()
  all.watch.end(2)
  return all
}

test('a worker without work may be idle for as long as it likes', () => {
  assert.equal(started().live(3600), undefined)
})

test('a worker that uses a thousandth of a processor is slow, one that uses none is stuck', () => {
  const slow = started()
  slow.watch.begin(0)
  assert.equal(slow.live(600, { cpu: 1 }), undefined)
  const stuck = started()
  stuck.watch.begin(0)
  assert.equal(stuck.live(4.5), undefined)
  assert.equal(stuck.live(1), 'idle')
})

test('a stage that uses a processor without an end is found, also beside photos that get on', () => {
  const { watch, live } = started()
  watch.begin(0)
  watch.begin(1)
  assert.equal(live(15, { cpu: 1000, stepping: 1 }), undefined)
  assert.equal(live(10, { cpu: 1000, stepping: 1 }), 'runaway')
})

test('a photo that gets on may take as long as it needs', () => {
  const { watch, live } = started()
  watch.begin(0)
  assert.equal(live(600, { cpu: 1000, stepping: 0 }), undefined)
})

test('a worker that says nothing is found, with or without work', () => {
  const { live } = started()
  assert.equal(live(1), undefined)
  assert.equal(live(6, { isSilent: true }), 'silent')
})

test('whoever watches and was held up itself blames nobody', () => {
  const { watch, live } = started()
  watch.begin(0)
  assert.equal(live(1, { cpu: 100 }), undefined)
  // A minute in which nobody listened is one tick.
  assert.equal(watch.tick(), undefined)
})

test('a start that hangs is found, and one that takes its time is not', () => {
  assert.equal(worker().live(29, { isSilent: true }), undefined)
  assert.equal(worker().live(31, { isSilent: true }), 'silent')
  const loading = worker()
  assert.equal(loading.live(50, { cpu: 1000 }), undefined)
  assert.equal(loading.live(6), 'idle')
  assert.equal(worker().live(70, { cpu: 1000 }), 'runaway')
})

test('a worker that takes the memory of the others is found', () => {
  const { live, grow } = started()
  grow(900)
  assert.equal(live(10), undefined)
  grow(2000)
  assert.equal(live(1), 'bloated')
})
