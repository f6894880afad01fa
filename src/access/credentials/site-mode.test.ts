import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteModes, wayAt } from './site-mode.ts'

test('a number and its PIN are enough at every site: nobody has to show their face', () => {
  for (const mode of siteModes) {
    assert.equal(wayAt(mode, { says: 'pin', showsFace: false }), 'take-their-word', mode)
  }
})

test('a site without faces takes no photo, and one that asks for both takes no face alone', () => {
  assert.equal(wayAt('no-face', { says: 'nothing', showsFace: true }), undefined)
  assert.equal(wayAt('no-face', { says: 'badge', showsFace: true }), undefined)
  assert.equal(wayAt('no-face', { says: 'badge', showsFace: false }), 'take-their-word')
  assert.equal(wayAt('badge-and-face', { says: 'nothing', showsFace: true }), undefined)
  assert.equal(wayAt('badge-and-face', { says: 'badge', showsFace: false }), 'confirm-if-enrolled')
  assert.equal(wayAt('badge-and-face', { says: 'badge', showsFace: true }), 'confirm')
})

test('whoever says who they are and shows a face is compared with that one only', () => {
  for (const mode of ['face', 'face-or-pin', 'badge-and-face'] as const) {
    assert.equal(wayAt(mode, { says: 'pin', showsFace: true }), 'confirm')
  }
  assert.equal(wayAt('face', { says: 'nothing', showsFace: true }), 'identify')
})
