import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '../languages.ts'
import { kioskDictionaries } from './kiosk.ts'
import { officeDictionaries } from './office.ts'
import { createWords, dictionaries as first } from './words.ts'

/** Every text with the path of its key. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[here, value]]
    return typeof value === 'object' && value !== null ? texts(value, here) : []
  })
}

const dictionaries = {
  fr: { ...first.fr, ...officeDictionaries.fr, ...kioskDictionaries.fr },
  en: { ...first.en, ...officeDictionaries.en, ...kioskDictionaries.en },
  ar: { ...first.ar, ...officeDictionaries.ar, ...kioskDictionaries.ar },
}
const languagesOfWords = Object.keys(dictionaries) as Language[]
const gaps = (text: string) => new Set(text.match(/\{\{\w+/g))

test('what the office and the kiosk add replaces nothing', () => {
  const added = [officeDictionaries.en, kioskDictionaries.en]
  const keys = [first.en, ...added].flatMap((words) => Object.keys(words))
  assert.equal(new Set(keys).size, keys.length)
})

test('a text has the same gaps to fill in every language', () => {
  const english = new Map(texts(dictionaries.en))
  for (const language of languagesOfWords) {
    for (const [key, text] of texts(dictionaries[language])) {
      // "One photo" and "two photos" need no number.
      if (key.startsWith('count.')) continue
      assert.deepEqual(gaps(text), gaps(english.get(key) ?? ''), `${language}: ${key}`)
    }
  }
})

test('every language counts in all of its plural forms', () => {
  for (const language of languagesOfWords) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const keys = Object.keys(dictionaries[language].count)
    for (const noun of new Set(keys.map((key) => key.split('_')[0]))) {
      for (const form of forms) assert.ok(keys.includes(`${noun}_${form}`), `${noun}_${form}`)
    }
  }
})

test('no text is empty or ends in a space', () => {
  for (const language of languagesOfWords) {
    for (const [key, text] of texts(dictionaries[language])) {
      assert.ok(text.length > 0 && text === text.trim(), `${language}: ${key}`)
    }
  }
})

test('French has its apostrophes and its non-breaking spaces', () => {
  for (const [key, text] of texts(dictionaries.fr)) {
    assert.doesNotMatch(text, /'/, `straight apostrophe in ${key}`)
    assert.doesNotMatch(text, / [?!;:»]|« /, `breaking space in ${key}`)
    assert.doesNotMatch(text.replaceAll('://', ''), /\w[?!;:]( |$)/, `missing space in ${key}`)
  }
})

test('Arabic has Arabic punctuation', () => {
  for (const [key, text] of texts(dictionaries.ar)) {
    // The separators of a file are what they are.
    if (key.endsWith('.exampleRows')) continue
    assert.doesNotMatch(text, /[\u0600-\u06ff][,;?]/, key)
  }
})

test('counts are written with the digits and plurals of the reader', () => {
  const french = createWords('fr', ['fr-FR'])
  assert.equal(french.t('count.templates', { count: 1 }), '1 gabarit')
  assert.equal(french.t('count.records', { count: 1234 }), '1\u202f234 pointages')
  const arabic = createWords('ar', ['ar-EG'])
  assert.equal(arabic.t('count.employees', { count: 3 }), '٣ موظفين')
  assert.equal(createWords('ar', ['ar-MA']).t('count.employees', { count: 3 }), '3 موظفين')
  assert.equal(arabic.t('count.employees', { count: 2 }), 'موظفان')
})

test('a name in another script does not turn what stands around it', () => {
  const french = createWords('fr', ['fr-FR'])
  const told = { headline: 'Arrivée', time: '08:00' }
  assert.match(french.t('clock.spoken', { ...told, name: 'ليلى' }), /\u2068ليلى\u2069, 08:00/)
  assert.match(french.t('clock.spoken', { ...told, name: 'Léa' }), / Léa, 08:00/)
  const arabic = createWords('ar', ['ar-MA'])
  assert.match(arabic.t('clock.spoken', { ...told, name: 'Léa' }), /\u2068Léa\u2069/)
})
