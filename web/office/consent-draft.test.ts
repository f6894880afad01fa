import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentText, emptyConsent } from './consent-draft.ts'

test('nobody has agreed until a place of the paper is written down, or it is said on the screen', () => {
  assert.equal(consentText(emptyConsent, 3, 'fr'), undefined)
  assert.equal(consentText({ ...emptyConsent, keptAt: ' x ' }, 3, 'fr'), undefined)
  assert.equal(consentText({ ...emptyConsent, keptAt: 'notice:9:fr' }, 3, 'fr'), undefined)
  assert.equal(consentText({ ...emptyConsent, keptAt: ' Armoire 2 ' }, 3, 'fr'), 'Armoire 2')
  const onScreen = { ...emptyConsent, how: 'on-screen' } as const
  assert.equal(consentText({ ...onScreen, keptAt: 'Armoire 2' }, 3, 'fr'), undefined)
  assert.equal(consentText({ ...onScreen, isAgreed: true }, undefined, 'fr'), undefined)
  assert.equal(consentText({ ...onScreen, isAgreed: true }, 3, 'ar'), 'notice:3:ar')
})
