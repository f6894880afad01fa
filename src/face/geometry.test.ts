import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  apply,
  boxAround,
  chain,
  fitSimilarity,
  intersectionOverUnion,
  invert,
} from './geometry.ts'
import type { Point } from './types.ts'

const number = fc.double({ min: -500, max: 500, noNaN: true })
const point = fc.record({ x: number, y: number })
const similarity = fc
  .record({
    scale: fc.double({ min: 0.1, max: 10, noNaN: true }),
    angle: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    tx: number,
    ty: number,
  })
  .map(({ scale, angle, tx, ty }) => ({
    a: scale * Math.cos(angle),
    b: scale * Math.sin(angle),
    tx,
    ty,
  }))
const near = (p: Point, q: Point) =>
  Math.hypot(p.x - q.x, p.y - q.y) < 1e-6 * (1 + Math.hypot(q.x, q.y)) + 1e-5

test('the inverse undoes a transform, and a chain does one after the other', () => {
  fc.assert(
    fc.property(similarity, similarity, point, (s, t, p) => {
      assert.ok(near(apply(invert(s), apply(s, p)), p))
      assert.ok(near(apply(chain(s, t), p), apply(t, apply(s, p))))
    }),
  )
})

test('the transform that moved points is found from where they went', () => {
  const face = [
    { x: 0, y: 0 },
    { x: 40, y: 2 },
    { x: 20, y: 30 },
  ]
  fc.assert(
    fc.property(similarity, (s) => {
      const fitted = fitSimilarity(
        face,
        face.map((p) => apply(s, p)),
      )
      for (const p of face) assert.ok(near(apply(fitted, p), apply(s, p)))
    }),
  )
})

test('boxes overlap with themselves wholly, with boxes beside them not at all', () => {
  const box = boxAround([
    { x: 2, y: 3 },
    { x: 12, y: 23 },
  ])
  assert.deepEqual(box, { x: 2, y: 3, width: 10, height: 20 })
  assert.equal(intersectionOverUnion(box, box), 1)
  assert.equal(intersectionOverUnion(box, { ...box, x: 12 }), 0)
  assert.equal(intersectionOverUnion(box, { ...box, x: 7 }), 1 / 3)
})
