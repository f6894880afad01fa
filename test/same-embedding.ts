import assert from 'node:assert/strict'
import type { Embedding } from '../src/face/index.ts'

/** Turning a vector and turning it back rounds twice: of a unit vector less than this is lost. */
const tolerance = 1e-6

/** The same vector, but for what is lost where it is sealed and opened. */
export function assertSameEmbedding(actual: Embedding | undefined, expected: Embedding): void {
  assert.equal(actual?.model, expected.model)
  assert.equal(actual.vector.length, expected.vector.length)
  const allowed = tolerance * Math.max(1, Math.hypot(...expected.vector))
  for (const [i, value] of actual.vector.entries()) {
    const apart = Math.abs(value - (expected.vector[i] ?? NaN))
    assert.ok(apart <= allowed, `${value} is not ${expected.vector[i]}`)
  }
}
