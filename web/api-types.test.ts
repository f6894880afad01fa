import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { apiTypesPath, renderApiTypes } from './api-types.ts'

test('the pages speak the language of openapi.json: run `npm run openapi` after a change', async () => {
  assert.equal(await readFile(apiTypesPath, 'utf8'), await renderApiTypes())
})
