import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { needs } from './needs.ts'
import { portrait } from './portraits.ts'
import { postPhoto, startServer } from './server-process.ts'
import { asAdmin } from './admin.ts'

const traceable = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const skip = needs('strace, and leave to use it', traceable)

/** Follows a running process with strace; ends when told. */
async function follow(pid: number, ...args: readonly string[]) {
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...args], { stdio: 'pipe' })
  const said: string[] = []
  tracer.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  while (!said.join('').includes('attached')) await once(tracer.stderr, 'data')
  return async () => {
    tracer.kill('SIGINT')
    await once(tracer, 'exit')
  }
}

/** A server that knows Ana and counts each of her clock-ins. */
async function serverWithAna(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-durability-'))
  t.after(() => rm(directory, { recursive: true }))
  const env = { DATA_DIR: directory, DEBOUNCE_SECONDS: '0' }
  const server = await startServer(env)
  t.after(() => server.process.kill('SIGKILL'))
  const photo = await portrait('ana')
  const enrolled = await postPhoto(server.origin, '/register', photo, { name: 'Ana' })
  assert.equal(enrolled?.status, 201)
  const { pid } = server.process
  assert.ok(pid)
  return { directory, env, server, photo, pid }
}

test('a record is on the disk before it is answered', { skip }, async (t) => {
  const { directory, server, photo, pid } = await serverWithAna(t)
  const trace = join(directory, 'trace')
  const calls = 'trace=fdatasync,fsync,write,writev,sendto,sendmsg'
  const stop = await follow(pid, '-e', calls, '-s', '24', '-o', trace)
  const clockIns = 8
  for (let i = 0; i < clockIns; i++) {
    assert.equal((await postPhoto(server.origin, '/clock_in', photo))?.status, 201)
  }
  await stop()
  await server.end('SIGTERM')

  let answers = 0
  let isSynced = false
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/f(data)?sync.*= 0$/.test(line)) isSynced = true
    if (!line.includes('HTTP/1.1 201')) continue
    answers++
    assert.ok(isSynced, `answer ${answers} came before its record was on the disk`)
    isSynced = false
  }
  assert.equal(answers, clockIns)
})

test(
  'after the disk has failed once nothing is recorded until a new start',
  { skip },
  async (t) => {
    const { env, server, photo, pid } = await serverWithAna(t)
    const before = await postPhoto(server.origin, '/clock_in', photo)
    assert.equal(before?.status, 201)

    const stop = await follow(
      pid,
      '-e',
      'trace=fdatasync,fsync',
      '-e',
      'inject=fdatasync,fsync:error=EIO',
    )
    const failed = await postPhoto(server.origin, '/clock_in', photo)
    await stop()
    // The disk says that it is well again: it must not be believed.
    const after = await postPhoto(server.origin, '/clock_in', photo)
    for (const answer of [failed, after]) {
      assert.deepEqual([answer?.status, answer?.body.code], [503, 'store-broken'])
    }
    assert.equal((await fetch(`${server.origin}/attendance`, { headers: asAdmin })).status, 200)
    const ready = await fetch(`${server.origin}/ready`)
    const { reason } = (await ready.json()) as { reason: string }
    assert.deepEqual([ready.status, reason], [503, 'store-broken'])
    await server.end('SIGTERM')

    const again = await startServer(env)
    const { records } = (await (
      await fetch(`${again.origin}/attendance`, { headers: asAdmin })
    ).json()) as {
      records: { id: string }[]
    }
    assert.ok(records.some(({ id }) => id === before.body.record.id))
    assert.equal((await postPhoto(again.origin, '/clock_in', photo))?.status, 201)
    await again.end('SIGTERM')
  },
)
