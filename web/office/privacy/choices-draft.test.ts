import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesOf, draftOf, reasonIsShort } from './choices-draft.ts'

const before = {
  country: 'FR',
  controller: { name: 'Atelier', address: '', contact: 'RH' },
  face: { use: 'by-country' },
  authorisation: null,
  retention: { recordYears: 8 },
  ordinal: 1,
  by: 'Ada',
  at: '2026-03-02T08:00:00Z',
} as const

test('what was decided comes back as it was when nobody changes it', () => {
  const { ordinal: _, by: __, at: ___, ...choices } = before
  assert.deepEqual(choicesOf(draftOf(before), before), choices)
})

test('another country has its own periods, and a reason goes only with faces that are on', () => {
  const draft = { ...draftOf(before), country: 'MA', authorisation: ' D-1/2026 ' } as const
  const typed = choicesOf({ ...draft, reason: 'forgotten' }, before)
  assert.deepEqual(typed.retention, {})
  assert.deepEqual([typed.face, typed.authorisation], [{ use: 'by-country' }, 'D-1/2026'])
})

test('faces are switched on with a reason that says something', () => {
  const on = { ...draftOf(before), use: 'on' } as const
  assert.equal(reasonIsShort({ ...on, reason: ' because we can     ' }), true)
  assert.equal(reasonIsShort({ ...on, reason: 'Cash room, agreed with the council' }), false)
  assert.equal(reasonIsShort({ ...on, use: 'off', reason: '' }), false)
})
