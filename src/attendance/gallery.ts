import type { Embedding } from '../face/index.ts'
import type { Nearest } from './decision.ts'
import type { Template } from './template.ts'

/** All templates of one model, in memory, and whose they are. */
export interface Gallery {
  /** Adds templates; those of another model are left out, as they cannot be compared. */
  add(templates: readonly Template[]): void
  /** Takes out all templates of an employee and wipes their numbers from memory. */
  remove(employeeId: string): void
  /**
   * The best employee and the best of the others, by each one's best template. Compares with every
   * template, exactly: at 10,000 templates this is still far below a millisecond per thousand.
   */
  nearest(probe: Embedding): Nearest
  /** How many templates there are. */
  readonly size: number
}

/** An empty gallery for the embeddings of `model`. */
export function createGallery(model: string): Gallery {
  let owners: string[] = []
  let vectors = new Float32Array(0)
  let length = 0

  const reserve = (rows: number) => {
    if (rows * length <= vectors.length) return
    const grown = new Float32Array(Math.max(rows, 2 * owners.length) * length)
    grown.set(vectors)
    vectors.fill(0)
    vectors = grown
  }

  return {
    add(templates) {
      for (const { employeeId, embedding } of templates) {
        if (embedding.model !== model) continue
        length ||= embedding.vector.length
        if (embedding.vector.length !== length) {
          throw new RangeError(`A template has ${embedding.vector.length} numbers, not ${length}`)
        }
        reserve(owners.length + 1)
        vectors.set(embedding.vector, owners.length * length)
        owners.push(employeeId)
      }
    },

    remove(employeeId) {
      const kept = owners.flatMap((owner, row) => (owner === employeeId ? [] : [row]))
      kept.forEach((from, to) =>
        vectors.copyWithin(to * length, from * length, (from + 1) * length),
      )
      vectors.fill(0, kept.length * length)
      owners = kept.map((row) => owners[row] ?? '')
    },

    nearest({ model: probeModel, vector }) {
      if (probeModel !== model) throw new TypeError(`The gallery holds ${model}, not ${probeModel}`)
      let best: { employeeId: string; similarity: number } | undefined
      let second: typeof best
      owners.forEach((employeeId, row) => {
        const similarity = scalarProduct(vectors, row * length, vector)
        if (employeeId === best?.employeeId) {
          if (similarity > best.similarity) best = { employeeId, similarity }
        } else if (!best || similarity > best.similarity) {
          second = best
          best = { employeeId, similarity }
        } else if (!second || similarity > second.similarity) {
          second = { employeeId, similarity }
        }
      })
      return { ...(best && { best }), ...(second && { second }) }
    },

    get size() {
      return owners.length
    },
  }
}

function scalarProduct(rows: Float32Array, offset: number, vector: Float32Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += (rows[offset + i] ?? 0) * (vector[i] ?? 0)
  return sum
}
