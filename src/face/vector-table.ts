import { readFileSync } from 'node:fs'

/**
 * Vectors of one length in rows, and their scalar products with another one: exact, in 32-bit floats, four
 * numbers at a time. A hundred thousand rows of 320 numbers take about ten milliseconds.
 */
export interface VectorTable {
  readonly size: number
  /** How many numbers a row has. */
  readonly length: number
  /** Adds a row. Throws when the length differs. */
  push(vector: Float32Array): void
  /** The numbers of a row, good until the table changes. */
  row(index: number): Float32Array
  /** Takes a row out by putting the last one in its place, and wipes what it held. */
  removeBySwap(index: number): void
  /** The scalar product with every row, good until the next call. */
  products(vector: Float32Array): Float32Array
}

type Scan = (row: number, probe: number, out: number, rows: number, bytes: number) => void

/** Rows are padded with zeros to this many numbers, which the inner loop takes at once. */
const stride = 16
const pageBytes = 65536
const floatBytes = Float32Array.BYTES_PER_ELEMENT

let compiled: WebAssembly.Module | undefined
const moduleOf = (): WebAssembly.Module =>
  (compiled ??= new WebAssembly.Module(readFileSync(new URL('./scan.wasm', import.meta.url))))

/** An empty table for vectors of `length` numbers; holds up to 4 GB of them. */
export function createVectorTable(length: number): VectorTable {
  const { exports } = new WebAssembly.Instance(moduleOf())
  const memory = exports['memory'] as WebAssembly.Memory
  const scan = exports['scan'] as Scan
  const rowBytes = Math.ceil(length / stride) * stride * floatBytes
  // Memory: the probe, then the rows, then their products, which move up as rows are added.
  let size = 0
  let capacity = 0

  const productsAt = () => rowBytes * (1 + capacity)
  const numbers = (at: number, count: number) => new Float32Array(memory.buffer, at, count)
  const rowAt = (index: number) => rowBytes * (1 + index)

  const reserve = (rows: number) => {
    if (rows <= capacity) return
    capacity = Math.max(rows, Math.ceil(capacity * 1.5), 256)
    const missing = productsAt() + capacity * floatBytes - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
  }
  const check = (vector: Float32Array) => {
    if (vector.length !== length)
      throw new RangeError(`a vector has ${vector.length} numbers, not ${length}`)
  }

  return {
    length,
    get size() {
      return size
    },
    push(vector) {
      check(vector)
      reserve(size + 1)
      numbers(rowAt(size), rowBytes / floatBytes)
        .fill(0)
        .set(vector)
      size++
    },
    row: (index) => numbers(rowAt(index), length),
    removeBySwap(index) {
      size--
      if (index !== size) numbers(rowAt(index), length).set(numbers(rowAt(size), length))
      numbers(rowAt(size), length).fill(0)
    },
    products(vector) {
      check(vector)
      numbers(0, rowBytes / floatBytes)
        .fill(0)
        .set(vector)
      scan(rowAt(0), 0, productsAt(), size, rowBytes)
      numbers(0, length).fill(0) // a probe is forgotten as soon as it has been compared
      return numbers(productsAt(), size)
    },
  }
}
