import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatLocale, preferredLanguage } from './languages.ts'
import { routeOf } from './route.ts'

test('the remembered language wins, then the browser’s first one that there is, then English', () => {
  assert.equal(preferredLanguage('ar', ['fr-FR']), 'ar')
  assert.equal(preferredLanguage(null, ['de-CH', 'fr-CH', 'en']), 'fr')
  assert.equal(preferredLanguage('klingon', ['ar-MA']), 'ar')
  assert.equal(preferredLanguage(null, ['de']), 'en')
  assert.equal(preferredLanguage('constructor', []), 'en')
})

test('times are written as in the browser’s own variant of the language', () => {
  assert.equal(formatLocale('en', ['fr-FR', 'en-GB', 'en-US']), 'en-GB')
  assert.equal(formatLocale('ar', ['fr-FR']), 'ar')
})

test('an unknown address leads to the start page', () => {
  assert.equal(routeOf('#/enrol'), 'enrol')
  assert.equal(routeOf(''), 'records')
  assert.equal(routeOf('#/elsewhere'), 'records')
})
