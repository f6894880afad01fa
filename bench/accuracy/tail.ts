/** The tail of a distribution of scores, from a score on that a known share exceeds. */
export type Tail = {
  /** 0 or less: scores end somewhere, the sooner the further below 0. */
  readonly shape: number
  readonly scale: number
  /** The score that a rate of all comparisons exceeds; for rates up to `share`. */
  scoreAt(rate: number): number
}

/**
 * A generalised Pareto distribution of what exceeds the score that `share` of all comparisons do, by
 * probability-weighted moments (Hosking and Wallis 1987, doi:10.1080/00401706.1987.10488243): what every tail comes
 * near to (Pickands 1975, doi:10.1214/aos/1176343003). Similarities have a highest one, so that no tail is heavier
 * than an exponential one: the shape is 0 or less.
 * @param highestFirst all scores, descending
 */
export function fitTail(highestFirst: Float64Array, share: number): Tail {
  const count = Math.floor(share * highestFirst.length)
  const from = highestFirst[count] ?? NaN
  // Ascending ranks: the i-th of the excesses is exceeded by about 1 - (i - .35) / n of them.
  let [mean, weighted] = [0, 0]
  for (let i = 1; i <= count; i++) {
    const excess = (highestFirst[count - i] as number) - from
    mean += excess / count
    weighted += ((1 - (i - 0.35) / count) * excess) / count
  }
  const free = 2 - mean / (mean - 2 * weighted)
  const shape = Math.min(0, free)
  const scale = free > 0 ? mean : (2 * mean * weighted) / (mean - 2 * weighted)
  return {
    shape,
    scale,
    scoreAt(rate) {
      const rarer = share / rate
      return from + scale * (shape === 0 ? Math.log(rarer) : (rarer ** shape - 1) / shape)
    },
  }
}
