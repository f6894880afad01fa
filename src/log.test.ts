import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

test('an error is logged with what and where, never with a message that may quote a value', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const cause = Object.assign(new Error("Duplicate entry 'Ana' for key 'name'"), { code: 'ER_DUP' })
  log.error({ err: new Error('Ana broke it', { cause }) }, 'broken')
  const [line = ''] = lines
  assert.doesNotMatch(line, /Ana/)
  const { err } = JSON.parse(line) as { err: { at: string[]; cause: { code: string } } }
  assert.equal(err.cause.code, 'ER_DUP')
  assert.match(err.at[0] ?? '', /log\.test\.ts/)
})

test('a request is logged by its route, not by its address', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const req = {
    method: 'GET',
    url: '/employees/1?name=Ana',
    routeOptions: { url: '/employees/:id' },
  }
  log.info({ req }, 'answered')
  assert.doesNotMatch(lines[0] ?? '', /Ana/)
  assert.match(lines[0] ?? '', /"route":"\/employees\/:id"/)
})
