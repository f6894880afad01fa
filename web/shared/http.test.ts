import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FailureError } from './failure.ts'
import { answered, createHttp } from './http.ts'

const askWith = (response: () => Response) =>
  answered(
    createHttp({ baseUrl: 'http://localhost', fetch: async () => response() }).GET('/decision'),
  )

test('an answer that is none of the server’s is a failure, whatever its status says', async () => {
  const page = (status: number, type: string, body = '<html>Sign in to the network</html>') =>
    askWith(() => new Response(body, { status, headers: { 'content-type': type } }))
  const failures = [
    page(200, 'text/html'),
    page(200, 'application/json'),
    page(200, ''),
    page(502, 'text/html'),
  ]
  for (const failure of failures) {
    await assert.rejects(failure, (error) => {
      assert.ok(error instanceof FailureError)
      assert.equal(error.failure.kind, 'not-understood')
      return true
    })
  }
  assert.deepEqual(await page(200, 'application/json; charset=utf-8', '{"a":1}'), { a: 1 })
})
