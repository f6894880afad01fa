import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

test('whoever ends `npm start` ends the server, port and all', { timeout: 180_000 }, async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-start-'))
  t.after(() => rm(directory, { recursive: true }))
  const npm = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, in which whatever is left can be ended.
    detached: true,
  })
  t.after(() => {
    try {
      process.kill(-(npm.pid as number), 'SIGKILL')
    } catch {
      // Nobody is left, as it should be.
    }
  })
  let origin: string | undefined
  for await (const line of createInterface(npm.stdout)) {
    origin = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (origin !== undefined) break
  }
  assert.ok(origin)
  assert.equal((await fetch(`${origin}/health`)).status, 200)
  const ended = once(npm, 'exit')
  npm.kill('SIGTERM')
  await ended
  for (let tries = 0; ; tries++) {
    const isThere = await fetch(`${origin}/health`).then(
      () => true,
      () => false,
    )
    if (!isThere) break
    assert.ok(tries < 100, 'the server goes on without a parent')
    await sleep(100)
  }
})

test('the start is one command, which a shell hands its place to', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: { start: string }
  }
  assert.doesNotMatch(scripts.start, /[&|;]/)
})
