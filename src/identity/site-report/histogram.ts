/** Scores are in standard deviations; strangers lie around -5 to 3, photos of one person around 5 to 20. */
const lowest = -20
const highest = 60
const binWidth = 0.05
const bins = Math.round((highest - lowest) / binWidth)

/** Counts scores in narrow bins, so that any number of comparisons takes the same memory. */
export interface Histogram {
  readonly count: number
  add(score: number): void
  /** Shares of all scores in steps of `width` from the lowest to the highest score met. */
  curve(width: number): { readonly from: number; readonly width: number; readonly shares: number[] }
}

export function createHistogram(): Histogram {
  const counts = new Float64Array(bins)
  let count = 0
  return {
    get count() {
      return count
    },
    add(score) {
      const bin = Math.floor((score - lowest) / binWidth)
      const at = bin < 0 ? 0 : bin >= bins ? bins - 1 : bin
      counts[at] = (counts[at] as number) + 1
      count++
    },
    curve(width) {
      const perStep = Math.max(1, Math.round(width / binWidth))
      const first = counts.findIndex((value) => value > 0)
      if (first === -1) return { from: 0, width, shares: [] }
      const start = Math.floor(first / perStep) * perStep
      const last = counts.findLastIndex((value) => value > 0)
      const shares: number[] = []
      for (let bin = start; bin <= last; bin += perStep) {
        const inStep = counts.subarray(bin, bin + perStep).reduce((sum, value) => sum + value, 0)
        shares.push(inStep / count)
      }
      return { from: lowest + start * binWidth, width: perStep * binWidth, shares }
    },
  }
}
