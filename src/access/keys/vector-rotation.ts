import { createCipheriv, hkdfSync } from 'node:crypto'

/**
 * A secret turn of all vectors of an installation: an orthogonal transform, which leaves every cosine as it was.
 * Vectors that two installations have turned match no better than those of strangers. Whoever knows the secret
 * turns back: it does not protect a template by itself, encryption does.
 */
export interface VectorRotation {
  /** A new vector; the one given is left as it is. */
  turn(vector: Float32Array): Float32Array
  turnBack(vector: Float32Array): Float32Array
}

export const rotationSecretBytes = 32

/**
 * Rounds in each of which every number is turned in a plane with another one, both at random (Givens). After
 * nine each depends on all of 512; with sixteen what is left of the first order is below what chance leaves.
 */
const rounds = 16

type Plan = {
  /** In the order of turning: the two numbers of each plane, and the angle. */
  readonly pairs: Uint16Array
  readonly cosines: Float64Array
  readonly sines: Float64Array
}

/** The turn that 32 secret bytes stand for, of vectors of any length up to 65,536. */
export function createVectorRotation(secret: Uint8Array): VectorRotation {
  const plans = new Map<number, Plan>()
  const planFor = (length: number): Plan => {
    const plan = plans.get(length) ?? makePlan(secret, length)
    plans.set(length, plan)
    return plan
  }

  return {
    turn(vector) {
      const { pairs, cosines, sines } = planFor(vector.length)
      const values = Float64Array.from(vector)
      for (let i = 0; i < cosines.length; i++) {
        const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number]
        const [x, y] = [values[a] as number, values[b] as number]
        const [c, s] = [cosines[i] as number, sines[i] as number]
        values[a] = c * x - s * y
        values[b] = s * x + c * y
      }
      return wiped(values)
    },
    turnBack(vector) {
      const { pairs, cosines, sines } = planFor(vector.length)
      const values = Float64Array.from(vector)
      for (let i = cosines.length - 1; i >= 0; i--) {
        const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number]
        const [x, y] = [values[a] as number, values[b] as number]
        const [c, s] = [cosines[i] as number, sines[i] as number]
        values[a] = c * x + s * y
        values[b] = c * y - s * x
      }
      return wiped(values)
    },
  }
}

/** The numbers in 32 bits; those that were worked with are not left in memory. */
function wiped(values: Float64Array): Float32Array {
  const result = Float32Array.from(values)
  values.fill(0)
  return result
}

function makePlan(secret: Uint8Array, length: number): Plan {
  const planes = Math.floor(length / 2)
  const random = randomNumbers(secret, length, rounds * (length + planes))
  const pairs = new Uint16Array(2 * rounds * planes)
  const angles = new Float64Array(rounds * planes)
  let next = 0
  for (let round = 0; round < rounds; round++) {
    const order = Uint16Array.from({ length }, (_, i) => i)
    for (let i = length - 1; i > 0; i--) {
      const other = Math.floor((random[next++] as number) * (i + 1))
      const swapped = order[i] as number
      order[i] = order[other] as number
      order[other] = swapped
    }
    pairs.set(order.subarray(0, 2 * planes), 2 * round * planes)
    for (let i = 0; i < planes; i++)
      angles[round * planes + i] = 2 * Math.PI * (random[next++] as number)
  }
  return { pairs, cosines: angles.map(Math.cos), sines: angles.map(Math.sin) }
}

/** Numbers from 0 to below 1, the same for the same secret and length everywhere: AES-256 in counter mode. */
function randomNumbers(secret: Uint8Array, length: number, count: number): Float64Array {
  const purpose = `pointeuse vector rotation ${length}`
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), purpose, 32))
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const bytes = stream.update(Buffer.alloc(4 * count))
  return Float64Array.from({ length: count }, (_, i) => bytes.readUInt32LE(4 * i) / 2 ** 32)
}
