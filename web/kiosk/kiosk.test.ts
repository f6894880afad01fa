import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKiosk } from './kiosk.ts'
import type { Answer } from './machine.ts'

const unknown: Answer = { outcome: 'unknown' }

/** A kiosk whose server answers when told to, and whose timers ring when told to. */
function kioskInTheHand() {
  const sent: { photo: Blob; answer: (answer: Answer) => Promise<void> }[] = []
  const timers = new Set<() => void>()
  const kiosk = createKiosk({
    clockIn(photo) {
      const { promise, resolve } = Promise.withResolvers<Answer>()
      const answer = async (text: Answer) => {
        resolve(text)
        await promise
      }
      sent.push({ photo, answer })
      return promise
    },
    after(_ms, ring) {
      timers.add(ring)
      return () => timers.delete(ring)
    },
  })
  return { kiosk, sent, timers }
}

test('one press sends one photo, and its answer goes away by itself', async () => {
  const { kiosk, sent, timers } = kioskInTheHand()
  let changes = 0
  kiosk.subscribe(() => changes++)
  const photo = new Blob(['x'])
  kiosk.happen({ type: 'photo-taken', photo })
  kiosk.happen({ type: 'photo-taken', photo })
  assert.deepEqual(
    sent.map((request) => request.photo),
    [photo],
  )
  await sent[0]?.answer(unknown)
  assert.equal(kiosk.state().step, 'told')
  timers.forEach((ring) => ring())
  assert.equal(kiosk.state().step, 'ready')
  assert.equal(changes, 3)
})

test('the timer of an answer that was dismissed does not cut the next one short', async () => {
  const { kiosk, sent, timers } = kioskInTheHand()
  kiosk.happen({ type: 'photo-taken', photo: new Blob(['first']) })
  await sent[0]?.answer(unknown)
  kiosk.happen({ type: 'dismissed' })
  assert.equal(timers.size, 0)
  kiosk.happen({ type: 'photo-taken', photo: new Blob(['second']) })
  await sent[1]?.answer(unknown)
  assert.equal(timers.size, 1)
})

test('whatever breaks on the way is told, and the kiosk is ready again', async () => {
  const kiosk = createKiosk({
    clockIn: () => Promise.reject(new SyntaxError('Unexpected token <')),
    after: () => () => undefined,
  })
  kiosk.happen({ type: 'photo-taken', photo: new Blob(['x']) })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(kiosk.state().step, 'told')
})
