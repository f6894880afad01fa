import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConsent } from './consent-field.ts'

const read = (text: string | undefined, language?: string) =>
  readConsent(text, language, { version: 3 })

test('a consent is the notice that was read on a screen, or the place where the paper is', () => {
  assert.deepEqual(read('notice:3:ar'), {
    outcome: 'read',
    form: { how: 'on-screen' },
    language: 'ar',
  })
  assert.deepEqual(read('  Armoire  2,\tdossier Zoé ', 'en'), {
    outcome: 'read',
    form: { how: 'on-paper', keptAt: 'Armoire 2, dossier Zoé' },
    language: 'en',
  })
})

test('whoever agreed to another version agreed to something else', () => {
  for (const text of ['notice:2:fr', 'notice:4:fr', 'NOTICE:0:en'])
    assert.deepEqual(read(text), { outcome: 'other-version' })
})

test('nothing is taken for a consent that is none', () => {
  assert.deepEqual(
    [undefined, '', ' \t\n'].map((text) => read(text).outcome),
    ['missing', 'missing', 'missing'],
  )
  for (const text of [
    ...[
      'notice:',
      'notice:3',
      'notice:3:de',
      'notice:-3:fr',
      'notice:3:fr:x',
      'notice:9999999999:fr',
    ],
    ...['ok', 'a'.repeat(201), 'paper\u202e', 'paper\u0007'],
  ]) {
    assert.equal(read(text).outcome, 'unusable', JSON.stringify(text))
  }
  assert.equal(read('Cabinet 2', 'de').outcome, 'unusable')
})
