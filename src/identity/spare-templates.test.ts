import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Side } from './coverage.ts'
import { spareTemplates } from './spare-templates.ts'

/** A template in a direction of the plane: the closer the angles, the more alike. */
const template = (degrees: number, quality?: number, side: Side = 'front') => {
  const angle = (degrees / 180) * Math.PI
  const vector = Float32Array.of(Math.cos(angle), Math.sin(angle))
  return {
    embedding: { model: 'm', vector },
    ...(quality !== undefined && { view: { side, quality } }),
  }
}
const spare = (templates: readonly ReturnType<typeof template>[], most: number) =>
  [...spareTemplates(templates, most)].sort((a, b) => a - b)

describe('templates that can be spared', () => {
  test('are none where there is room', () => {
    assert.deepEqual(spare([template(0, 50), template(1, 50)], 2), [])
  })

  test('are the poorer of the most alike, whichever came first', () => {
    assert.deepEqual(spare([template(0, 50), template(1, 70), template(40, 10)], 2), [0])
    assert.deepEqual(spare([template(0, 70), template(1, 50), template(40, 10)], 2), [1])
    assert.deepEqual(spare([template(0, 50), template(1, 50), template(40, 10)], 2), [0])
  })

  test('count as average where nothing is known of them', () => {
    assert.deepEqual(spare([template(0), template(1, 50), template(40, 10)], 2), [1])
    assert.deepEqual(spare([template(0), template(1, 70), template(40, 10)], 2), [0])
  })

  test('are not the only ones of their side', () => {
    const left = template(0, 30, 'left')
    assert.deepEqual(spare([left, template(1, 80), template(40, 70)], 2), [1])
    const right = template(1, 80, 'right')
    assert.deepEqual(spare([left, right, template(20, 60), template(40, 70)], 3), [2])
  })

  test('go even so when there is room for fewer than there are sides', () => {
    const sides = [template(0, 50), template(10, 50, 'left'), template(50, 50, 'right')]
    assert.equal(spare(sides, 1).length, 2)
    assert.equal(spare(sides, 0).length, 3)
  })

  test('leave just as many as asked for, and every side that fits', () => {
    const side = fc.constantFrom<Side>('front', 'left', 'right')
    const any = fc.tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 0, max: 100 }), side)
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 25 }),
        fc.integer({ min: 3, max: 10 }),
        (all, most) => {
          const templates = all.map(([degrees, quality, of]) => template(degrees, quality, of))
          const dropped = spareTemplates(templates, most)
          const left = all.filter((_, index) => !dropped.has(index))
          assert.equal(left.length, Math.min(all.length, most))
          assert.deepEqual(new Set(left.map(([, , of]) => of)), new Set(all.map(([, , of]) => of)))
        },
      ),
    )
  })
})
