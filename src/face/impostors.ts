import type { Embedding } from './types.ts'

/** How similar strangers are to a face: mean and standard deviation over the nearest of many. */
export type ImpostorStatistics = { readonly mean: number; readonly deviation: number }

/** How similar a face is on average to those that it is compared with here, and how many those are. */
export type Here = { readonly mean: number; readonly count: number }

/**
 * Tells, for any embedding of its model, how similar the nearest sixteenth of a large population would be: a score
 * is normalised by this.
 */
export interface ImpostorModel {
  readonly model: string
  /**
   * With `here`, the mean similarity to the population gives way to the one seen here, the more faces that
   * is of: those of one place and one camera are more alike (docs/decisions/0061).
   */
  expect(embedding: Embedding, here?: Here): ImpostorStatistics
  /**
   * From this similarity on two embeddings are of one shot or the next frame, whatever strangers reach: far above
   * what any two people do (docs/decisions/0080).
   */
  readonly sameShot: number
  /** Whether strangers are taken to reach the same with every face. */
  readonly isSameForAll: boolean
}

/** The nearest part of the population that statistics are taken over: 1 in 16. */
export const nearestShare = 1 / 16

/**
 * A similarity in standard deviations above what the nearest strangers reach, as seen from both faces: the
 * score that is decided on. The same score means the same for every pair of faces.
 */
export const normalise = (
  similarity: number,
  a: ImpostorStatistics,
  b: ImpostorStatistics,
): number => ((similarity - a.mean) / a.deviation + (similarity - b.mean) / b.deviation) / 2

/** Added to the score of one shot: more than any threshold and any margin can ask for together. */
const certainty = 100

/** The score that is decided on: that of two photos of one shot is beyond any threshold. */
export const scoreOf = (
  similarity: number,
  a: ImpostorStatistics,
  b: ImpostorStatistics,
  { sameShot }: Pick<ImpostorModel, 'sameShot'>,
): number => normalise(similarity, a, b) + (similarity >= sameShot ? certainty : 0)
