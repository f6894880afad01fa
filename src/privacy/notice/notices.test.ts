import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openPrivacy } from '../../../test/privacy.ts'
import { draftNotice } from './draft.ts'

const long = 'Nous gardons vos heures, et rien que vos heures. '.repeat(6)
const texts = { fr: long, en: long, ar: long }

test('set-up keeps the choices and publishes the country’s notice where that is asked for', async (t) => {
  const { privacy, store, clock } = await openPrivacy(t)
  await privacy.setUp({ country: 'US-IL', publishNotice: true, by: 'Ana' })
  const choices = await store.choices.latest()
  assert.deepEqual([choices?.country, choices?.by, choices?.ordinal], ['US-IL', 'Ana', 1])
  const state = await privacy.notices.state(choices)
  assert.ok(state.state === 'current' && choices)
  assert.equal(state.notice.texts.ar.text, draftNotice(choices).ar)
  assert.equal(state.notice.coversFace, true)
  assert.ok(state.notice.at.equals(clock.now()))
})

test('set-up without publishing leaves people untold', async (t) => {
  const { privacy, store } = await openPrivacy(t)
  await privacy.setUp({ country: 'other', publishNotice: false, by: 'Ana' })
  assert.deepEqual(await privacy.notices.state(await store.choices.latest()), { state: 'none' })
})

test('a notice has a hash by which its text can be told for certain, whatever system typed it', async (t) => {
  const { privacy } = await openPrivacy(t)
  await privacy.setUp({ country: 'other', publishNotice: false, by: 'Ana' })
  const typed = { ...texts, fr: `  ${long.normalize('NFD')}\r\nFin  \r\n\r\n` }
  const result = await privacy.notices.publish(typed, 'Ana')
  assert.ok(result.outcome === 'published')
  const { text, hash } = result.notice.texts.fr
  assert.equal(text, `${long.trim()}\nFin\n`)
  assert.equal(hash, createHash('sha256').update(text).digest('hex'))
})

test('nothing is published that tells nobody anything or hides what it says', async (t) => {
  const { privacy, store } = await openPrivacy(t)
  assert.deepEqual(await privacy.notices.publish(texts, 'Ana'), { outcome: 'not-set-up' })
  await privacy.setUp({ country: 'other', publishNotice: false, by: 'Ana' })
  const faults = {
    'too-short': ' '.repeat(500),
    'too-long': 'a'.repeat(40_001),
    'control-characters': `${long}\u202e`,
  }
  for (const [fault, ar] of Object.entries(faults)) {
    const result = await privacy.notices.publish({ ...texts, ar }, 'Ana')
    assert.deepEqual(result, { outcome: 'unusable', language: 'ar', fault })
  }
  assert.equal(await store.notices.latest(), undefined)
})

test('a notice of before faces were used, or of another country, tells people no more', async (t) => {
  const { privacy, store, clock } = await openPrivacy(t)
  await privacy.setUp({ country: 'FR', publishNotice: true, by: 'Ana' })
  const first = await store.choices.latest()
  assert.ok(first)
  assert.equal((await privacy.notices.state(first)).state, 'current')
  const face = { use: 'on', reason: 'Cash room, agreed with the council' } as const
  const on = await store.choices.add({ ...first, face }, { by: 'Ana', at: clock.now() })
  const before = await privacy.notices.state(on)
  assert.equal(before.state === 'outdated' && before.because, 'before-face')
  await privacy.notices.publish(draftNotice(on), 'Ana')
  assert.equal((await privacy.notices.state(on)).state, 'current')
  const moved = await store.choices.add({ ...on, country: 'ES' }, { by: 'Ana', at: clock.now() })
  const elsewhere = await privacy.notices.state(moved)
  assert.equal(elsewhere.state === 'outdated' && elsewhere.because, 'other-country')
})
