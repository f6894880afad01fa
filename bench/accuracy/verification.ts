import { crossScores, tarAtFmr, tarInterval, type CrossScores } from './cross.ts'
import { wilson } from '../../src/identity/site-report/rate.ts'
import { accuracy, type Scored } from './folds.ts'
import type { Measure, Measured } from './measures.ts'
import type { PairList } from './pairs.ts'

export const falseMatchRates = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6]

export type Rate = {
  readonly fmr: number
  /** NaN where there are too few comparisons to speak of the rate. */
  readonly tar: number
  readonly interval: readonly [number, number]
  readonly threshold: number
  readonly falseMatches: number
}

export type Verification = {
  readonly measure: string
  readonly pairs: number
  readonly errors: number
  readonly accuracy: number
  readonly interval: readonly [number, number]
  readonly thresholds: readonly number[]
  readonly cross?: CrossScores
  readonly rates: readonly Rate[]
}

/** Either photo may be the enrolled one: the mean of both ways depends on no order. */
const bothWays = ({ score }: Measure, a: Measured, b: Measured): number =>
  (score(a, b) + score(b, a)) / 2

/** The pairs of a list by one measure; rates over all pairs of photos that `counts` where people are known. */
export function verify(
  list: PairList,
  photos: ReadonlyMap<string, Measured>,
  measure: Measure,
  counts: (path: string) => boolean = () => true,
): Verification {
  const scored = list.pairs.flatMap(({ a, b, same, fold }): Scored[] => {
    const [first, second] = [photos.get(a), photos.get(b)]
    if (!first || !second) return []
    return [
      { score: bothWays(measure, first, second), same, ...(fold === undefined ? {} : { fold }) },
    ]
  })
  const result = accuracy(scored)
  const errors = Math.round((1 - result.accuracy) * scored.length)
  const cross = crossOf(list, photos, measure, counts)
  return {
    measure: measure.name,
    pairs: scored.length,
    errors,
    accuracy: result.accuracy,
    interval: wilson(scored.length - errors, scored.length),
    thresholds: result.thresholds,
    ...(cross && { cross }),
    rates: cross ? falseMatchRates.map((fmr) => rateAt(cross, fmr)) : [],
  }
}

function crossOf(
  { people }: PairList,
  photos: ReadonlyMap<string, Measured>,
  measure: Measure,
  counts: (path: string) => boolean,
): CrossScores | undefined {
  const known = [...photos].filter(([path]) => people.has(path) && counts(path))
  if (known.length < 2) return undefined
  const numbers = new Map<string, number>()
  const person = Int32Array.from(known, ([path]) => {
    const name = people.get(path) ?? ''
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name) ?? 0
  })
  const at = (i: number): Measured => known[i]?.[1] as Measured
  return crossScores(person, (i, j) => bothWays(measure, at(i), at(j)))
}

function rateAt(scores: CrossScores, fmr: number): Rate {
  const { tar, threshold } = tarAtFmr(scores, fmr)
  const falseMatches = Math.floor(fmr * scores.impostorCount)
  const interval = falseMatches < 1 ? ([NaN, NaN] as const) : tarInterval(scores, fmr)
  return { fmr, tar, threshold, falseMatches, interval }
}
