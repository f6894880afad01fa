import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invert, type Similarity } from './geometry.ts'
import type { Image } from './image.ts'
import { createPyramid, levelFor, warp } from './warp.ts'

/** The same numbers on every run. */
function* noise(): Generator<number, never> {
  for (let state = 1; ;) yield (state = (state * 16807) % 2147483647) / 2147483647
}
const random = noise()
const next = () => random.next().value
const imageOf = (width: number, height: number): Image => ({
  width,
  height,
  rgb: Uint8Array.from({ length: width * height * 3 }, () => next() * 256),
  reduction: 1,
})

/** Averages each 2 x 2 pixels, as one writes it down. */
function plainHalf({ width, height, rgb }: Image): Image {
  const at = (x: number, y: number, c: number) => rgb[(y * width + x) * 3 + c] as number
  const [w, h] = [width >> 1, height >> 1]
  const half = Uint8Array.from({ length: w * h * 3 }, (_, i) => {
    const [x, y, c] = [2 * (Math.floor(i / 3) % w), 2 * Math.floor(i / 3 / w), i % 3]
    return (at(x, y, c) + at(x + 1, y, c) + at(x, y + 1, c) + at(x + 1, y + 1, c) + 2) >> 2
  })
  return { width: w, height: h, rgb: half, reduction: 1 }
}

/** A crop out of one level, bilinear and black outside, as one writes it down. */
function plainCrop(image: Image, shrink: number, toCrop: Similarity, side: number): Float64Array {
  const { a, b, tx, ty } = invert(toCrop)
  const { width, height, rgb } = image
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
  return Float64Array.from({ length: side * side * 3 }, (_, i) => {
    const [u, v, c] = [Math.floor(i / 3) % side, Math.floor(i / 3 / side), i % 3]
    const sx = (a * (u + 0.5) - b * (v + 0.5) + tx) / shrink - 0.5
    const sy = (b * (u + 0.5) + a * (v + 0.5) + ty) / shrink - 0.5
    const [x, y] = [Math.floor(sx), Math.floor(sy)]
    if (x < -1 || y < -1 || x >= width || y >= height) return 0
    const at = (p: number, q: number) =>
      rgb[(clamp(q, height - 1) * width + clamp(p, width - 1)) * 3 + c] as number
    const [fx, fy] = [sx - x, sy - y]
    const upper = at(x, y) * (1 - fx) + at(x + 1, y) * fx
    return upper * (1 - fy) + (at(x, y + 1) * (1 - fx) + at(x + 1, y + 1) * fx) * fy
  })
}

const sizes = [
  [320, 181],
  [97, 33],
  [16, 16],
  [7, 5],
] as const

test('half an image is the mean of each four pixels, to the bit, of whatever size', () => {
  for (const [width, height] of sizes) {
    const image = imageOf(width, height)
    const pyramid = createPyramid(image)
    const level = levelFor(pyramid, 2)
    const half = plainHalf(image)
    assert.deepEqual([level.width, level.height, level.shrink], [half.width, half.height, 2])
    assert.deepEqual(
      pyramid.memory.bytes(level.at, half.rgb.length).slice(),
      half.rgb,
      `${width} x ${height}`,
    )
    pyramid.close()
  }
})

test('a crop is what bilinear sampling says, however it is turned, inside, across the border and outside', () => {
  for (const [width, height] of sizes)
    for (let round = 0; round < 20; round++) {
      const image = imageOf(width, height)
      const [scale, angle] = [1.1 + 2 * next(), 6.3 * next()]
      const toCrop = {
        a: scale * Math.cos(angle),
        b: scale * Math.sin(angle),
        tx: (next() - 0.3) * 100,
        ty: (next() - 0.3) * 100,
      }
      const side = 32
      const pyramid = createPyramid(image)
      const [plain, mirrored] = [new Uint8Array(side * side * 3), new Uint8Array(side * side * 3)]
      warp(pyramid, toCrop, side, plain)
      warp(pyramid, toCrop, side, mirrored, true)
      pyramid.close()
      const expected = plainCrop(image, 1, toCrop, side)
      expected.forEach((value, i) => assert.ok(Math.abs(value - (plain[i] as number)) <= 0.51))
      for (let i = 0; i < side * side; i++) {
        const other = i - (i % side) + (side - 1 - (i % side))
        for (const c of [0, 1, 2]) assert.equal(mirrored[other * 3 + c], plain[i * 3 + c])
      }
    }
})

test('photos that are looked at at once do not see each other, nor one that was looked at before', () => {
  const [one, other] = [imageOf(64, 64), imageOf(640, 480)]
  const same: Similarity = { a: 1, b: 0, tx: 0, ty: 0 }
  const crop = (image: Image, at: Similarity = same) => {
    const pyramid = createPyramid(image)
    const bytes = new Uint8Array(64 * 64 * 3)
    return {
      cut: () => {
        warp(pyramid, at, 64, bytes)
        return bytes.slice()
      },
      close: () => pyramid.close(),
    }
  }
  const [first, second] = [crop(one), crop(other)]
  assert.deepEqual(first.cut(), one.rgb)
  second.cut()
  assert.deepEqual(first.cut(), one.rgb)
  second.close()
  const third = crop(one, { ...same, tx: 1000 })
  assert.ok(
    third.cut().every((value) => value === 0),
    'outside is black',
  )
  assert.deepEqual(first.cut(), one.rgb)
  first.close()
  const { memory } = createPyramid(one)
  memory.giveBack()
  const all = memory.bytes(0, 300_000)
  assert.ok(
    all.every((value) => value === 0),
    'nothing of a photo stays',
  )
  third.close()
})

test('places that are no numbers are some colour, and nothing worse', () => {
  const pyramid = createPyramid(imageOf(16, 16))
  const crop = new Uint8Array(16 * 16 * 3)
  for (const broken of [NaN, Infinity, 1e300])
    assert.doesNotThrow(() => warp(pyramid, { a: 1, b: 0, tx: broken, ty: broken }, 16, crop))
  pyramid.close()
})
