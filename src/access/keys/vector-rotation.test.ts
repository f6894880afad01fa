import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVectorRotation } from './vector-rotation.ts'

const secretOf = (byte: number) => new Uint8Array(32).fill(byte)

/** Mulberry32: numbers that look random and are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normal numbers by the polar form of Box and Muller. */
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

function unit(values: Iterable<number>): Float32Array {
  const all = Float32Array.from(values)
  const length = Math.hypot(...all)
  return all.map((value) => value / length)
}

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

const one = ([first]: readonly Float32Array[]) => first as Float32Array

test('many vectors are turned and turned back as each of them alone, to the last bit', () => {
  const random = createRandom(3)
  const { turn, turnBack } = createVectorRotation(secretOf(5))
  const vectors = Array.from({ length: 67 }, () =>
    unit(Array.from({ length: 320 }, () => normal(random))),
  )
  const turned = turn(vectors)
  assert.deepEqual(
    turned,
    vectors.map((vector) => one(turn([vector]))),
  )
  assert.deepEqual(
    turnBack(turned),
    turned.map((vector) => one(turnBack([vector]))),
  )
  assert.deepEqual(turnBack([]), [])
})

test('turning changes no cosine, and turning back gives the vector again', () => {
  const random = createRandom(1)
  for (const length of [2, 3, 320, 512]) {
    const rotation = createVectorRotation(secretOf(7))
    for (let i = 0; i < 50; i++) {
      const vectors = [0, 1].map(() => unit(Array.from({ length }, () => normal(random))))
      const [a, b] = vectors as [Float32Array, Float32Array]
      const [turnedA, turnedB] = rotation.turn([a, b]) as [Float32Array, Float32Array]
      assert.ok(Math.abs(cosine(turnedA, turnedB) - cosine(a, b)) <= 1e-6)
      assert.ok(cosine(one(rotation.turnBack([turnedA])), a) > 1 - 1e-6)
    }
  }
})

test('the same secret turns alike everywhere and always', () => {
  const vector = unit(Array.from({ length: 320 }, (_, i) => Math.sin(i)))
  const turned = one(createVectorRotation(secretOf(3)).turn([vector]))
  assert.deepEqual(createVectorRotation(secretOf(3)).turn([vector]), [turned])
  // Of databases that exist: a change of this number would make their templates useless.
  assert.equal(turned[0]?.toFixed(6), '0.063439')
})

test('vectors of the same people match no better across two installations than those of strangers', () => {
  const random = createRandom(2)
  const length = 512
  const [here, there] = [createVectorRotation(secretOf(1)), createVectorRotation(secretOf(2))]
  // As faces are: all share a part, and two photos of one person agree by 0.7.
  const shared = Array.from({ length }, () => 0.3 * normal(random))
  const people = Array.from({ length: 400 }, () => {
    const self = shared.map((value) => value + normal(random))
    const photo = () => unit(self.map((value) => value + 0.65 * normal(random)))
    const [a, b, c] = [here, there, here].map(({ turn }) => one(turn([photo()])))
    return [a, b, c] as [Float32Array, Float32Array, Float32Array]
  })
  const same = people.map(([a, , again]) => cosine(a, again))
  assert.ok(Math.min(...same) > 0.5, 'within one installation they match')
  const mated = people.map(([a, b]) => cosine(a, b))
  const strangers = people.map(([a], i) =>
    cosine(a, (people[(i + 1) % 400] as (typeof people)[0])[1]),
  )
  assert.ok(Math.max(...mated) < 0.25)
  assert.ok(kolmogorovSmirnov(mated, strangers) > 0.05)
})

/** The probability of so large a distance between two samples of one distribution (asymptotic). */
function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const share = (sample: readonly number[], at: number) =>
    sample.filter((value) => value <= at).length / sample.length
  const distance = Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at))))
  const scaled = distance * Math.sqrt((a.length * b.length) / (a.length + b.length))
  let sum = 0
  for (let k = 1; k <= 100; k++)
    sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * scaled * scaled)
  return Math.min(1, sum)
}
