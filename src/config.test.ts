import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

test('nothing needs to be set', () => {
  const config = readConfig({ PORT: '' })
  assert.equal(config.port, 5000)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.correctionsNeedApproval, true)
  assert.equal(readConfig({ CORRECTIONS_NEED_APPROVAL: 'no' }).correctionsNeedApproval, false)
  assert.equal(config.databaseUrl, `sqlite:${resolve('data/pointeuse.db')}`)
})

test('every setting that cannot be used is named at once, without its value', () => {
  const env = {
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DEBOUNCE_SECONDS: 'one minute',
    DATABASE_URL: 'oracle://me:secret@here/db',
    TARGET_FPIR: '0.5',
    MIN_MARGIN: '-1',
    CORRECTIONS_NEED_APPROVAL: 'perhaps',
    RECOGNISER: 'the-best',
    SECOND_FACTOR_FOR: 'managers',
    TLS_CERT: 'cert.pem',
    TRUST_PROXY: 'proxy.example, 10.0.0.0/0',
    PUBLIC_URL: 'https://clock.example.com/a-path',
  }
  assert.throws(
    () => readConfig(env),
    (error) => {
      assert.ok(error instanceof ConfigError)
      for (const key of Object.keys(env)) assert.match(error.message, new RegExp(key))
      assert.doesNotMatch(error.message, /secret|70000|perhaps/)
      return true
    },
  )
})

test('the address that people use is an origin, with or without its last stroke', () => {
  const { publicUrl } = readConfig({ PUBLIC_URL: 'https://Clock.Example.com/' })
  assert.equal(publicUrl, 'https://clock.example.com')
  for (const url of ['clock.example.com', 'ftp://clock.example.com', 'https://a@b', 'https://'])
    assert.throws(() => readConfig({ PUBLIC_URL: url }), /PUBLIC_URL/, url)
})

test('the password of the database can come from a file', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-config-'))
  t.after(() => rmSync(directory, { recursive: true }))
  const file = join(directory, 'password')
  writeFileSync(file, 'p@ss/w:rd\n')
  const env = { DATABASE_URL: 'mysql://me@db/clock', DATABASE_PASSWORD_FILE: file }
  const { databaseUrl } = readConfig(env)
  assert.equal(decodeURIComponent(new URL(databaseUrl).password), 'p@ss/w:rd')
  const missing = { ...env, DATABASE_PASSWORD_FILE: join(directory, 'missing') }
  assert.throws(() => readConfig(missing), /DATABASE_PASSWORD_FILE/)
})

test('a database is not asked with a password that everybody knows, or none', (t) => {
  const refused = [
    'mysql://me@db/clock',
    'mysql://me:@db/clock',
    'postgres://postgres:postgres@db/clock',
  ]
  for (const word of [
    'changeme',
    'ChangeMe',
    'password',
    'root',
    'secret',
    '123456',
    'change%2Dme',
  ])
    refused.push(`mysql://me:${word}@db:3306/clock`)
  for (const url of refused) {
    assert.throws(() => readConfig({ DATABASE_URL: url }), /DATABASE_URL must have a password/, url)
  }
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-config-'))
  t.after(() => rmSync(directory, { recursive: true }))
  const file = join(directory, 'password')
  for (const text of ['', '\n', 'changeme\n']) {
    writeFileSync(file, text)
    const env = { DATABASE_URL: 'postgres://me@db/clock', DATABASE_PASSWORD_FILE: file }
    assert.throws(() => readConfig(env), /DATABASE_PASSWORD_FILE/, JSON.stringify(text))
  }
  for (const url of [
    'mysql://me:Zr7-own-words@db/clock',
    'postgres:///clock?host=/run/postgresql',
    'sqlite:/tmp/a.db',
  ]) {
    assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url)
  }
})
