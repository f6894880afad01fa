import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { normalise, similarity, type Embedding, type ImpostorModel } from '../face/index.ts'
import { mix } from './cohort.ts'
import { createGallery } from './gallery.ts'
import type { Template } from './template.ts'

/** Nobody is like many others here: a score is the similarity itself. */
const impostors: ImpostorModel = {
  model: 'm',
  sameShot: 2,
  isSameForAll: false,
  expect: () => ({ mean: 0, deviation: 1 }),
}

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

test('what is no number is nobody’s face, before, among and after others', () => {
  const broken = () => template('x', [NaN, 0])
  const gallery = createGallery(impostors)
  gallery.add([broken(), template('a', [1, 0]), broken(), template('b', [0.5, 0])])
  gallery.add([template('y', [Infinity, 0]), template('z', [1])])
  assert.deepEqual([gallery.size, gallery.countOf('x')], [2, 0])
  assert.deepEqual(gallery.nearest(embedding([1, 0])), {
    best: { employeeId: 'a', score: 1 },
    second: { employeeId: 'b', score: 0.5 },
  })
  assert.ok(Number.isFinite(gallery.alikeness(0)))
  gallery.remove('x')
  assert.equal(gallery.scoreOf('a', embedding([1, 0])), 1)
  assert.throws(() => gallery.nearest(embedding([NaN, 0])), RangeError)
  assert.throws(() => gallery.scoreOf('a', embedding([NaN, 0])), RangeError)
})

test('an employee whose score is no number hides nobody and is nobody', () => {
  let strange = false
  const model: ImpostorModel = {
    model: 'm',
    sameShot: 2,
    isSameForAll: false,
    expect: ({ vector: [x = 0] }) => ({ mean: strange && x < 0 ? NaN : 0, deviation: 1 }),
  }
  const gallery = createGallery(model)
  strange = true
  gallery.add([template('x', [-1, 0]), template('a', [1, 0]), template('b', [0.5, 0])])
  const { best, second } = gallery.nearest(embedding([1, 0]))
  assert.deepEqual([best?.employeeId, second?.employeeId], ['a', 'b'])
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

/** What a plain search says: an object a template, everything sorted. */
function plainSearch(kept: readonly Template[], probe: Embedding, model: ImpostorModel) {
  const rows = kept.map(({ employeeId, embedding }) => ({
    employeeId,
    alike: similarity(embedding, probe),
    strangers: model.expect(embedding),
  }))
  const alike = rows.map((row) => row.alike)
  const likeliest = rows[alike.indexOf(Math.max(...alike))]?.employeeId
  const steps = rows
    .filter(({ employeeId }) => employeeId !== likeliest)
    .map((row) => (Math.min(4096, Math.max(0, Math.floor(row.alike * 4096))) + 0.5) / 4096)
    .toSorted((a, b) => b - a)
  const nearest = steps.slice(0, Math.floor(steps.length / 16))
  const mean = nearest.reduce((sum, step) => sum + step, 0) / nearest.length
  const squares = nearest.reduce((sum, step) => sum + step * step, 0) / nearest.length
  const deviation = Math.sqrt(Math.max(0, squares - mean * mean))
  const around = mix(model.expect(probe), { count: nearest.length, mean, deviation })
  const best = new Map<string, number>()
  for (const { employeeId, alike, strangers } of rows) {
    const score = normalise(alike, around, strangers)
    best.set(employeeId, Math.max(score, best.get(employeeId) ?? -Infinity))
  }
  return best
}

test('whatever is added and removed, the nearest are to the bit those of a plain search', () => {
  /** Everybody is like others in a way of their own. */
  const uneven: ImpostorModel = {
    model: 'm',
    sameShot: 2,
    isSameForAll: false,
    expect: ({ vector: [x = 0, y = 0] }) => ({ mean: x / 3, deviation: 0.1 + Math.abs(y) / 7 }),
  }
  const eighths = fc.integer({ min: -8, max: 8 })
  const step = fc.record({
    employeeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    // Multiples of 1/8, so that sums are exact in 32 bits.
    vector: fc.tuple(eighths, eighths),
    act: fc.constantFrom('add', 'add', 'add', 'add', 'add', 'add', 'add twice', 'one', 'all'),
  })
  const steps = fc.array(step, { maxLength: 150, size: 'max' })
  fc.assert(
    fc.property(steps, (steps) => {
      const gallery = createGallery(uneven)
      let kept: Template[] = []
      for (const { employeeId, vector, act } of steps) {
        const own = kept.filter((one) => one.employeeId === employeeId)
        // No two employees are equally similar to the probe: which of them is left out would be open.
        const offset = employeeId.charCodeAt(0) / 512
        const added = template(employeeId, [vector[0] / 8 + offset, vector[1] / 8])
        if (act === 'all' || (act === 'one' && own[0])) {
          const gone = new Set((act === 'all' ? own : own.slice(0, 1)).map(({ id }) => id))
          gallery.remove(employeeId, act === 'all' ? undefined : gone)
          kept = kept.filter(({ id }) => !gone.has(id))
        } else {
          gallery.add(act === 'add' ? [added] : [added, added])
          kept.push(added)
        }
      }
      const probe = embedding([0.5, 0.25])
      const best = plainSearch(kept, probe, uneven)
      const scores = [...best.values()].toSorted((a, b) => b - a)
      const nearest = gallery.nearest(probe)
      assert.equal(nearest.best?.score, scores[0])
      assert.equal(nearest.second?.score, scores[1])
      assert.equal(best.get(nearest.best?.employeeId ?? ''), scores[0])
      assert.equal(best.get(nearest.second?.employeeId ?? ''), scores[1])
      assert.notEqual(nearest.best?.employeeId ?? 1, nearest.second?.employeeId ?? 2)
      assert.deepEqual([gallery.size, gallery.employees], [kept.length, best.size])
      const some = new Set(['a', 'c', 'e', 'nobody'])
      const { own, others } = gallery.nearestApart(probe, some)
      const among = (isOwn: boolean) =>
        [...best]
          .filter(([id]) => some.has(id) === isOwn)
          .map(([, score]) => score)
          .toSorted((a, b) => b - a)
      for (const [found, theirs] of [
        [own, among(true)],
        [others, among(false)],
      ] as const)
        assert.deepEqual([found.best?.score, found.second?.score], [theirs[0], theirs[1]])
      for (const employeeId of best.keys()) {
        const vectors = (faces: readonly Embedding[]) =>
          faces.map(({ vector }) => String(vector)).toSorted()
        const own = kept.filter((one) => one.employeeId === employeeId)
        assert.deepEqual(
          vectors(gallery.templatesOf(employeeId)),
          vectors(own.map((one) => one.embedding)),
        )
      }
    }),
  )
})
