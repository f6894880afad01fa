import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { recogniserNamed } from '../src/face/index.ts'
import { createStore } from '../src/store/store.ts'
import { packsDirectory, skipWithoutPacks } from './packs.ts'
import { startServer } from './server-process.ts'

const better = recogniserNamed('retail-0095')
const skip = skipWithoutPacks()
const from = join(packsDirectory, better.name)

function dataFolder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'pointeuse-models-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs `pointeuse models ...` as people do. */
const models = (data: string, args: readonly string[], env: Record<string, string> = {}) =>
  pointeuse(data, ['models', ...args], env)

async function pointeuse(data: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

/** Somebody who is enrolled with a recogniser. */
async function enrolSomebody(data: string, model: string, length: number): Promise<void> {
  const store = await createStore(
    `sqlite:${join(data, 'pointeuse.db')}`,
    masterKeyFile(join(data, 'master.key')),
  )
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const vector = new Float32Array(length)
  vector[0] = 1
  const template = { id: 't', employeeId: 'a', embedding: { model, vector }, createdAt }
  await store.employees.create({ id: 'a', name: 'A', createdAt }, [template])
  await store.close()
}

/** A port that nobody listens on at the moment. */
async function freePort(): Promise<string> {
  const server = http.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

async function ready(origin: string): Promise<{ status: number; reason?: string }> {
  const response = await fetch(`${origin}/ready`)
  const body = (await response.json()) as { reason?: string }
  return { status: response.status, ...(body.reason !== undefined && { reason: body.reason }) }
}

test('words that mean nothing are refused with what is meant', async (t) => {
  const data = dataFolder(t)
  for (const args of [
    [],
    ['get'],
    ['download', 'best'],
    ['remove', 'builtin'],
    ['add', better.name],
    ['use'],
    ['use', 'best'],
  ]) {
    const { code, err } = await models(data, args)
    assert.deepEqual([code, err.includes('pointeuse models list')], [2, true], args.join(' '))
  }
})

test('a folder of files is taken over, shown, and removed again', { skip }, async (t) => {
  const data = dataFolder(t)
  assert.equal((await models(data, ['add', better.name, '--from', from])).code, 0)
  assert.match((await models(data, ['list'])).out, /retail-0095: complete; nobody/)
  assert.equal((await models(data, ['remove', better.name])).code, 0)
  assert.match((await models(data, ['list'])).out, /retail-0095: missing/)
})

test('files with one byte changed are refused, and what was there stays', { skip }, async (t) => {
  const [data, other] = [dataFolder(t), dataFolder(t)]
  await models(data, ['add', better.name, '--from', from])
  for (const { name } of better.files) copyFileSync(join(from, name), join(other, name))
  writeFileSync(join(other, better.files[1]?.name ?? ''), Buffer.alloc(better.files[1]?.bytes ?? 0))
  const { code, err } = await models(data, ['add', better.name, '--from', other])
  assert.equal(code, 1)
  assert.match(err, /is not the file that this version was made for/)
  assert.match((await models(data, ['list'])).out, /retail-0095: complete/)
})

test('what employees are enrolled with is not removed', { skip }, async (t) => {
  const data = dataFolder(t)
  await models(data, ['add', better.name, '--from', from])
  await enrolSomebody(data, better.recipe, better.embeddingLength)
  const { code, err } = await models(data, ['remove', better.name])
  assert.deepEqual([code, /are enrolled with retail-0095/.test(err)], [1, true])
  assert.ok(existsSync(join(data, 'models', better.name)))
})

test('a download from a server without the files changes nothing and says why', async (t) => {
  const server = http.createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const data = dataFolder(t)
  const url = `http://127.0.0.1:${port}/`
  const { code, err } = await models(data, ['download', better.name, '--url', url])
  assert.deepEqual([code, /answered 404/.test(err)], [1, true])
})

test(
  'a server without the files of its employees is not ready, says so, and is as soon as they are there',
  { skip },
  async (t) => {
    const data = dataFolder(t)
    await enrolSomebody(data, better.recipe, better.embeddingLength)
    const port = await freePort()
    const started = startServer({ DATA_DIR: data, PORT: port })
    const origin = `http://127.0.0.1:${port}`
    const notReady = async () => {
      for (let i = 0; i < 200; i++) {
        const state = await ready(origin).catch(() => undefined)
        if (state?.reason === 'recogniser-missing') return state
        await sleep(100)
      }
      return undefined
    }
    assert.deepEqual(await notReady(), { status: 503, reason: 'recogniser-missing' })
    assert.equal((await models(data, ['add', better.name, '--from', from])).code, 0)
    const server = await started
    t.after(() => server.end('SIGKILL'))
    assert.equal((await ready(origin)).status, 200)
    assert.equal(await server.end('SIGTERM'), 0)
  },
)

test('the first start goes on with what it has where there is no way out', async (t) => {
  const data = join(dataFolder(t), 'data')
  mkdirSync(data)
  const server = await startServer({
    DATA_DIR: data,
    RECOGNISER: '',
    HTTPS_PROXY: 'http://127.0.0.1:9',
  })
  t.after(() => server.end('SIGKILL'))
  assert.equal((await ready(server.origin)).status, 200)
  assert.equal(existsSync(join(data, 'models', better.name)), false)
  assert.equal(await server.end('SIGTERM'), 0)
})

test('a recogniser is changed to once its files are there, and back again', { skip }, async (t) => {
  const data = dataFolder(t)
  await enrolSomebody(data, recogniserNamed('builtin').recipe, 320)
  const missing = await models(data, ['use', better.name])
  assert.equal(missing.code, 1)
  assert.match(missing.err, /pointeuse models download retail-0095/)
  assert.equal((await models(data, ['add', better.name, '--from', from])).code, 0)
  const changed = await models(data, ['use', better.name])
  assert.deepEqual([changed.code, /1 employees have to be/.test(changed.err)], [0, true])
  const { out: looked } = await pointeuse(data, ['doctor'])
  assert.match(looked, /recogniser: retail-0095/)

  const server = await startServer({ DATA_DIR: data })
  while ((await ready(server.origin)).status !== 200) await sleep(50)
  assert.match(server.log(), /"recogniser":"retail-0095","former":"builtin"/)
  assert.equal(await server.end('SIGTERM'), 0)
  const back = await models(data, ['use', 'builtin'])
  assert.deepEqual([back.code, /enrolled again/.test(back.err)], [0, false])
})

test('templates of a recogniser from the future are left to the version that made them', async (t) => {
  const data = dataFolder(t)
  await enrolSomebody(data, 'from-the-future.1', 4)
  const { code, err } = await models(data, ['use', 'builtin'])
  assert.deepEqual([code, err.includes('from-the-future.1')], [1, true])
})
