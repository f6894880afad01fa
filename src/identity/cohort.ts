import { nearestShare, type ImpostorStatistics } from '../face/index.ts'

/** Similarities are counted in steps this fine; their deviations are near .02. */
const binWidth = 1 / 4096
/** From a similarity of 0 to 1; whatever is below counts as 0. */
const bins = 1 / binWidth + 1
/** From this many nearest others on, the gallery has a full say in what strangers look like here. */
const fullSayFrom = 20
/** Its share then: half what it shows itself, half what a large population showed (docs/decisions/0052). */
const fullShare = 0.5

/** In whole numbers and without a jump for those below 0, which are every second one: three times as fast. */
function binOf(similarity: number): number {
  const step = (similarity / binWidth) | 0
  const notBelow = step & ~(step >> 31)
  return notBelow < bins ? notBelow : bins - 1
}

/** How many similarities lie in which step. */
export interface Histogram {
  /** Takes one out that was counted. */
  leaveOut(similarity: number): void
  /**
   * Mean and deviation of the highest sixteenth, and how many that is; to half a step, in one go through the
   * steps however many similarities there are.
   */
  nearestPart(): ImpostorStatistics & { readonly count: number }
}

/** Counts similarities, each a number; time grows with their count only. */
export function createHistogram(similarities: Float32Array): Histogram {
  const counts = new Uint32Array(bins)
  let total = similarities.length
  for (let row = 0; row < total; row++) {
    const bin = binOf(similarities[row] as number)
    counts[bin] = (counts[bin] as number) + 1
  }

  return {
    leaveOut(similarity) {
      const bin = binOf(similarity)
      counts[bin] = (counts[bin] as number) - 1
      total--
    },

    nearestPart() {
      const count = Math.floor(total * nearestShare)
      let [left, sum, squares] = [count, 0, 0]
      for (let bin = bins - 1; bin >= 0 && left > 0; bin--) {
        const taken = Math.min(left, counts[bin] as number)
        const value = (bin + 0.5) * binWidth
        sum += taken * value
        squares += taken * value * value
        left -= taken
      }
      const mean = sum / count
      return { count, mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
    },
  }
}

/**
 * What to expect of strangers for a probe: what a large population says, mixed with what the other employees
 * say about this camera and this light, the more of them there are.
 */
export function mix(
  expected: ImpostorStatistics,
  seen: ImpostorStatistics & { readonly count: number },
): ImpostorStatistics {
  const share = fullShare * Math.min(1, seen.count / fullSayFrom)
  if (seen.count < 2) return expected
  return {
    mean: (1 - share) * expected.mean + share * seen.mean,
    deviation: (1 - share) * expected.deviation + share * seen.deviation,
  }
}
