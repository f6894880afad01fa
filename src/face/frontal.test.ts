import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bend } from './bend.ts'
import { turnToFront } from './frontal.ts'
import type { Similarity } from './geometry.ts'
import { meshPoint, poseOf, type Mesh } from './landmarks.ts'
import { createPyramid, warp } from './warp.ts'

/** Half an egg of 468 points that looks at the camera, turned by `yaw` degrees about its middle. */
function head(yaw: number): Mesh {
  const places = Array.from({ length: 468 }, (_, i) => ({ x: 0, y: 0, z: -40 + (i % 9) }))
  const put = (name: keyof typeof meshPoint, x: number, y: number, z: number) => {
    places[meshPoint[name]] = { x, y, z }
  }
  put('rightCheek', -50, 0, 0)
  put('leftCheek', 50, 0, 0)
  put('forehead', 0, -60, 0)
  put('chin', 0, 60, 0)
  const [c, s] = [Math.cos((yaw / 180) * Math.PI), Math.sin((yaw / 180) * Math.PI)]
  const points = places.map(({ x, y, z }) => ({
    x: 100 + x * c - z * s,
    y: 90 + y,
    z: x * s + z * c,
  }))
  return { points, presence: 1 }
}

test('a head is turned to the camera by the share asked for, and no point moves within it', () => {
  for (const yaw of [-30, 20]) {
    for (const share of [0, 0.5, 1]) {
      const turned = turnToFront(head(yaw), share)
      assert.ok(Math.abs(poseOf(turned).yaw - yaw * (1 - share)) < 1e-6)
      const expected = head(yaw * (1 - share))
      turned.points.forEach(({ x, y, z }, i) => {
        const point = expected.points[i] ?? { x: NaN, y: NaN, z: NaN }
        assert.ok(Math.hypot(x - point.x, y - point.y, z - point.z) < 1e-6)
      })
    }
  }
})

test('bending to the same shape cuts the crop that a plain warp cuts, mirrored as well', () => {
  const [width, height, side] = [200, 180, 64]
  const rgb = Uint8Array.from(
    { length: width * height * 3 },
    (_, i) => 128 + 100 * Math.sin(i / 97),
  )
  const pyramid = createPyramid({ width, height, rgb, reduction: 1 })
  const toCrop: Similarity = { a: 0.4, b: 0.05, tx: -5, ty: -8 }
  const mesh = head(0)
  for (const mirrored of [false, true]) {
    const [plain, bent] = [new Uint8Array(side * side * 3), new Uint8Array(side * side * 3)]
    warp(pyramid, toCrop, side, plain, mirrored)
    bend(pyramid, { from: mesh, to: mesh }, toCrop, side, bent, mirrored)
    const largest = plain.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (bent[i] ?? 0))),
      0,
    )
    assert.ok(largest <= 1, `${largest}`)
  }
})

test('bending brings what lies at a point of one mesh to where the other has it', () => {
  const side = 100
  const rgb = new Uint8Array(side * side * 3)
  rgb.fill(255, (40 * side + 30) * 3, (40 * side + 33) * 3)
  rgb.fill(255, (41 * side + 30) * 3, (41 * side + 33) * 3)
  const shifted = (by: number): Mesh => ({
    points: Array.from({ length: 468 }, (_, i) => ({
      x: (i % 20) * 5 + by,
      y: (i / 20) * 4,
      z: 0,
    })),
    presence: 1,
  })
  const crop = new Uint8Array(side * side * 3)
  const same: Similarity = { a: 1, b: 0, tx: 0, ty: 0 }
  bend(
    createPyramid({ width: side, height: side, rgb, reduction: 1 }),
    { from: shifted(0), to: shifted(12) },
    same,
    side,
    crop,
  )
  assert.equal(crop[(40 * side + 43) * 3], 255)
  assert.equal(crop[(40 * side + 31) * 3], 0)
})
