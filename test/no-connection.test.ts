import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { asAdmin } from './admin.ts'
import { needs } from './needs.ts'
import { otherPortrait, portrait } from './portraits.ts'
import { postPhoto, startServer } from './server-process.ts'

const traceable = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const skip = needs('strace, and leave to use it', traceable)

/** Every address of a network that a trace shows somebody wanting; this machine's own files are none. */
const wantedIn = (trace: string): string[] =>
  trace.split('\n').flatMap((line) => {
    if (!/\b(connect|sendto|sendmsg)\(.*sa_family=AF_INET/.test(line)) return []
    return [/(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)/.exec(line)?.[1] ?? line]
  })

test(
  'from the start to a clock-in, a page and a stop the program connects to nobody',
  { skip },
  async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-connections-'))
    t.after(() => rm(directory, { recursive: true }))
    const trace = join(directory, 'trace')
    // As a grandchild, so that the process that was started is the program itself.
    const traced = ['strace', '-D', '-f', '-e', 'trace=connect,sendto,sendmsg', '-o', trace]
    const server = await startServer({ DATA_DIR: directory }, traced)
    t.after(() => server.process.kill('SIGKILL'))
    const enrolled = await postPhoto(server.origin, '/register', await portrait('ana'), {
      name: 'Ana',
    })
    assert.equal(enrolled?.status, 201)
    assert.equal(
      (await postPhoto(server.origin, '/clock_in', await otherPortrait('ana')))?.status,
      201,
    )
    for (const path of ['/', '/kiosk', '/docs/', '/employees', '/ready']) {
      await (await fetch(`${server.origin}${path}`, { headers: asAdmin })).text()
    }
    assert.equal(await server.end('SIGTERM'), 0)
    const seen = readFileSync(trace, 'utf8')
    assert.ok(seen.includes('exited with 0'), 'the trace is whole')
    assert.deepEqual(wantedIn(seen), [])
  },
)

test('a connection would be seen', { skip }, async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-connections-'))
  t.after(() => rm(directory, { recursive: true }))
  const trace = join(directory, 'trace')
  const script = "require('net').connect(9, '127.0.0.1').on('error', () => {})"
  const options = ['-f', '-e', 'trace=connect,sendto,sendmsg', '-o', trace]
  spawnSync('strace', [...options, process.execPath, '-e', script])
  assert.deepEqual(wantedIn(readFileSync(trace, 'utf8')), ['127.0.0.1'])
})
