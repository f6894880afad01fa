import { createCipheriv, hkdfSync } from 'node:crypto'

/**
 * A secret turn of all vectors of an installation: an orthogonal transform, which leaves every cosine as it was.
 * Vectors that two installations have turned match no better than those of strangers. Whoever knows the secret
 * turns back: it does not protect a template by itself, encryption does.
 */
export interface VectorRotation {
  /** New vectors, all of them of the same length; those given are left as they are. */
  turn(vectors: readonly Float32Array[]): Float32Array[]
  turnBack(vectors: readonly Float32Array[]): Float32Array[]
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
    turn: (vectors) =>
      inColumns(vectors, (columns, width, length) => {
        const { pairs, cosines, sines } = planFor(length)
        for (let i = 0; i < cosines.length; i++) {
          const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number]
          turnPlane(columns, width, a, b, cosines[i] as number, sines[i] as number)
        }
      }),
    turnBack: (vectors) =>
      inColumns(vectors, (columns, width, length) => {
        const { pairs, cosines, sines } = planFor(length)
        for (let i = cosines.length - 1; i >= 0; i--) {
          const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number]
          turnPlane(columns, width, a, b, cosines[i] as number, -(sines[i] as number))
        }
      }),
  }
}

/**
 * Vectors that are turned together: what belongs to a plane is then read once for all of them, an eighth of the time
 * of one after the other; and 32 times 320 numbers in 64 bits stay near the processor.
 */
const together = 32

/** Turns vectors in columns of so many, one for each number of a vector. */
function inColumns(
  vectors: readonly Float32Array[],
  work: (columns: Float64Array, width: number, length: number) => void,
): Float32Array[] {
  const length = vectors[0]?.length ?? 0
  const columns = new Float64Array(length * Math.min(together, vectors.length))
  const turned: Float32Array[] = []
  for (let first = 0; first < vectors.length; first += together) {
    const some = vectors.slice(first, first + together)
    const width = some.length
    for (const [k, vector] of some.entries()) put(columns, width, k, vector)
    work(columns, width, length)
    for (let k = 0; k < width; k++) turned.push(taken(columns, width, k, length))
  }
  // What was worked with is not left in memory.
  columns.fill(0)
  return turned
}

// Small functions that are called often: V8 makes them fast long before the loop around them.

function put(columns: Float64Array, width: number, k: number, vector: Float32Array): void {
  for (let i = 0; i < vector.length; i++) columns[i * width + k] = vector[i] as number
}

function taken(columns: Float64Array, width: number, k: number, length: number): Float32Array {
  const vector = new Float32Array(length)
  for (let i = 0; i < length; i++) vector[i] = columns[i * width + k] as number
  return vector
}

function turnPlane(
  columns: Float64Array,
  width: number,
  a: number,
  b: number,
  cosine: number,
  sine: number,
): void {
  const [from, other] = [a * width, b * width]
  for (let k = 0; k < width; k++) {
    const [x, y] = [columns[from + k] as number, columns[other + k] as number]
    columns[from + k] = cosine * x - sine * y
    columns[other + k] = sine * x + cosine * y
  }
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
