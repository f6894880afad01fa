/** A labelled comparison: its score, higher is more alike. */
export type Scored = { readonly score: number; readonly same: boolean; readonly fold?: string }

/** The threshold that is right most often; the middle of the best ones where several are. */
export function bestThreshold(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((p, q) => p.score - q.score)
  let right = sorted.filter(({ same }) => same).length // everything is taken as the same
  let best = { right, low: -Infinity, high: sorted[0]?.score ?? 0 }
  sorted.forEach(({ score, same }, i) => {
    right += same ? -1 : 1
    const above = sorted[i + 1]?.score ?? Infinity
    if (above === score) return
    if (right > best.right) best = { right, low: score, high: above }
  })
  if (!Number.isFinite(best.low)) return best.high
  return Number.isFinite(best.high) ? (best.low + best.high) / 2 : best.low
}

const share = (scored: readonly Scored[], threshold: number): number =>
  scored.filter(({ score, same }) => score > threshold === same).length / scored.length

/**
 * Accuracy: with folds, the mean over folds, each judged at the threshold that is best on the others (the
 * LFW protocol); without, at the best threshold of all, which flatters.
 */
export function accuracy(scored: readonly Scored[]): { accuracy: number; thresholds: number[] } {
  const folds = [...new Set(scored.map(({ fold }) => fold))].filter((fold) => fold !== undefined)
  if (folds.length < 2) {
    const threshold = bestThreshold(scored)
    return { accuracy: share(scored, threshold), thresholds: [threshold] }
  }
  const thresholds = folds.map((fold) => bestThreshold(scored.filter((pair) => pair.fold !== fold)))
  const accuracies = folds.map((fold, i) =>
    share(
      scored.filter((pair) => pair.fold === fold),
      thresholds[i] ?? 0,
    ),
  )
  return { accuracy: accuracies.reduce((sum, a) => sum + a, 0) / folds.length, thresholds }
}
