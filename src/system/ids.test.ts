import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createIds } from './ids.ts'

const at = (epochMs: number) => ({ now: () => Temporal.Instant.fromEpochMilliseconds(epochMs) })
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes)

test('an id is a UUID of version 7 that begins with its time', () => {
  // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
  const id = createIds(at(0x017f22e279b0), fillRandom)()
  assert.match(id, /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids of one millisecond, or of a clock set back, sort in the order made and differ', () => {
  let epochMs = 1_800_000_000_000
  const newId = createIds(
    { now: () => Temporal.Instant.fromEpochMilliseconds(epochMs) },
    fillRandom,
  )
  const ids = Array.from({ length: 10_000 }, (_, i) => {
    if (i === 5000) epochMs -= 3_600_000
    return newId()
  })
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
})
