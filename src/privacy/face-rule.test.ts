import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choices, nobodyNamed } from './choices.ts'
import type { Country } from './country.ts'
import { countries } from './country.ts'
import { type FaceRule, faceRuleOf } from './face-rule.ts'

const rule = (country: Country, more: Partial<Choices> = {}): string => {
  const choices = { country, controller: nobodyNamed, authorisation: null, retention: {} }
  const found: FaceRule = faceRuleOf({ ...choices, face: { use: 'by-country' }, ...more })
  return found.allowed ? 'allowed' : found.reason
}
const on = { face: { use: 'on', reason: 'Cash room, agreed with the council' } } as const
const authorisation = 'D-123-EUS/2026'

test('each country decides by itself whether a face may be used', () => {
  const found = Object.fromEntries(countries.map((country) => [country, rule(country)]))
  assert.deepEqual(found, {
    FR: 'off-by-default',
    ES: 'off-by-default',
    GB: 'off-by-default',
    CH: 'off-by-default',
    MA: 'no-authorisation',
    'US-IL': 'allowed',
    other: 'allowed',
  })
})

test('a recorded reason switches faces on, except where an authority has to allow them', () => {
  const found = Object.fromEntries(countries.map((country) => [country, rule(country, on)]))
  assert.equal(found['MA'], 'no-authorisation')
  assert.deepEqual(new Set(Object.values(found)), new Set(['allowed', 'no-authorisation']))
  assert.equal(rule('MA', { authorisation }), 'allowed')
  assert.equal(rule('MA', { ...on, authorisation }), 'allowed')
})

test('an authorisation alone is no reason where faces are off by default', () => {
  assert.equal(rule('FR', { authorisation }), 'off-by-default')
})

test('faces can be switched off anywhere, and are off before anybody chose', () => {
  for (const country of countries) {
    assert.equal(rule(country, { face: { use: 'off' }, authorisation }), 'switched-off')
  }
  assert.deepEqual(faceRuleOf(undefined), { allowed: false, reason: 'not-set-up' })
})
