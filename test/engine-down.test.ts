import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
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
    const ready = async () => {
      const response = await fetch(`${server.origin}/ready`)
      return { status: response.status, ...((await response.json()) as { reason?: string }) }
    }
    const untilReadyIs = async (status: number) => {
      for (;;) {
        const answer = await ready()
        if (answer.status === status) return answer
        await sleep(100)
      }
    }

    // The connection that is open stays; nothing else may be opened.
    const taken = readdirSync(`/proc/${pid}/fd`).length
    limitDescriptors(pid, taken)
    for (const worker of childrenOf(pid)) process.kill(worker, 'SIGKILL')
    assert.equal((await untilReadyIs(503)).reason, 'engine-down')
    const refused = await postPhoto(server.origin, '/clock_in', photo)
    assert.deepEqual([refused?.status, refused?.body.code], [503, 'engine-unavailable'])

    limitDescriptors(pid, 1024)
    await untilReadyIs(200)
    assert.equal((await postPhoto(server.origin, '/clock_in', photo))?.status, 201)
    assert.match(server.log(), /a worker of the face engine ended/)
    assert.equal(await server.end('SIGTERM'), 0)
  },
)
