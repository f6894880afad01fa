import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choices, type FaceChoice, nobodyNamed } from '../choices.ts'
import { countries } from '../country.ts'
import { profileOf } from '../countries/profiles.ts'
import { languages } from '../language.ts'
import { draftNotice } from './draft.ts'
import { maxNoticeLength, minNoticeLength } from './notice.ts'

const controller = { name: 'Atelier Zaïd', address: '1 rue de Fès', contact: 'RH, poste 12' }
const choicesOf = (more: Partial<Choices>): Choices => ({
  country: 'FR',
  controller,
  face: { use: 'by-country' },
  authorisation: null,
  retention: {},
  ...more,
})
const on: FaceChoice = { use: 'on', reason: 'Agreed' }
/** Each country with faces in use, with faces not in use, and with nobody named. */
const cases = countries.flatMap((country) => [
  choicesOf({ country, face: on, authorisation: 'D-7/2026' }),
  choicesOf({ country, face: { use: 'off' } }),
  choicesOf({ country, face: on, authorisation: 'D-7/2026', controller: nobodyNamed }),
])

test('a draft is whole in every country and language: nothing is left for somebody to fill in', () => {
  for (const choices of cases) {
    const texts = draftNotice(choices)
    for (const language of languages) {
      const text = texts[language]
      assert.doesNotMatch(text, /undefined|null|\[|\]|\{|\}|\.\.\.|XXX|: \.|, ,/, text)
      assert.ok(text.length > minNoticeLength && text.length < maxNoticeLength)
      // Title, and: who, what for, basis, kept, how, who sees, how long, rights, complaints.
      assert.deepEqual(text.match(/^#+ /gm), ['# ', ...Array<string>(9).fill('## ')], text)
    }
  }
})

test('a draft names controller, authority, its address, and how long things are kept', () => {
  for (const country of countries) {
    const profile = profileOf(country)
    const texts = draftNotice(choicesOf({ country, face: on, authorisation: 'D-7/2026' }))
    for (const language of languages) {
      for (const named of [
        ...Object.values(controller),
        profile.authority.name[language],
        profile.authority.url,
        profile.hoursBasis[language],
        profile.faceBasis[language],
        profile.faceParticulars?.[language] ?? '',
        String(profile.retention.templateUnusedDays),
        String(profile.retention.recordYears),
        'D-7/2026',
      ]) {
        assert.ok(texts[language].includes(named), `${country} ${language}: ${named}`)
      }
    }
  }
})

test('periods that were decided here are those that the draft tells', () => {
  const retention = { templateUnusedDays: 91, recordYears: 8 }
  const { en } = draftNotice(choicesOf({ face: on, retention }))
  assert.match(en, /not clocked in for 91 days/)
  assert.match(en, /until 8 years after/)
})

test('where faces are not in use the draft promises that, and speaks of no template and no consent', () => {
  const words = { fr: /gabarit|consentement/i, en: /template|consent/i, ar: /قوالب|قالب|موافقة/ }
  for (const country of countries) {
    const texts = draftNotice(choicesOf({ country, face: { use: 'off' } }))
    for (const language of languages) assert.doesNotMatch(texts[language], words[language])
    assert.match(texts.en, /Face recognition is not used here/)
  }
})
