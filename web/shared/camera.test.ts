import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameraProblem, createCamera } from './camera.ts'

test('without the camera interface, an insecure address is told from an old browser', async () => {
  for (const [isSecureContext, problem] of [
    [false, 'insecure'],
    [true, 'unsupported'],
  ] as const) {
    const camera = createCamera({
      mediaDevices: undefined,
      permissions: undefined,
      isSecureContext,
    })
    await camera.open()
    assert.deepEqual(camera.state(), { status: 'unavailable', problem })
  }
})

test('every name that a camera fails with has its advice', () => {
  const problems = {
    NotAllowedError: 'denied',
    SecurityError: 'denied',
    NotFoundError: 'none',
    OverconstrainedError: 'none',
    NotReadableError: 'in-use',
    AbortError: 'in-use',
    TypeError: 'unsupported',
  }
  for (const [name, problem] of Object.entries(problems)) assert.equal(cameraProblem(name), problem)
})
