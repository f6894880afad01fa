import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { coverageOf, strengthOf, viewOf, type Side } from './coverage.ts'

const views = (...of: readonly (readonly [Side, number])[]) =>
  of.map(([side, quality]) => ({ side, quality }))

test('a face is seen from the front, or from the side that it is turned to', () => {
  const side = (yaw: number) => viewOf({ yaw, pitch: 0, roll: 0 }, 50).side
  assert.deepEqual([-30, -13, -12, 0, 12, 13].map(side), [
    'right', 'right', 'front', 'front', 'front', 'left',
  ]) // prettier-ignore
  assert.equal(viewOf({ yaw: 0, pitch: 0, roll: 0 }, 49.6).quality, 50)
})

describe('coverage', () => {
  test('is of all templates together', () => {
    const both = { templates: 2, views: views(['left', 60], ['right', 60]) }
    assert.deepEqual(coverageOf(both), { front: false, left: true, right: true })
    assert.deepEqual(coverageOf({ templates: 0, views: [] }), {
      front: false,
      left: false,
      right: false,
    })
  })

  test('takes those of which nothing is known for photos from the front', () => {
    const older = { templates: 2, views: views(['left', 60]) }
    assert.deepEqual(coverageOf(older), { front: true, left: true, right: false })
  })
})

describe('strength', () => {
  const strength = (...qualities: number[]) =>
    strengthOf({
      templates: qualities.length,
      views: views(...qualities.map((quality) => ['front', quality] as const)),
    })

  test('grows with the templates of good photos', () => {
    assert.deepEqual(
      [strength(), strength(60), strength(60, 60), strength(60, 60, 60), strength(60, 60, 60, 60)],
      ['none', 'weak', 'fair', 'strong', 'strong'],
    )
  })

  test('does not grow with poor ones', () => {
    assert.equal(strength(39), 'weak')
    assert.equal(strength(60, 60, 39), 'fair')
    assert.equal(strength(39, 39, 39), 'weak')
    assert.equal(strength(40, 40, 40), 'strong')
  })

  test('trusts templates of which nothing is known', () => {
    assert.equal(strengthOf({ templates: 3, views: [] }), 'strong')
  })
})
