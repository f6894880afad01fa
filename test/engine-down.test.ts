import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { asWhoMay } from './admin.ts'
import { needs } from './needs.ts'
import { portrait } from './portraits.ts'
import { childrenOf, hasProc } from './processes.ts'
import { postPhoto, startServer } from './server-process.ts'

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0
const skip = needs('/proc and prlimit', hasProc && hasPrlimit)

const limitDescriptors = (pid: number, most: number) =>
  execFileSync('prlimit', ['--pid', String(pid), `--nofile=${most}:`])

test(
  'a server whose engine cannot start is not ready, records nothing, and gets well by itself',
  { skip },
  async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-engine-down-'))
    t.after(() => rm(directory, { recursive: true }))
    const server = await startServer({ DATA_DIR: directory })
    t.after(() => server.process.kill('SIGKILL'))
    const pid = server.process.pid ?? 0
    const photo = await portrait('ana')
    const enrolled = await postPhoto(server.origin, '/register', photo, { name: 'Ana' })
    assert.equal(enrolled?.status, 201)
    const ask = overOneConnection(t, server.origin)
    const ready = () => ask('GET', '/ready')
    const clockIn = () => ask('POST', '/clock_in', photo)
    const untilReadyIs = async (status: number) => {
      for (;;) {
        const answer = await ready()
        if (answer.status === status) return answer.body
        await sleep(100)
      }
    }
    assert.equal((await ready()).status, 200)

    // The connection that is open stays; nothing else may be opened, also not in place of what a worker leaves.
    limitDescriptors(pid, 0)
    for (const worker of childrenOf(pid)) process.kill(worker, 'SIGKILL')
    assert.equal((await untilReadyIs(503)).reason, 'engine-down')
    const refused = await clockIn()
    assert.deepEqual([refused.status, refused.body.code], [503, 'engine-unavailable'])

    limitDescriptors(pid, 1024)
    await untilReadyIs(200)
    assert.equal((await clockIn()).status, 201)
    assert.match(server.log(), /a worker of the face engine ended/)
    assert.equal(await server.end('SIGTERM'), 0)
  },
)

type Answer = { readonly status: number; readonly body: { reason?: string; code?: string } }

/** Asks over a connection that stays: with no descriptor free, the server could not take another. */
function overOneConnection(t: TestContext, origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.after(() => agent.destroy())
  return async (method: string, path: string, photo?: Uint8Array): Promise<Answer> => {
    const form = new FormData()
    if (photo) form.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg')
    const sent = new Request(`${origin}${path}`, { method, ...(photo && { body: form }) })
    const headers = { ...asWhoMay(path), ...Object.fromEntries(sent.headers) }
    const outgoing = request(sent.url, { method, agent, headers })
    outgoing.end(Buffer.from(await sent.arrayBuffer()))
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    return { status: incoming.statusCode ?? 0, body: (await json(incoming)) as Answer['body'] }
  }
}
