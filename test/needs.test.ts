import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { test } from 'node:test'

const url = new URL('./needs.ts', import.meta.url).href
const ask = (isThere: boolean, env: Record<string, string>) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { needs } from '${url}'; console.log(needs('a tool', ${isThere}))`,
    ],
    { env, encoding: 'utf8' },
  )

test('what a test needs and does not find is a skip, and in CI a failure', () => {
  assert.equal(ask(false, {}).stdout, 'needs a tool\n')
  assert.equal(ask(true, { CI: 'true' }).stdout, 'false\n')
  const { status, stderr } = ask(false, { CI: 'true' })
  assert.notEqual(status, 0)
  assert.match(stderr, /need a tool/)
})

test('a skip that no other step makes up for fails the run of CI', () => {
  const count = (log: string) =>
    Number(execFileSync('bash', ['.ci/skips'], { input: log, encoding: 'utf8' }))
  const spec = '﹣ a record is on the disk (0.1ms) # needs strace\n'
  const tap = 'ok 3 - a record is on the disk # SKIP needs strace\n'
  const elsewhere = '﹣ PostgreSQL store (0.1ms) # needs a server: npm run test:databases\n'
  const passed = '✔ a test # of everything (2ms)\nok 4 - another # of them\n'
  assert.equal(count(spec + tap + elsewhere + passed), 2)
  assert.equal(count(elsewhere + passed), 0)
})
