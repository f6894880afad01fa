import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'

function inDirectory(t: TestContext) {
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-cli-'))
  t.after(() => rmSync(directory, { recursive: true }))
  const run = (data: string, args: readonly string[], input = Buffer.alloc(0)) =>
    spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
      env: { PATH: process.env['PATH'], DATA_DIR: join(directory, data) },
      input,
    })
  return { directory, run }
}

test('a backup is one file for its owner only, and never written over another', (t) => {
  const { directory, run } = inDirectory(t)
  const file = join(directory, 'backup')
  // Makes the tables.
  run('one', ['export', 'records', '--from', '2026-03-01', '--to', '2026-03-02'])
  const first = run('one', ['backup', file, '--unencrypted'])
  assert.equal(first.status, 0, first.stderr.toString())
  assert.match(first.stderr.toString(), /employee: 0[\s\S]*master key/)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(directory).toSorted(), ['backup', 'one'])
  assert.equal(run('one', ['backup', file, '--unencrypted']).status, 2)

  assert.equal(run('two', ['restore', file]).status, 1, 'without the key')
  copyFileSync(join(directory, 'one', 'master.key'), join(directory, 'two', 'master.key'))
  const restored = run('two', ['restore', file])
  assert.equal(restored.status, 0, restored.stderr.toString())
  const piped = run('one', ['backup', '-', '--unencrypted'])
  mkdirSync(join(directory, 'three'))
  copyFileSync(join(directory, 'one', 'master.key'), join(directory, 'three', 'master.key'))
  assert.equal(run('three', ['restore', '-'], piped.stdout).status, 0)
})

test('every command explains itself, and what cannot be done has an exit code', (t) => {
  const { run } = inDirectory(t)
  for (const word of ['backup', 'restore']) {
    const help = run('data', [word, '--help'])
    assert.equal(help.status, 0)
    assert.match(help.stderr.toString(), new RegExp(`^pointeuse ${word} FILE`))
    assert.equal(run('data', [word]).status, 2)
    assert.equal(run('data', [word, '--quickly', 'file']).status, 2)
  }
  assert.equal(run('data', ['restore', '/nowhere/at/all']).status, 1)
  const nothing = run('data', ['restore', '-'], Buffer.from('rubbish'))
  assert.equal(nothing.status, 1)
  assert.match(nothing.stderr.toString(), /not a backup/)
})

test('an encrypted backup opens with its passphrase or its key, and with nothing else', async (t) => {
  const { directory, run } = inDirectory(t)
  const write = (name: string, text: string) => {
    writeFileSync(join(directory, name), text)
    return join(directory, name)
  }
  run('one', ['export', 'records', '--from', '2026-03-01', '--to', '2026-03-02'])
  const passphrase = write('passphrase', 'four random words here\n')
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const keyFile = write('key', `# created\n${identity}\n`)
  const otherKey = write('other-key', `${await generateX25519Identity()}\n`)
  const otherPassphrase = write('other-passphrase', 'four other words here')

  assert.equal(run('one', ['backup', join(directory, 'none')]).status, 2)
  const backups = {
    'by-passphrase': ['--passphrase-file', passphrase],
    'by-recipient': ['--recipient', recipient],
  }
  for (const [name, how] of Object.entries(backups)) {
    const made = run('one', ['backup', join(directory, name), ...how])
    assert.equal(made.status, 0, made.stderr.toString())
    const bytes = readFileSync(join(directory, name))
    assert.equal(bytes.subarray(0, 21).toString(), 'age-encryption.org/v1')
  }
  const restored = (name: string, how: readonly string[], into: string) => {
    mkdirSync(join(directory, into), { recursive: true })
    copyFileSync(join(directory, 'one', 'master.key'), join(directory, into, 'master.key'))
    return run(into, ['restore', join(directory, name), ...how])
  }
  assert.equal(restored('by-passphrase', [], 'two').status, 2, 'without a key')
  for (const [name, how] of [
    ['by-passphrase', ['--passphrase-file', otherPassphrase]],
    ['by-passphrase', ['--identity', keyFile]],
    ['by-recipient', ['--identity', otherKey]],
    ['by-recipient', ['--passphrase-file', passphrase]],
  ] as const) {
    const refused = restored(name, how, 'two')
    assert.equal(refused.status, 1, name)
    assert.match(refused.stderr.toString(), /does not open with this key. Nothing was restored/)
  }
  const bytes = readFileSync(join(directory, 'by-recipient'))
  const half = write('half', '')
  writeFileSync(half, bytes.subarray(0, bytes.length - 30))
  assert.equal(restored('half', ['--identity', keyFile], 'two').status, 1, 'cut off')
  const middle = bytes.length - 60
  bytes[middle] = (bytes[middle] as number) ^ 1
  writeFileSync(half, bytes)
  assert.equal(restored('half', ['--identity', keyFile], 'two').status, 1, 'a bit changed')

  const opened = restored('by-passphrase', ['--passphrase-file', passphrase], 'two')
  assert.equal(opened.status, 0, opened.stderr.toString())
  assert.equal(restored('by-recipient', ['--identity', keyFile], 'three').status, 0)
})
