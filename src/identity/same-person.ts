import { normalise, similarity, type Embedding, type ImpostorModel } from '../face/index.ts'

/**
 * Faces fall into people: two faces are of one person when their score reaches the threshold, or when a chain
 * of such pairs joins them. Gives the group of each face, numbered from 0 in the order met.
 */
export function groupByPerson(
  faces: readonly Embedding[],
  impostors: ImpostorModel,
  threshold: number,
): number[] {
  const strangers = faces.map((face) => impostors.expect(face))
  const group = faces.map(() => -1)
  let groups = 0
  const join = (index: number, number: number) => {
    group[index] = number
    faces.forEach((face, other) => {
      const [a, b] = [strangers[index], strangers[other]]
      const here = faces[index]
      if (group[other] !== -1 || !a || !b || !here) return
      if (normalise(similarity(here, face), a, b) >= threshold) join(other, number)
    })
  }
  faces.forEach((_, index) => {
    if (group[index] === -1) join(index, groups++)
  })
  return group
}

/** A photo this like another one is the same shot or the next frame: it teaches nothing new. */
export const sameShot = 0.985

/** Whether a face adds nothing to those that there are. */
export const isRedundant = (face: Embedding, others: readonly Embedding[]): boolean =>
  others.some((other) => similarity(face, other) >= sameShot)
