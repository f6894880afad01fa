import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPhotoQueue } from './photo-queue.ts'

type Named = { name: string; purpose: 'probe' | 'template'; isSlow: boolean }
const photo = (name: string, isSlow = false): Named => ({
  name,
  purpose: name.startsWith('p') ? 'probe' : 'template',
  isSlow,
})

function queueOf(...photos: Named[]) {
  const queue = createPhotoQueue<Named>()
  for (const each of photos) queue.add(each)
  const takeAll = (isQuick = false) => {
    const names: string[] = []
    for (let next = queue.take(isQuick); next; next = queue.take(isQuick)) names.push(next.name)
    return names.join(' ')
  }
  return { queue, takeAll }
}

test('whoever stands at the door comes first, and enrolments are not kept waiting for ever', () => {
  const templates = ['t1', 't2', 't3'].map((name) => photo(name))
  const probes = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((name) => photo(name))
  assert.equal(queueOf(...templates, ...probes).takeAll(), 'p1 p2 p3 p4 t1 p5 p6 t2 t3')
})

test('a photo whose decoder is slow lets the others pass where there is one at work', () => {
  const { queue, takeAll } = queueOf(photo('p1', true), photo('p2'), photo('t1', true), photo('t2'))
  assert.equal(takeAll(true), 'p2 t2')
  assert.equal(queue.length, 2)
  assert.equal(takeAll(), 'p1 t1')
})

test('a photo that nobody waits for any more is taken out', () => {
  const [first, second] = [photo('t1'), photo('t2')]
  const { queue, takeAll } = queueOf(first, second)
  assert.equal(queue.remove(first), true)
  assert.equal(queue.remove(first), false)
  assert.equal(takeAll(), 't2')
})
