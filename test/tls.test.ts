import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { pino } from 'pino'
import { createApp } from '../src/http/app.ts'
import { readCertificate, renewCertificate } from '../src/tls.ts'
import { makeCertificate } from './certificates.ts'
import { startServer } from './server-process.ts'

async function temporary(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-tls-'))
  t.after(() => rm(directory, { recursive: true }))
  return directory
}

async function openTls(t: TestContext) {
  const directory = await temporary(t)
  const files = makeCertificate(directory)
  const log = pino({ level: 'silent' })
  const app = await createApp({
    ...{ services: () => undefined, readiness: async () => ({ ready: true }) as const },
    ...{ newId: () => crypto.randomUUID(), log, tls: readCertificate(files) },
  })
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
  t.after(() => app.close())
  return { app, files, directory, log, port }
}

async function shake(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options })
  await once(socket, 'secureConnect')
  return socket
}

test('with a certificate of its own the server speaks TLS 1.2 and 1.3 and nothing older', async (t) => {
  const { port } = await openTls(t)
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const socket = await shake(port, { minVersion: version, maxVersion: version })
    assert.equal(socket.getProtocol(), version)
    socket.destroy()
  }
  for (const version of ['TLSv1', 'TLSv1.1'] as const) {
    // Without a lower security level our own side would refuse it first.
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
    await assert.rejects(shake(port, old), version)
  }
})

test('over TLS browsers are told to come back over nothing else, and cookies are for HTTPS', async (t) => {
  const { port } = await openTls(t)
  const asked = request({ port, host: '127.0.0.1', path: '/health', rejectUnauthorized: false })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [
    { headers: Record<string, string>; resume(): void },
  ]
  answer.resume()
  assert.match(answer.headers['strict-transport-security'] ?? '', /max-age=63072000/)
})

test('plain HTTP at that port is cut off, without a body being read', async (t) => {
  const { port } = await openTls(t)
  await assert.rejects(fetch(`http://127.0.0.1:${port}/health`))
})

test('a new certificate is taken up while the server runs, and one that is broken is not', async (t) => {
  const { app, files, directory, log, port } = await openTls(t)
  const end = renewCertificate(app.server as never, files, log, 20)
  t.after(end)
  const shown = async () => {
    const socket = await shake(port)
    const { subject } = socket.getPeerCertificate()
    socket.destroy()
    return subject.CN
  }
  assert.equal(await shown(), 'localhost')
  makeCertificate(directory, 'renewed')
  while ((await shown()) !== 'renewed') await sleep(20)
  await writeFile(files.certFile, 'no certificate')
  await sleep(100)
  assert.equal(await shown(), 'renewed')
  const other = await temporary(t)
  await copyFile(makeCertificate(other, 'of another key').certFile, files.certFile)
  await sleep(100)
  assert.equal(await shown(), 'renewed')
})

test('a certificate that is missing or not the key’s ends the start in words', async (t) => {
  const directory = await temporary(t)
  const env = (more: Record<string, string>) => ({ DATA_DIR: join(directory, 'data'), ...more })
  const missing = { TLS_CERT: join(directory, 'no.pem'), TLS_KEY: join(directory, 'no.key') }
  await assert.rejects(
    startServer(env(missing), [], { isFresh: true }),
    /TLS_CERT and TLS_KEY must name/,
  )
  await assert.rejects(startServer(env({ TLS_CERT: 'x' }), [], { isFresh: true }), /go together/)
})

/** An address of this machine that others could reach. */
const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address

test('nobody is let in from the network in the clear, and the start says what to do instead', async (t) => {
  const directory = await temporary(t)
  for (const host of ['0.0.0.0', '::', ownAddress ?? '192.0.2.1']) {
    const env = { DATA_DIR: join(directory, 'data'), HOST: host }
    await assert.rejects(startServer(env, [], { isFresh: true }), (error: Error) => {
      for (const way of ['TLS_CERT', 'TRUST_PROXY', '127.0.0.1', 'PUBLISHED'])
        assert.match(error.message, new RegExp(way))
      return true
    })
  }
})

test('others reach the program once it is set up, over TLS, and not before', async (t) => {
  const directory = await temporary(t)
  const { certFile, keyFile } = makeCertificate(directory)
  const env = { DATA_DIR: join(directory, 'data'), TLS_CERT: certFile, TLS_KEY: keyFile }
  // All of 127.0.0.0/8 is this machine: a stranger's address for whoever listens at 127.0.0.1 only.
  const open = { ...env, HOST: '0.0.0.0' }
  const server = await startServer(open, [], { isFresh: true })
  t.after(() => server.end('SIGTERM'))
  const port = Number(new URL(server.origin).port)
  const isAnswered = (host: string) =>
    new Promise<boolean>((resolve) => {
      const asked = request(
        { port, host, path: '/health', rejectUnauthorized: false, agent: false },
        (answer) => {
          answer.resume()
          resolve(true)
        },
      )
      asked.on('error', () => resolve(false)).end()
    })
  assert.equal(new URL(server.origin).protocol, 'https:')
  assert.deepEqual([await isAnswered('127.0.0.1'), await isAnswered('127.0.0.2')], [true, false])
  const { setUpDatabase } = await import('./set-up.ts')
  await setUpDatabase(open)
  while (!(await isAnswered('127.0.0.2'))) await sleep(100)
  assert.equal(await isAnswered('127.0.0.1'), true)
  assert.doesNotMatch(await readFile(keyFile, 'utf8').then(() => server.log()), /PRIVATE KEY/)
})
