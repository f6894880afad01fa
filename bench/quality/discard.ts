/** Two photos that are compared, the lower quality of both, and how alike they are. */
export type Comparison = {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Errors that are left when the worst are dropped (ISO/IEC 29794-1: error versus discard characteristic). */
export type Discard = {
  readonly fmr: number
  /** Fixed, from all comparisons of strangers. */
  readonly threshold: number
  readonly rows: readonly {
    /** Share that is dropped, 0 to 1. */
    readonly dropped: number
    /** False non-match rate when that share of the photos goes, with all comparisons that they take part in. */
    readonly ofPhotos: number
    /** The same when that share of the genuine comparisons goes, those with the worst photo first. */
    readonly ofComparisons: number
  }[]
}

const droppedShares = [0, 0.05, 0.1, 0.2, 0.3]

/** `qualities[i]` is of photo i; `impostors` are scores of strangers. */
export function discard(
  qualities: readonly number[],
  genuine: readonly Comparison[],
  impostors: Float32Array,
  fmr: number,
): Discard {
  const sorted = impostors.slice().sort()
  const threshold = sorted[sorted.length - 1 - Math.floor(sorted.length * fmr)] ?? Infinity
  const of = ({ a, b }: Comparison) => Math.min(qualities[a] as number, qualities[b] as number)
  const worstFirst = [...genuine].sort((p, q) => of(p) - of(q))
  const photos = [...qualities].sort((p, q) => p - q)
  const missed = (comparisons: readonly Comparison[]) =>
    comparisons.filter(({ score }) => score < threshold).length / comparisons.length
  return {
    fmr,
    threshold,
    rows: droppedShares.map((dropped) => {
      const least = photos[Math.floor(dropped * photos.length)] ?? 0
      return {
        dropped,
        ofPhotos: missed(genuine.filter((comparison) => of(comparison) >= least)),
        ofComparisons: missed(worstFirst.slice(Math.floor(dropped * worstFirst.length))),
      }
    }),
  }
}
