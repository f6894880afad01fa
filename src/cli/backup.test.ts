import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'

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
  const first = run('one', ['backup', file])
  assert.equal(first.status, 0, first.stderr.toString())
  assert.match(first.stderr.toString(), /employee: 0[\s\S]*master key/)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(directory).toSorted(), ['backup', 'one'])
  assert.equal(run('one', ['backup', file]).status, 2)

  assert.equal(run('two', ['restore', file]).status, 1, 'without the key')
  copyFileSync(join(directory, 'one', 'master.key'), join(directory, 'two', 'master.key'))
  const restored = run('two', ['restore', file])
  assert.equal(restored.status, 0, restored.stderr.toString())
  const piped = run('one', ['backup', '-'])
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
