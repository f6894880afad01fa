import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKiosk } from './kiosk.ts'
import type { Answer, Shown } from './machine.ts'

const unknown: Answer = { outcome: 'unknown' }

/** A kiosk whose server answers when told to, and whose timers ring when told to. */
function kioskInTheHand() {
  const sent: { shown: Shown; answer: (answer: Answer) => Promise<void> }[] = []
  const timers = new Set<() => void>()
  const kiosk = createKiosk({
    clockIn(shown) {
      const { promise, resolve } = Promise.withResolvers<Answer>()
      const answer = async (text: Answer) => {
        resolve(text)
        await promise
      }
      sent.push({ shown, answer })
      return promise
    },
    contest: async () => ({ outcome: 'voided' }),
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
  const shown: Shown = { by: 'face', photo: new Blob(['x']) }
  kiosk.happen({ type: 'shown', shown })
  kiosk.happen({ type: 'shown', shown })
  assert.deepEqual(
    sent.map((request) => request.shown),
    [shown],
  )
  await sent[0]?.answer(unknown)
  assert.equal(kiosk.state().step, 'told')
  timers.forEach((ring) => ring())
  assert.equal(kiosk.state().step, 'ready')
  assert.equal(changes, 3)
})

test('the timer of an answer that was dismissed does not cut the next one short', async () => {
  const { kiosk, sent, timers } = kioskInTheHand()
  kiosk.happen({ type: 'shown', shown: { by: 'pin', number: '7', pin: '12' } })
  await sent[0]?.answer(unknown)
  kiosk.happen({ type: 'dismissed' })
  assert.equal(timers.size, 0)
  kiosk.happen({ type: 'shown', shown: { by: 'badge', badge: 'B' } })
  await sent[1]?.answer(unknown)
  assert.equal(timers.size, 1)
})

test('whatever breaks on the way is told, and the kiosk is ready again', async () => {
  const kiosk = createKiosk({
    clockIn: () => Promise.reject(new SyntaxError('Unexpected token <')),
    contest: () => Promise.reject(new SyntaxError('Unexpected token <')),
    after: () => () => undefined,
  })
  kiosk.happen({ type: 'shown', shown: { by: 'face', photo: new Blob(['x']) } })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(kiosk.state().step, 'told')
})
