import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { goodPassword } from './callers.ts'
import { otherPortrait, portrait } from './portraits.ts'
import { startServer } from './server-process.ts'

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, unknown>>
}
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
)

async function freshServer(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-first-'))
  const env = { DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'warn' }
  const server = await startServer(env, [], { isFresh: true })
  t.after(async () => {
    await server.end('SIGTERM')
    await rm(directory, { recursive: true })
  })
  const password = join(directory, 'password')
  await writeFile(password, `${goodPassword}\n`)
  const pointeuse = (...args: string[]) => {
    const command = ['src/cli/main.ts', ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env,
    })
    return { status, stdout, stderr }
  }
  return { server, pointeuse, password }
}

test('until it is set up the program answers nothing but how it is and whether it waits', async (t) => {
  const { server } = await freshServer(t)
  for (const { method, path } of routes) {
    const url = `${server.origin}${path.replaceAll(/\{\w+\}/g, '0')}`
    const { status } = await fetch(url, { method, redirect: 'manual' })
    const isOpen =
      ['/health', '/privacy/countries'].includes(path) || (path === '/setup' && method === 'GET')
    // Whoever sets up without a body is told so.
    const expected = isOpen ? 200 : path === '/setup' ? 400 : 503
    assert.equal(status, expected, `${method} ${path}`)
  }
  assert.match(server.said(), /\n.*http:\/\/localhost:\d+\/#\/setup\/[\w-]{32}\n/)
  const token = /setup\/([\w-]{32})/.exec(server.said())?.[1] ?? 'none'
  assert.equal(server.log().includes(token), false, 'the link is no entry of the log')
})

test('the command line sets up beside a running server, and its key enrols and clocks in', async (t) => {
  const { server, pointeuse, password } = await freshServer(t)
  const link = pointeuse('setup-link')
  assert.match(link.stdout, /#\/setup\/[\w-]{32}/)
  const named = ['--name', 'Ada', '--country', 'US-IL', '--password-file', password]
  await writeFile(`${password}-latin1`, Buffer.from('un mot de passé très long', 'latin1'))
  const unreadable = pointeuse('setup', ...named.slice(0, -1), `${password}-latin1`)
  assert.equal(unreadable.status, 1)
  assert.match(unreadable.stderr, /not UTF-8/)
  const done = pointeuse(
    'setup',
    ...named,
    '--publish-notice',
    '--site',
    'Lyon',
    '--zone',
    'Europe/Paris',
  )
  assert.deepEqual([done.status, done.stdout], [0, ''], done.stderr)
  assert.equal(pointeuse('setup', ...named).status, 1)
  assert.equal(pointeuse('setup-link').status, 1)

  const key = pointeuse('api-key', 'add', '--name', 'curl', '--scope', 'enrol', '--scope', 'clock')
  assert.match(key.stdout, /^pointeuse_[\w-]{32}\n$/)
  const headers = { authorization: `Bearer ${key.stdout.trim()}` }
  const post = async (path: string, photo: Uint8Array, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg')
    return (await fetch(`${server.origin}${path}`, { method: 'POST', headers, body })).status
  }
  assert.equal(await post('/register', await portrait('ana'), { name: 'Ana' }), 422)
  const agreed = { name: 'Ana', consent: 'Personnel file, cabinet 2' }
  assert.equal(await post('/register', await portrait('ana'), agreed), 201)
  assert.equal(await post('/clock_in', await otherPortrait('ana')), 201)
  assert.equal((await fetch(`${server.origin}/attendance`, { headers })).status, 403)
  assert.equal((await fetch(`${server.origin}/attendance`)).status, 401)

  const add = ['operator', 'add', '--name', 'Max', '--password-file', password]
  assert.equal(pointeuse(...add, '--role', 'viewer', '--site', 'all').status, 0)
  assert.equal(pointeuse(...add, '--role', 'viewer').status, 1)
  assert.equal(pointeuse(...add, '--role', 'owner').status, 2)
  assert.match(
    pointeuse('operator', 'reset-second-factor', '--name', 'Max').stderr,
    /no second factor/,
  )
  const signIn = await fetch(`${server.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'max', password: goodPassword }),
  })
  assert.equal(signIn.status, 201)
})
