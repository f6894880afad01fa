import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { backupCommand } from './backup.ts'
import { UsageError } from './command.ts'

test('of two backups to one file one is there, whole, and the other says so', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-backups-'))
  t.after(() => rm(directory, { recursive: true }))
  const file = join(directory, 'backup')
  async function* slowly(letter: string) {
    for (let i = 0; i < 20; i++) {
      yield Buffer.alloc(1000, letter)
      await sleep(2)
    }
  }
  const run = (letter: string) =>
    backupCommand.run([file, '--unencrypted'], {
      backups: {
        write: () => ({ bytes: slowly(letter) as never, done: Promise.resolve({ rows: {} }) }),
        restore: () => Promise.reject(new Error('Nobody restores here')),
      },
      stdin: slowly(letter),
      stdout: new Writable(),
      say: () => undefined,
      settle: () => Promise.resolve(0),
    })
  const results = await Promise.allSettled([run('a'), run('b')])
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  assert.equal(failed.length, 1)
  assert.ok(failed[0] instanceof UsageError)
  const written = await readFile(file, 'utf8')
  assert.match(written, /^(a{20000}|b{20000})$/)
  assert.deepEqual(await readdir(directory), ['backup'])
})
