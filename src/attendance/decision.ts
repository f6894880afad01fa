/** An employee and the similarity of their best template to the probe. */
export type Candidate = { readonly employeeId: string; readonly similarity: number }

/** The best employee, and the best of all the others. */
export type Nearest = { readonly best?: Candidate; readonly second?: Candidate }

export type DecisionSettings = {
  /** The least similarity that counts as the same person. */
  readonly minSimilarity: number
  /** By how much the best employee must be ahead of every other one. */
  readonly minMargin: number
}

/**
 * For the embeddings of this version's engine, whose cosine is about 0.92 at dlib's own threshold
 * (a distance of 0.6): one person must not be taken for another, so both ask for more than that.
 */
export const defaultDecisionSettings: DecisionSettings = { minSimilarity: 0.94, minMargin: 0.01 }

export type Decision =
  | { readonly outcome: 'match'; readonly employeeId: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous' }

/** Whose face it is: nobody's when too far from all, not to be told when two people are as near. */
export function decide({ best, second }: Nearest, settings: DecisionSettings): Decision {
  if (!best || best.similarity < settings.minSimilarity) return { outcome: 'unknown' }
  if (second && best.similarity - second.similarity < settings.minMargin) {
    return { outcome: 'ambiguous' }
  }
  return { outcome: 'match', employeeId: best.employeeId }
}
