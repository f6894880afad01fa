import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createMostExtreme } from './most-extreme.ts'

test('the highest ranks of different keys are kept, whatever the order', () => {
  const offers = fc.array(
    fc.record({ rank: fc.integer({ min: -50, max: 50 }), key: fc.integer({ min: 0, max: 8 }) }),
  )
  fc.assert(
    fc.property(offers, fc.integer({ min: 1, max: 5 }), (list, most) => {
      const extreme = createMostExtreme<number>(most)
      const best = new Map<number, number>()
      for (const { rank, key } of list) {
        if (extreme.wants(rank)) extreme.offer(rank, key, () => rank)
        best.set(key, Math.max(rank, best.get(key) ?? -Infinity))
      }
      const highest = [...best.values()].toSorted((a, b) => b - a).slice(0, most)
      assert.deepEqual(extreme.list(), highest)
    }),
  )
})
