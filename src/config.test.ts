import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

test('nothing needs to be set', () => {
  const config = readConfig({ PORT: '' })
  assert.equal(config.port, 5000)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.databaseUrl, `sqlite:${resolve('data/pointeuse.db')}`)
})

test('every setting that cannot be used is named at once, without its value', () => {
  const env = {
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DEBOUNCE_SECONDS: 'one minute',
    DATABASE_URL: 'oracle://me:secret@here/db',
    MATCH_MIN_SIMILARITY: '2',
    MATCH_MIN_MARGIN: '-1',
  }
  assert.throws(
    () => readConfig(env),
    (error) => {
      assert.ok(error instanceof ConfigError)
      for (const key of Object.keys(env)) assert.match(error.message, new RegExp(key))
      assert.doesNotMatch(error.message, /secret|70000/)
      return true
    },
  )
})
