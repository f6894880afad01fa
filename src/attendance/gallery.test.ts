import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { createGallery } from './gallery.ts'
import type { Template } from './template.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const template = (employeeId: string, vector: readonly number[], model = 'm'): Template => ({
  id: `${employeeId}-${vector.join()}`,
  employeeId,
  embedding: { model, vector: Float32Array.from(vector) },
  createdAt,
})
const probe = (vector: readonly number[], model = 'm') => ({
  model,
  vector: Float32Array.from(vector),
})

test('an empty gallery knows nobody', () => {
  assert.deepEqual(createGallery('m').nearest(probe([1, 0])), {})
})

test('the second is the best of the others, not another template of the best', () => {
  const gallery = createGallery('m')
  gallery.add([template('a', [1, 0]), template('a', [0.5, 0]), template('b', [0.25, 0])])
  const { best, second } = gallery.nearest(probe([1, 0]))
  assert.deepEqual(best, { employeeId: 'a', similarity: 1 })
  assert.deepEqual(second, { employeeId: 'b', similarity: 0.25 })
})

test('templates of another model are never compared', () => {
  const gallery = createGallery('m')
  gallery.add([template('a', [1, 0], 'other')])
  assert.equal(gallery.size, 0)
  assert.throws(() => gallery.nearest(probe([1, 0], 'other')), TypeError)
})

test('whatever is added and removed, the nearest are those that a plain search finds', () => {
  const step = fc.record({
    employeeId: fc.constantFrom('a', 'b', 'c', 'd'),
    // Multiples of 1/8, so that sums are exact in 32 bits.
    vector: fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 })),
    remove: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const gallery = createGallery('m')
      let kept: Template[] = []
      for (const { employeeId, vector, remove } of steps) {
        if (remove) {
          gallery.remove(employeeId)
          kept = kept.filter((one) => one.employeeId !== employeeId)
        } else {
          const added = template(employeeId, [vector[0] / 8, vector[1] / 8])
          gallery.add([added])
          kept.push(added)
        }
      }
      const best = new Map<string, number>()
      for (const { employeeId, embedding } of kept) {
        const similarity = (embedding.vector[0] ?? 0) * 0.5 + (embedding.vector[1] ?? 0) * 0.25
        best.set(employeeId, Math.max(similarity, best.get(employeeId) ?? -Infinity))
      }
      const scores = [...best.values()].toSorted((a, b) => b - a)
      const nearest = gallery.nearest(probe([0.5, 0.25]))
      assert.equal(nearest.best?.similarity, scores[0])
      assert.equal(nearest.second?.similarity, scores[1])
      if (nearest.best) assert.equal(best.get(nearest.best.employeeId), scores[0])
      assert.notEqual(nearest.best?.employeeId ?? 1, nearest.second?.employeeId ?? 2)
    }),
  )
})
