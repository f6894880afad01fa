import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { mock, test } from 'node:test'

// Counted before the program is loaded, which keeps the function that it finds.
const hashed = mock.method(crypto, 'argon2')
syncBuiltinESMExports()
const { openHouse } = await import('../../../test/house.ts')
const { goodPassword, nobody } = await import('../../../test/callers.ts')

test('who has no account costs the server the same work, and is answered the same, as a wrong password', async (t) => {
  const house = await openHouse(t)
  const draft = { name: 'Zoe', role: 'admin', siteIds: 'all' } as const
  await house.access.operators.add(draft, goodPassword)
  const attempt = async (name: string) => {
    hashed.mock.resetCalls()
    const answer = await house.ask('/session', {
      method: 'POST',
      headers: { ...nobody, 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: 'not this one at all' }),
    })
    const work = hashed.mock.calls.map(({ arguments: [algorithm, parameters] }) => {
      const { memory, passes, parallelism, tagLength } = parameters
      return { algorithm, memory, passes, parallelism, tagLength }
    })
    // What differs with each request, whoever asks.
    const own = ['date', 'x-request-id']
    const headers = [...answer.headers].filter(([name]) => !own.includes(name))
    return { status: answer.status, body: answer.body, headers, work }
  }
  const [known, unknown] = [await attempt('Zoe'), await attempt('Nobody at all')]
  assert.equal(known.work.length, 1)
  assert.equal(known.status, 401)
  assert.deepEqual(unknown, known)
})
