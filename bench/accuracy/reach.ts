import { normalise, type RecogniserCard } from '../../src/face/index.ts'
import { dot } from '../../src/face/vector.ts'
import { table } from '../statistics.ts'
import type { Measured } from './measures.ts'

/** What the very photo that somebody was enrolled with scores at the door, by person. */
export type Reach = {
  readonly recogniser: string
  readonly set: string
  readonly people: number
  /** The least score of the photos of the person who has the least, of the worst tenth on average, of the middle. */
  readonly lowest: number
  readonly worstTenth: number
  readonly middle: number
  /** The least similarity of a photo's template to what the same photo gives at the door. */
  readonly lowestSimilarity: number
  /** Photos below the similarity from which a face is certain: enrolment refuses them. */
  readonly refused: number
}

/** A person's reachable score is the least of their photos' own: normalisation must leave nobody behind. */
export function reachOf(
  { name, sameShot }: RecogniserCard,
  set: string,
  photos: readonly { readonly person: string; readonly photo: Measured }[],
): Reach {
  const similarities = photos.map(({ photo }) => dot(photo.template, photo.probe))
  const least = new Map<string, number>()
  photos.forEach(({ person, photo }, i) => {
    const score = normalise(similarities[i] as number, photo.ofTemplate, photo.ofProbe)
    least.set(person, Math.min(score, least.get(person) ?? Infinity))
  })
  const scores = [...least.values()].sort((a, b) => a - b)
  const worst = scores.slice(0, Math.max(1, Math.floor(scores.length / 10)))
  return {
    recogniser: name,
    set,
    people: scores.length,
    lowest: scores[0] ?? NaN,
    worstTenth: worst.reduce((sum, score) => sum + score, 0) / worst.length,
    middle: scores[Math.floor(scores.length / 2)] ?? NaN,
    lowestSimilarity: Math.min(...similarities),
    refused: similarities.filter((similarity) => similarity < sameShot).length,
  }
}

export const reachTable = (reaches: readonly Reach[]): string =>
  table(
    [
      'set',
      'recogniser',
      'people',
      'lowest score',
      'worst tenth, mean',
      'median',
      'lowest similarity',
      'photos refused for it',
    ],
    reaches.map((reach) => [
      reach.set,
      reach.recogniser,
      String(reach.people),
      ...[reach.lowest, reach.worstTenth, reach.middle].map((score) => score.toFixed(1)),
      reach.lowestSimilarity.toFixed(3),
      String(reach.refused),
    ]),
  )
