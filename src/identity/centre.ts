import type { Here } from '../face/index.ts'

/** The sum of all templates: how alike a face is to all of them on average is one scalar product with it. */
export interface Centre {
  add(vector: Float32Array): void
  takeOut(vector: Float32Array): void
  /**
   * The mean similarity of a face to all templates but some, whose similarities are given, and how many
   * others there are.
   */
  othersThan(own: readonly number[], vector: Float32Array): Here
}

export function createCentre(): Centre {
  // In 64 bits: after a hundred thousand changes the sum is still that of who is there.
  let sum = new Float64Array(0)
  let count = 0
  const change = (vector: Float32Array, by: 1 | -1) => {
    count += by
    if (sum.length !== vector.length) sum = new Float64Array(vector.length)
    if (count === 0) sum.fill(0)
    else vector.forEach((value, i) => (sum[i] = (sum[i] as number) + by * value))
  }
  return {
    add: (vector) => change(vector, 1),
    takeOut: (vector) => change(vector, -1),
    othersThan(own, vector) {
      const others = count - own.length
      if (others <= 0) return { mean: 0, count: 0 }
      let total = 0
      for (let i = 0; i < vector.length; i++) total += (sum[i] as number) * (vector[i] as number)
      return {
        mean: own.reduce((rest, similarity) => rest - similarity, total) / others,
        count: others,
      }
    },
  }
}
