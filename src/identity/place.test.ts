import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  createImpostorModel,
  recogniserNamed,
  type Embedding,
  type Here,
  type ImpostorModel,
} from '../face/index.ts'
import { alikenessOf } from './alikeness.ts'
import { createCentre } from './centre.ts'
import { createGallery } from './gallery.ts'
import type { Template } from './template.ts'

const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
let templates = 0
const template = (employeeId: string, vector: readonly number[], model = 'm'): Template => ({
  id: `t${templates++}`,
  employeeId,
  embedding: { model, vector: Float32Array.from(vector) },
  createdAt,
})

test('the mean similarity to the others is that of adding up one by one, whoever came and went', () => {
  const vector = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(vector, { minLength: 2 }), fc.nat(), vector, (vectors, keep, face) => {
      const centre = createCentre()
      const [first, ...others] = vectors.map((numbers) => Float32Array.from(numbers))
      const kept = others.slice(0, 1 + (keep % others.length))
      for (const one of others) centre.add(one)
      if (first) centre.add(first)
      for (const one of others.slice(kept.length)) centre.takeOut(one)
      const dot = (one: Float32Array) =>
        one.reduce((sum, value, i) => sum + value * (face[i] ?? 0), 0)
      const own = first ? [dot(first)] : []
      const { mean, count } = centre.othersThan(own, Float32Array.from(face))
      assert.equal(count, kept.length)
      assert.ok(Math.abs(mean - kept.reduce((sum, one) => sum + dot(one), 0) / kept.length) < 1e-9)
    }),
  )
})

test('strangers are judged by the other employees, not by the one who stands there', () => {
  const asked: (Here | undefined)[] = []
  const impostors: ImpostorModel = {
    model: 'm',
    sameShot: 2,
    isSameForAll: false,
    expect: (_, here) => {
      asked.push(here)
      return { mean: here?.mean ?? 0, deviation: 1 }
    },
  }
  const gallery = createGallery(impostors)
  gallery.add([template('a', [1, 0]), template('a', [0.5, 0]), template('b', [0.25, 0.5])])
  gallery.add([template('c', [0.75, 0.5])])
  const probe: Embedding = { model: 'm', vector: Float32Array.from([1, 0]) }
  asked.length = 0
  const { best } = gallery.nearest(probe)
  // Two others than a: b and c. Their similarities to the probe are .25 and .75, and to a's template the same.
  assert.deepEqual(asked.at(-1), { mean: 0.5, count: 2 })
  assert.deepEqual(best, { employeeId: 'a', score: 0.5 })
  assert.equal(gallery.scoreOf('a', probe), 0.5)
  gallery.remove('c')
  assert.equal(gallery.nearest(probe).best?.score, 0.75)
})

test('a face is less of a stranger’s likeness where everybody looks like that', () => {
  const { expect, model } = createImpostorModel(recogniserNamed('builtin'))
  const vector = new Float32Array(320).fill(Math.sqrt(1 / 320))
  const face = { model, vector }
  const usual = expect(face)
  assert.deepEqual(expect(face, { mean: 0.9, count: 0 }), usual)
  const few = expect(face, { mean: 0.9, count: 3 })
  const many = expect(face, { mean: 0.9, count: 300 })
  assert.ok(usual.mean < few.mean && few.mean < many.mean)
})

test('a place of whom little is known is assumed to be alike; many who are not say otherwise', () => {
  assert.equal(alikenessOf(new Float32Array(0), 0, 0.3), 2)
  const scores = (mean: number, count: number) => new Float32Array(count).fill(mean)
  const few = alikenessOf(scores(0.3, 6), 4, 0.3)
  const many = alikenessOf(scores(0.3, 5000), 100, 0.3)
  assert.ok(few < 2 && few > 1.5)
  assert.ok(many < 0.1 && many > 0)
  assert.equal(alikenessOf(scores(-4, 5000), 100, 0.3), 0)
  assert.equal(alikenessOf(scores(9, 5000), 100, 0.3), 3)
})

test('people who are alike raise the alikeness of their gallery, and leave with it', () => {
  const impostors: ImpostorModel = {
    model: 'm',
    sameShot: 2,
    isSameForAll: false,
    expect: () => ({ mean: 0, deviation: 0.1 }),
  }
  const gallery = createGallery(impostors)
  const direction = (i: number) => Array.from({ length: 40 }, (_, j) => (i === j ? 1 : 0))
  for (let i = 0; i < 30; i++) gallery.add([template(`e${i}`, direction(i))])
  const apart = gallery.alikeness(0)
  for (let i = 0; i < 30; i++) gallery.add([template(`e${i}`, [...direction(i).slice(0, 39), 0.6])])
  const alike = gallery.alikeness(0)
  assert.ok(apart < 1 && alike > apart + 1, `${apart} ${alike}`)
  for (let i = 0; i < 30; i++) gallery.remove(`e${i}`)
  assert.equal(gallery.alikeness(0), 2)
})

test('a template that has just come counts like one that was there at the start', () => {
  /** Strangers reach as much as the others here are alike on average. */
  const impostors: ImpostorModel = {
    model: 'm',
    sameShot: 2,
    isSameForAll: false,
    expect: (_, here) => ({ mean: here ? here.mean : 0, deviation: 1 }),
  }
  const crowd = Array.from({ length: 400 }, (_, i) => {
    const angle = (i / 400) * (Math.PI / 3)
    return template(`e${i}`, [Math.cos(angle), Math.sin(angle)])
  })
  const comers = [0.1, 0.5].map((angle) => template('new', [Math.cos(angle), Math.sin(angle)]))
  const probe: Embedding = { model: 'm', vector: Float32Array.of(Math.cos(0.3), Math.sin(0.3)) }
  const running = createGallery(impostors)
  running.add(crowd)
  running.nearest(probe)
  running.add(comers)
  const restarted = createGallery(impostors)
  restarted.add([...crowd, ...comers])
  assert.equal(running.scoreOf('new', probe), restarted.scoreOf('new', probe))
  // A row that moves into the place of another one keeps what it is.
  const [gone] = crowd
  running.add([template('last', [0, 1])])
  running.remove(gone?.employeeId ?? '')
  const without = createGallery(impostors)
  without.add([...crowd.slice(1), ...comers, template('last', [0, 1])])
  const scores = [running.scoreOf('last', probe), without.scoreOf('last', probe)] as number[]
  assert.ok(Math.abs((scores[0] ?? 0) - (scores[1] ?? 9)) < 1e-9, String(scores))
})
