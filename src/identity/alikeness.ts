/** The nearest part of the scores of strangers that is looked at: 1 in 16. */
const nearestShare = 1 / 16
/** With so many pairs of employees, what they show counts as much as what is assumed of a place. */
const assumedPairs = 100
/** How much higher strangers of one place and one camera score: three sets of photos had 1 to 3. */
const assumed = 2
/** The rarer a score, the further ahead strangers of such a place are (docs/decisions/0061). */
const growth = 1.25
const most = 3

/** The mean of the highest sixteenth of scores; reorders them. Undefined where there are none. */
export function nearestMean(scores: Float32Array): number | undefined {
  const sorted = scores.sort()
  const nearest = sorted.subarray(sorted.length - Math.max(1, sorted.length * nearestShare))
  return nearest.length === 0
    ? undefined
    : nearest.reduce((sum, score) => sum + score, 0) / nearest.length
}

/**
 * By how many standard deviations strangers at this place are ahead of those that thresholds were measured on,
 * never less than 0: from the scores of employees with one another, and from what is assumed of a place as
 * long as there are few. `reference` is the mean of the highest sixteenth there.
 */
export function alikenessOf(scores: Float32Array, employees: number, reference: number): number {
  const seen = nearestMean(scores)
  if (seen === undefined) return assumed
  const pairs = (employees * (employees - 1)) / 2
  const ahead =
    (pairs * growth * (seen - reference) + assumedPairs * assumed) / (pairs + assumedPairs)
  return Math.max(0, Math.min(most, ahead))
}
