import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  nextKiosk,
  readyKiosk,
  stayMs,
  type Answer,
  type Kiosk,
  type KioskEvent,
  type Shown,
} from './machine.ts'

const shown: Shown = { by: 'face', photo: new Blob(['a photo']) }
const recorded = {
  outcome: 'recorded',
  name: 'Amina',
  kind: 'in',
  at: '2026-11-23T08:00:00Z',
} as const satisfies Answer
const unreachable: Answer = { outcome: 'failed', failure: { kind: 'unreachable' } }

const after = (...events: KioskEvent[]) => events.reduce<Kiosk>(nextKiosk, readyKiosk)
const taken: KioskEvent = { type: 'shown', shown }
const answered = (attempt: number, answer: Answer): KioskEvent => ({
  type: 'answered',
  attempt,
  answer,
})

test('a photo is sent, its answer is told, and then the kiosk is ready again', () => {
  assert.deepEqual(after(taken), { step: 'sending', attempt: 1, shown })
  const told = after(taken, answered(1, recorded))
  assert.deepEqual(told, { step: 'told', attempt: 1, answer: recorded, shown: undefined })
  assert.deepEqual(nextKiosk(told, { type: 'time-up', attempt: 1 }), { step: 'ready', attempt: 1 })
})

test('a second press while a photo is under way sends nothing', () => {
  const sending = after(taken)
  assert.equal(nextKiosk(sending, taken), sending)
  assert.equal(nextKiosk(sending, { type: 'retried' }), sending)
  assert.equal(nextKiosk(sending, { type: 'dismissed' }), sending)
})

test('the next person need not wait for the answer to the one before to go away', () => {
  assert.equal(after(taken, answered(1, recorded), taken).step, 'sending')
  assert.equal(after(taken, answered(1, recorded), { type: 'dismissed' }).step, 'ready')
})

test('an answer or a timer of an earlier attempt changes nothing', () => {
  const second = after(taken, answered(1, recorded), taken)
  assert.equal(nextKiosk(second, answered(1, unreachable)), second)
  const told = nextKiosk(second, answered(2, recorded))
  assert.equal(nextKiosk(told, { type: 'time-up', attempt: 1 }), told)
})

test('a photo is sent again only when it was not the photo that was wrong', () => {
  const failed = after(taken, answered(1, unreachable))
  assert.deepEqual(nextKiosk(failed, { type: 'retried' }), { step: 'sending', attempt: 2, shown })
  const damaged = answered(1, {
    outcome: 'failed',
    failure: {
      kind: 'problem',
      problem: {
        type: 'urn:pointeuse:problem:unreadable-photo',
        title: 'The photo cannot be looked at',
        status: 422,
        code: 'unreadable-photo',
        detail: 'The photo cannot be looked at: damaged.',
        reason: 'damaged',
      },
    },
  })
  for (const told of [after(taken, damaged), after(taken, answered(1, recorded))]) {
    assert.equal(nextKiosk(told, { type: 'retried' }), told)
  }
})

test('whoever it was not takes the record back, once, and only where it can be', () => {
  assert.equal(nextKiosk(after(taken, answered(1, recorded)), { type: 'contested' }).step, 'told')
  const told = after(taken, answered(1, { ...recorded, contestable: 'r' }))
  const contesting = nextKiosk(told, { type: 'contested' })
  assert.deepEqual(contesting, { step: 'contesting', attempt: 2, recordId: 'r' })
  for (const event of [{ type: 'contested' }, { type: 'dismissed' }, taken] as const) {
    assert.equal(nextKiosk(contesting, event), contesting)
  }
  assert.equal(nextKiosk(contesting, answered(1, recorded)), contesting)
  assert.deepEqual(nextKiosk(contesting, answered(2, { outcome: 'voided' })), {
    ...{ step: 'told', attempt: 2, answer: { outcome: 'voided' }, shown: undefined },
  })
})

test('a photo is forgotten as soon as it is of no more use', () => {
  for (const state of [
    after(taken, answered(1, recorded)),
    after(taken, answered(1, unreachable), { type: 'dismissed' }),
    after(taken, answered(1, unreachable), { type: 'time-up', attempt: 1 }),
  ]) {
    assert.equal('shown' in state ? state.shown : undefined, undefined)
  }
})

test('the more there is to read, the longer an answer stays', () => {
  const poor = (...reasons: ('tilted' | 'too-dark')[]): Answer => ({
    outcome: 'poor-quality',
    reasons,
  })
  const stays = [recorded, { outcome: 'unknown' } as const, poor('tilted', 'too-dark'), unreachable]
  const sorted = stays.map(stayMs).toSorted((a, b) => a - b)
  assert.deepEqual(stays.map(stayMs), sorted)
  assert.ok(stayMs(poor('tilted', 'too-dark')) > stayMs(poor('tilted')))
})
