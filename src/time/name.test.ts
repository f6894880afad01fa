import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readName } from './name.ts'

test('a name is kept as people write it, composed and without stray spaces', () => {
  const names = {
    '  Zoe\u0301  Durand ': 'Zoé Durand',
    "D'Arcy O’Neil-Łukasz": "D'Arcy O’Neil-Łukasz",
    'محمد\u200cرضا': 'محمد\u200cرضا', // the non-joiner is spelling in Persian
    山田太郎: '山田太郎',
    '👩\u200d🏭': '👩\u200d🏭',
  }
  for (const [raw, name] of Object.entries(names)) assert.deepEqual(readName(raw), { name })
})

test('a name that is empty, too long or holds what cannot be seen is refused', () => {
  assert.deepEqual(readName(' '), { fault: 'empty' })
  assert.deepEqual(readName('\u{1f600}'.repeat(200)), { name: '\u{1f600}'.repeat(200) })
  assert.deepEqual(readName('x'.repeat(201)), { fault: 'too-long' })
  for (const hidden of [
    '\u0000',
    '\t',
    '\n',
    '\u007f',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\uffff',
    '\ufdd0',
    '\u{1ffff}',
  ]) {
    assert.deepEqual(readName(`A${hidden}B`), { fault: 'control-characters' })
  }
})
