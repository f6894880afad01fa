import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import https from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import tls from 'node:tls'
import { needs } from '../../../test/needs.ts'
import type { RecogniserCard } from '../recognisers/card.ts'
import { recogniserNamed } from '../recognisers/recognisers.ts'
import type { ProxySettings } from './fetch-file.ts'
import { PackError } from './pack-error.ts'
import { createPacks } from './packs.ts'

const contents: Readonly<Record<string, Buffer>> = {
  'graph.xml': Buffer.from('<net/>'.repeat(1000)),
  'weights.bin': Buffer.alloc(300_000, 7),
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const card: RecogniserCard = {
  ...recogniserNamed('retail-0095'),
  files: Object.entries(contents).map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  })),
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'pointeuse-packs-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const withoutOpenssl = needs('openssl', spawnSync('openssl', ['version']).status === 0)

/** A certificate for a name that nobody but this test trusts. */
function selfSigned(directory: string, name: string): { key: string; cert: string } {
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')]
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-days', '2'],
    ...['-keyout', key, '-out', cert],
  ])
  assert.equal(made.status, 0, String(made.stderr))
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

const nameIn = (url = '') => url.split('/').at(-1) ?? ''
const honest: RequestListener = ({ url }, response) => {
  const bytes = contents[nameIn(url)]
  response.writeHead(bytes ? 200 : 404).end(bytes)
}

const download = (directory: string, url: string, proxy: ProxySettings = {}, withinMs = 5000) =>
  createPacks(directory).download(card, { url, proxy, signal: AbortSignal.timeout(withinMs) })
const fails = (fault: string) => (error: unknown) =>
  error instanceof PackError && error.fault === fault
/** Nothing of what failed is left. */
async function assertUntouched(directory: string): Promise<void> {
  assert.equal(await createPacks(directory).state(card), 'missing')
  assert.deepEqual(readdirSync(directory), [])
}

test('the right files are there whole after a download, and told so', async (t) => {
  const directory = folder(t)
  const told: number[] = []
  await createPacks(directory).download(card, {
    url: await serve(t, honest),
    proxy: {},
    signal: AbortSignal.timeout(5000),
    onProgress: (bytes) => told.push(bytes),
  })
  assert.equal(await createPacks(directory).state(card), 'complete')
  assert.deepEqual(readFileSync(join(directory, card.name, 'weights.bin')), contents['weights.bin'])
  assert.equal(told.at(-1), 306_000)
  assert.deepEqual(readdirSync(directory), [card.name])
})

test('a file with one other byte is refused', async (t) => {
  const directory = folder(t)
  const url = await serve(t, ({ url }, response) => {
    const bytes = Buffer.from(contents[nameIn(url)] ?? '')
    bytes[bytes.length - 1] = 8
    response.end(bytes)
  })
  await assert.rejects(download(directory, url), fails('wrong-file'))
  await assertUntouched(directory)
})

test('a file that goes on for ever is refused at its length', async (t) => {
  const directory = folder(t)
  const url = await serve(t, (_, response) => response.end(Buffer.alloc(400_000)))
  await assert.rejects(download(directory, url), fails('wrong-file'))
  await assertUntouched(directory)
})

test('a download that is cut off leaves nothing', async (t) => {
  const directory = folder(t)
  const url = await serve(t, ({ url }, response) => {
    const bytes = contents[nameIn(url)]
    response.writeHead(200, { 'content-length': bytes?.length })
    response.write(bytes?.subarray(0, 3000), () => response.destroy())
  })
  await assert.rejects(download(directory, url), fails('cut-off'))
  await assertUntouched(directory)
})

test('an answer that ends too early as if all were well leaves nothing', async (t) => {
  const directory = folder(t)
  const url = await serve(t, (_, response) => response.end('half'))
  await assert.rejects(download(directory, url), fails('cut-off'))
  await assertUntouched(directory)
})

test('what is not there says so', async (t) => {
  const directory = folder(t)
  const url = await serve(t, (_, response) => response.writeHead(404).end())
  await assert.rejects(download(directory, url), fails('answered'))
  await assertUntouched(directory)
})

test('where there is no way, that is said', async (t) => {
  const directory = folder(t)
  await assert.rejects(download(directory, 'http://127.0.0.1:9/'), fails('no-route'))
  await assert.rejects(download(directory, 'http://no.such.host.invalid/'), fails('no-route'))
  await assertUntouched(directory)
})

test('a server that says nothing is not waited for longer than was asked', async (t) => {
  const directory = folder(t)
  const url = await serve(t, () => {}) // never answers
  await assert.rejects(download(directory, url, {}, 200), fails('too-slow'))
  await assertUntouched(directory)
})

test('a redirection is followed, but not for ever', async (t) => {
  const there = await serve(t, honest)
  const url = await serve(t, ({ url }, response) =>
    response.writeHead(302, { location: `${there}${nameIn(url)}` }).end(),
  )
  const directory = folder(t)
  await download(directory, url)
  assert.equal(await createPacks(directory).state(card), 'complete')
  const round = await serve(t, ({ url }, response) =>
    response.writeHead(302, { location: url }).end(),
  )
  await assert.rejects(download(folder(t), round), fails('answered'))
})

test('a proxy leads out where one is set', async (t) => {
  const asked: string[] = []
  const proxy = await serve(t, (request, response) => {
    asked.push(request.url ?? '')
    honest(request, response)
  })
  const directory = folder(t)
  await download(directory, 'http://models.invalid/0095', { HTTP_PROXY: proxy })
  assert.equal(await createPacks(directory).state(card), 'complete')
  assert.deepEqual(asked, [
    'http://models.invalid/0095/graph.xml',
    'http://models.invalid/0095/weights.bin',
  ])
})

test(
  'a proxy leads out to https through a tunnel, in which it sees nothing',
  { skip: withoutOpenssl },
  async (t) => {
    const { key, cert } = selfSigned(folder(t), 'models.test')
    const home = https.createServer({ key, cert }, honest)
    await new Promise<void>((resolve) => home.listen(0, '127.0.0.1', resolve))
    const trusted = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...trusted, cert])
    const asked: string[] = []
    const proxy = http.createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(403).end()
    })
    proxy.on('connect', ({ url }, socket) => {
      asked.push(`CONNECT ${url}`)
      const out = connect((home.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        out.pipe(socket).pipe(out)
      })
      out.on('error', () => socket.destroy())
      socket.on('error', () => out.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    t.after(() => {
      tls.setDefaultCACertificates(trusted)
      for (const server of [home, proxy]) {
        server.closeAllConnections()
        server.close()
      }
    })
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const directory = folder(t)
    await download(directory, 'https://models.test/0095', { HTTPS_PROXY })
    assert.equal(await createPacks(directory).state(card), 'complete')
    assert.deepEqual([...new Set(asked)], ['CONNECT models.test:443'])
    // Whose certificate is for another name is nobody's server.
    await assert.rejects(
      download(folder(t), 'https://other.test/0095', { HTTPS_PROXY }),
      fails('no-route'),
    )
  },
)

test('a folder that cannot be written says so', async (t) => {
  const url = await serve(t, honest)
  const file = join(folder(t), 'a-file')
  writeFileSync(file, '')
  await assert.rejects(download(join(file, 'models'), url), fails('cannot-write'))
})

test('a full disk says so, and leaves nothing', async (t) => {
  const directory = folder(t)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', directory])
  if (mounted.status !== 0) return t.skip('a small disk cannot be mounted here')
  try {
    await assert.rejects(download(directory, await serve(t, honest)), fails('cannot-write'))
    await assertUntouched(directory)
  } finally {
    spawnSync('umount', [directory])
  }
})

test('two starts at once both end with the files, of one of them', async (t) => {
  const directory = folder(t)
  const url = await serve(t, honest)
  await Promise.all([1, 2, 3].map(() => download(directory, url)))
  assert.equal(await createPacks(directory).state(card), 'complete')
  assert.deepEqual(readdirSync(directory), [card.name])
})

test('damaged files are noticed, and made good by another download', async (t) => {
  const directory = folder(t)
  const url = await serve(t, honest)
  await download(directory, url)
  writeFileSync(join(directory, card.name, 'graph.xml'), '<net/>')
  assert.equal(await createPacks(directory).state(card), 'damaged')
  await download(directory, url)
  assert.equal(await createPacks(directory).state(card), 'complete')
})

test('files come from a folder too, unless one is missing or another', async (t) => {
  const [directory, from] = [folder(t), folder(t)]
  const packs = createPacks(directory)
  await assert.rejects(packs.add(card, from), fails('wrong-file'))
  for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(from, name), bytes)
  await packs.add(card, from)
  assert.equal(await packs.state(card), 'complete')
  assert.equal(await packs.remove(card), true)
  assert.equal(await packs.remove(card), false)
  writeFileSync(join(from, 'weights.bin'), 'other')
  await assert.rejects(packs.add(card, from), fails('wrong-file'))
  await assertUntouched(directory)
})

test('what a killed process left is swept away after an hour, what is young is not', async (t) => {
  const directory = folder(t)
  const [old, young] = ['.retail-0095-old', '.retail-0095-young'].map((name) =>
    join(directory, name),
  )
  for (const path of [old, young]) mkdirSync(path ?? '')
  utimesSync(old ?? '', 0, 0)
  await download(directory, await serve(t, honest))
  assert.deepEqual(readdirSync(directory).sort(), ['.retail-0095-young', card.name])
})
