import { scoreOf, similarity, unit, type Embedding, type ImpostorModel } from '../face/index.ts'
import { wipe } from './wipe.ts'

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
      if (scoreOf(similarity(here, face), a, b, impostors) >= threshold) join(other, number)
    })
  }
  faces.forEach((_, index) => {
    if (group[index] === -1) join(index, groups++)
  })
  return group
}

/** A photo this like another one teaches nothing new. */
export const teachesNothingFrom = 0.985

/** A face as a template, and as the door would see the same photo. */
export type BothWays = { readonly embedding: Embedding; readonly atTheDoor: Embedding }

/** Whether the door knows a photo for certain by one of these templates, in a gallery of any size. */
export const isCertain = (
  atTheDoor: Embedding,
  templates: readonly Embedding[],
  { sameShot }: Pick<ImpostorModel, 'sameShot'>,
): boolean => templates.some((template) => similarity(atTheDoor, template) >= sameShot)

/** Whether a photo adds nothing to the templates that there are, by one of which the door knows it for certain. */
export const isRedundant = (
  { embedding, atTheDoor }: BothWays,
  templates: readonly Embedding[],
  impostors: Pick<ImpostorModel, 'sameShot'>,
): boolean =>
  isCertain(
    atTheDoor,
    templates.filter((template) => similarity(embedding, template) >= teachesNothingFrom),
    impostors,
  )

/**
 * Which faces are like the middle of all that are taken: a chain, each like the one before, leads from one
 * person to another, but not a middle. Begins with `known`, of whom nothing is doubted, or with the face that
 * is most like all others, and takes the nearest to the middle again and again, up to the score that strangers
 * hardly reach. Gives their indices in `faces`.
 */
export function likeTheMiddle(
  known: readonly Embedding[],
  faces: readonly Embedding[],
  impostors: ImpostorModel,
  threshold: number,
): Set<number> {
  const taken = new Set<number>()
  const left = new Set(faces.keys())
  const sum = new Float32Array((known[0] ?? faces[0])?.vector.length ?? 0)
  const join = ({ vector }: Embedding) =>
    vector.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value))
  const take = (index: number) => {
    taken.add(index)
    left.delete(index)
    join(faces[index] as Embedding)
  }
  const strangers = faces.map((face) => impostors.expect(face))
  known.forEach(join)
  if (known.length === 0 && faces.length > 0) take(mostCentral(faces))
  while (left.size > 0) {
    const middle = { model: impostors.model, vector: unit(sum) }
    const around = impostors.expect(middle)
    const nearest = [...left]
      .map((index) => {
        const [face, own] = [faces[index], strangers[index]]
        const score = face && own ? scoreOf(similarity(face, middle), own, around, impostors) : NaN
        return { index, score }
      })
      .reduce((best, other) => (other.score > best.score ? other : best))
    wipe([middle])
    if (!(nearest.score >= threshold)) break
    take(nearest.index)
  }
  // Of a single photo the sum is its embedding.
  sum.fill(0)
  return taken
}

/** The face that is most similar to all. */
function mostCentral(faces: readonly Embedding[]): number {
  const closeness = faces.map((face) =>
    faces.reduce((sum, other) => sum + similarity(face, other), 0),
  )
  return closeness.indexOf(Math.max(...closeness))
}
