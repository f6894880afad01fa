import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderOpenApi } from './openapi-document.ts'

test('openapi.json describes the routes as they are: run `npm run openapi` after a change', async () => {
  assert.equal(readFileSync('openapi.json', 'utf8'), await renderOpenApi())
})
