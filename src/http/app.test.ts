import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { openHouse } from '../../test/house.ts'
import { createApp, type AppDeps } from './app.ts'

const starting: AppDeps = {
  services: () => undefined,
  readiness: async () => ({ ready: false, reason: 'starting' }),
  newId: randomUUID,
  log: pino({ level: 'silent' }),
}

test('a server that starts is alive, not ready, and sends away whoever comes', async (t) => {
  const app = await createApp(starting)
  t.after(() => app.close())
  assert.equal((await app.inject('/health')).statusCode, 200)
  for (const path of ['/ready', '/employees', '/attendance']) {
    const { statusCode, headers, body } = await app.inject(path)
    const { code, reason } = JSON.parse(body) as { code: string; reason: string }
    assert.deepEqual([statusCode, code, reason], [503, 'not-ready', 'starting'])
    assert.equal(headers['retry-after'], '2')
  }
})

test('a server that is ready says what its database cannot guarantee by itself', async (t) => {
  const caution = 'mysql-records-can-be-changed'
  const app = await createApp({ ...starting, readiness: async () => ({ ready: true, caution }) })
  t.after(() => app.close())
  const { statusCode, body } = await app.inject('/ready')
  assert.equal(statusCode, 200)
  assert.equal((JSON.parse(body) as { caution: string }).caution, caution)
})

test('every answer tells the browser what it may do', async (t) => {
  const { ask } = await openHouse(t)
  for (const path of ['/health', '/nothing', '/employees?limit=x']) {
    const { headers } = await ask(path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/)
  }
})

test('a connection without a request stays for longer than a minute, as proxies expect', async (t) => {
  const app = await createApp(starting)
  t.after(() => app.close())
  assert.ok(app.server.keepAliveTimeout > 60_000)
})

test("a client's request id is not taken over", async (t) => {
  const { ask } = await openHouse(t)
  const { headers } = await ask('/health', { headers: { 'x-request-id': 'mine' } })
  assert.notEqual(headers.get('x-request-id'), 'mine')
})

test('openapi.json is served as it is committed, and /docs needs nothing from elsewhere', async (t) => {
  const { origin } = await openHouse(t)
  const served: unknown = await (await fetch(`${origin}/openapi.json`)).json()
  assert.deepEqual(served, JSON.parse(readFileSync('openapi.json', 'utf8')))
  const page = await fetch(`${origin}/docs/`)
  const html = await page.text()
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link)
  assert.ok(links.length >= 4)
  for (const link of links) {
    const asset = await fetch(new URL(link, page.url))
    assert.equal(new URL(asset.url).origin, origin)
    assert.deepEqual([asset.status, (await asset.bytes()).length > 0], [200, true], link)
  }
})

test('the built pages are served at /, may open a camera as nothing else, and their lasting files may be kept', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-web-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<h1>Pointer</h1>')
  await writeFile(join(directory, 'assets', 'app-1a2b.js'), '1')
  const app = await createApp({ ...starting, webDirectory: directory })
  t.after(async () => {
    await app.close()
    await rm(directory, { recursive: true })
  })
  const page = await app.inject('/')
  assert.equal(page.body, '<h1>Pointer</h1>')
  assert.equal(page.headers['cache-control'], 'no-cache')
  const asset = await app.inject('/assets/app-1a2b.js')
  assert.match(String(asset.headers['cache-control']), /immutable/)
  assert.equal((await app.inject('/assets/..%2f..%2fetc/passwd')).statusCode, 404)
  const camera = async (url: string) =>
    /camera=(\S+?),/.exec(String((await app.inject(url)).headers['permissions-policy']))?.[1]
  for (const url of ['/', '/index.html', '/kiosk', '/?x=1'])
    assert.equal(await camera(url), '(self)', url)
  for (const url of ['/health', '/docs/', '/kiosk/nonce', '/assets/app-1a2b.js', '/nothing', '//'])
    assert.equal(await camera(url), '()', url)
})
