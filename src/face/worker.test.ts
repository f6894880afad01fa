import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { portrait } from '../../test/portraits.ts'
import { createFaceEngine } from './index.ts'

const children = `/proc/${process.pid}/task/${process.pid}/children`
const skip = existsSync(children) ? false : 'needs /proc to find the worker'

test(
  'a worker that is killed fails its own photos, and another takes the next',
  { skip },
  async () => {
    const engine = await createFaceEngine({ workers: 1 })
    const photo = await portrait('ana')
    const [worker] = readFileSync(children, 'utf8').trim().split(' ').map(Number)
    assert.ok(worker)
    const lost = engine.look(photo, { purpose: 'probe' })
    process.kill(worker, 'SIGKILL')
    await assert.rejects(lost, /interrupted/)
    const next = await engine.look(photo, { purpose: 'probe' })
    assert.ok(next.readable && next.faces.length === 1)
    await engine.close()
  },
)

test('closing ends the workers, and lets what they have begun finish', { skip }, async () => {
  const engine = await createFaceEngine({ workers: 1 })
  const photo = await portrait('bo')
  const begun = engine.look(photo, { purpose: 'probe' })
  await engine.close()
  assert.ok((await begun).readable)
  assert.equal(readFileSync(children, 'utf8').trim(), '')
})
