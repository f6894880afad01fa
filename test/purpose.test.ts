import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** What is never to be known of a face (Regulation (EU) 2024/1689, Article 5), as a field or a word would name it. */
const neverKnown =
  /\b(ages?|genders?|sex|emotions?|moods?|expressions?|races?|ethnic\w*|attractive\w*|attention)\b/i

/** `errorMessage` and `error_message` as `error message`. */
const wordsOf = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')

/** Every name of a field and every word that a field can be, in a piece of the API's description. */
function namesIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(namesIn)
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => {
    if (key === 'properties') return [...Object.keys(value as object), ...namesIn(value)]
    if (key === 'enum') return (value as unknown[]).map(String)
    if (key === 'parameters') {
      return [...(value as { name: string }[]).map(({ name }) => name), ...namesIn(value)]
    }
    return namesIn(value)
  })
}

test('no field of the API and no word in it tells age, sex, origin or mood', () => {
  const names = namesIn(JSON.parse(readFileSync('openapi.json', 'utf8')))
  assert.ok(names.length > 300)
  assert.deepEqual(
    names.filter((name) => neverKnown.test(wordsOf(name))),
    [],
  )
})

test('no column of the database and nothing that the engine says of a face tells them', () => {
  for (const path of [
    ...globSync('src/store/**/tables.ts'),
    ...globSync('src/store/**/*-tables.ts'),
    'src/face/types.ts',
  ]) {
    const fields = [...readFileSync(path, 'utf8').matchAll(/^\s+(?:readonly )?(\w+)\??:/gm)]
    assert.deepEqual(
      fields.map(([, name]) => wordsOf(name ?? '')).filter((name) => neverKnown.test(name)),
      [],
      path,
    )
  }
})

test('no model that infers them is among those that are loaded', () => {
  const manifest = readFileSync('src/face/models/manifest.ts', 'utf8')
  const files = [...manifest.matchAll(/['"`]([\w./@-]+\.(?:json|bin|onnx|xml))['"`]/g)]
  assert.ok(files.length > 0)
  for (const [, file = ''] of files) {
    assert.doesNotMatch(file, /age|gender|emotion|expression|gear|ssrnet/i)
  }
})
