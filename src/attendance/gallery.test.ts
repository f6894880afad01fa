import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Embedding, ImpostorModel } from '../face/index.ts'
import { createGallery } from './gallery.ts'
import type { Template } from './template.ts'

/** Nobody is like many others here: a score is the similarity itself. */
const impostors: ImpostorModel = { model: 'm', expect: () => ({ mean: 0, deviation: 1 }) }

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const embedding = (vector: readonly number[], model = 'm'): Embedding => ({
  model,
  vector: Float32Array.from(vector),
})
let templates = 0
const template = (employeeId: string, vector: readonly number[], model = 'm'): Template => ({
  id: `t${templates++}`,
  employeeId,
  embedding: embedding(vector, model),
  createdAt,
})

test('an empty gallery knows nobody', () => {
  const gallery = createGallery(impostors)
  assert.deepEqual(gallery.nearest(embedding([1, 0])), {})
  assert.equal(gallery.scoreOf('a', embedding([1, 0])), undefined)
})

test('the second is the best of the others, not another template of the best', () => {
  const gallery = createGallery(impostors)
  gallery.add([template('a', [1, 0]), template('a', [0.5, 0]), template('b', [0.25, 0])])
  const { best, second } = gallery.nearest(embedding([1, 0]))
  assert.deepEqual(best, { employeeId: 'a', score: 1 })
  assert.deepEqual(second, { employeeId: 'b', score: 0.25 })
  assert.equal(gallery.scoreOf('b', embedding([1, 0])), 0.25)
})

test('templates of another model are never compared', () => {
  const gallery = createGallery(impostors)
  gallery.add([template('a', [1, 0], 'other')])
  assert.equal(gallery.size, 0)
  assert.throws(() => gallery.nearest(embedding([1, 0], 'other')), TypeError)
})

test('single templates can be taken out, the others of the employee stay', () => {
  const gallery = createGallery(impostors)
  const [near, far] = [template('a', [1, 0]), template('a', [0.5, 0])]
  gallery.add([near, far])
  gallery.remove('a', new Set([near.id]))
  assert.equal(gallery.scoreOf('a', embedding([1, 0])), 0.5)
  assert.equal(gallery.employees, 1)
  gallery.remove('a')
  assert.deepEqual([gallery.size, gallery.employees], [0, 0])
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
      const gallery = createGallery(impostors)
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
      for (const {
        employeeId,
        embedding: { vector },
      } of kept) {
        const score = (vector[0] ?? 0) * 0.5 + (vector[1] ?? 0) * 0.25
        best.set(employeeId, Math.max(score, best.get(employeeId) ?? -Infinity))
      }
      const scores = [...best.values()].toSorted((a, b) => b - a)
      const nearest = gallery.nearest(embedding([0.5, 0.25]))
      assert.equal(nearest.best?.score, scores[0])
      assert.equal(nearest.second?.score, scores[1])
      if (nearest.best) assert.equal(best.get(nearest.best.employeeId), scores[0])
      assert.notEqual(nearest.best?.employeeId ?? 1, nearest.second?.employeeId ?? 2)
      assert.equal(gallery.employees, best.size)
    }),
  )
})
