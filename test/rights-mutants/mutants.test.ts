import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { mutants } from './mutants.ts'

test('each check that is switched off by `npm run test:rights` stands in the program, once', () => {
  for (const { file, check } of mutants) {
    assert.equal(readFileSync(file, 'utf8').split(check).length, 2, `${file}: ${check}`)
  }
})
