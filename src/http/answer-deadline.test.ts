import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { deadlineOf, limitAnswers } from './answer-deadline.ts'
import { createBareApp } from './bare-app.ts'
import { answerError } from './error-handler.ts'
import { httpLimits } from './limits.ts'

/** A server whose work hangs, deaf or not to being told to stop. */
async function hangingServer(t: TestContext) {
  const limits = { ...httpLimits, arriveWithinMs: 600, lookForLateEveryMs: 100 }
  const app = createBareApp({ log: pino({ level: 'silent' }), newId: () => 'id', limits })
  app.setErrorHandler(answerError)
  app.decorateRequest('isMultipart', () => false)
  limitAnswers(app, 200)
  const stopped: unknown[] = []
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/deaf',
    handler: () => new Promise(() => {}),
  })
  app.post('/hearing', async (request) => {
    const signal = deadlineOf(request)
    await once(signal, 'abort')
    stopped.push(signal.reason)
    throw signal.reason
  })
  app.post('/unread', { onRequest: () => new Promise(() => {}) }, async () => ({}))
  app.post('/quick', async () => ({}))
  await app.listen({ port: 0, host: '127.0.0.1' })
  t.after(() => app.close())
  const { port } = app.server.address() as { port: number }
  return { origin: `http://127.0.0.1:${port}`, port, stopped }
}
const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }

test('work that hangs is answered, whatever the request was, and told to stop', async (t) => {
  const { origin, stopped } = await hangingServer(t)
  for (const [path, init] of [
    ['/deaf', {}],
    ['/deaf', { method: 'DELETE' }],
    ['/deaf', { method: 'POST' }],
    ['/deaf', json],
    ['/unread', json],
    ['/hearing', json],
  ] as const) {
    const response = await fetch(`${origin}${path}`, init)
    const { code } = (await response.json()) as { code: string }
    assert.deepEqual([response.status, code], [503, 'timeout'], `${path} ${JSON.stringify(init)}`)
    assert.equal(response.headers.get('retry-after'), '5')
  }
  assert.equal(stopped.length, 1)
})

test('the time that a body takes to come is not counted', async (t) => {
  const { port } = await hangingServer(t)
  const socket = connect(port, '127.0.0.1')
  const head =
    'POST /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n'
  socket.write(`${head}{"a"`)
  await sleep(350)
  socket.write(':1}')
  assert.match(String(await once(socket, 'data')), /^HTTP\/1\.1 200/)
})

test('a body that never comes is told so, and what is no HTTP as well', async (t) => {
  const { port } = await hangingServer(t)
  const answers = {
    'POST /quick HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{':
      /^HTTP\/1\.1 408 Request Timeout[^]*problem\+json[^]*"code":"request-timeout"/,
    'GARBAGE\r\n\r\n': /^HTTP\/1\.1 400 Bad Request[^]*problem\+json[^]*"code":"invalid-request"/,
    [`GET / HTTP/1.1\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`]: /^HTTP\/1\.1 431 [^]*problem\+json/,
  }
  for (const [sent, expected] of Object.entries(answers)) {
    const socket = connect(port, '127.0.0.1')
    socket.write(sent)
    assert.match(String(await once(socket, 'data')), expected)
    await once(socket, 'close')
  }
})
