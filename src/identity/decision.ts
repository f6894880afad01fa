import { scoreAt, type Calibration } from './calibration.ts'
import type { Nearest } from './gallery.ts'

export type DecisionSettings = {
  /** False positive identification rate (FPIR): how many strangers in all may be taken for an employee. */
  readonly targetFpir: number
  /** By how many standard deviations the best employee must be ahead of every other one. */
  readonly minMargin: number
}

/** One stranger in a thousand, as NIST SP 800-63A-4 asks of identification. */
export const defaultTargetFpir = 1e-3
export const targetFpirRange = { min: 1e-6, max: 1e-1 }
/**
 * Two templates of one face differ by more than this; relatives and twins by less (docs/decisions/0052).
 */
export const defaultMinMargin = 0.5
/** False match rate at which one employee's face is verified after their PIN or badge (NIST SP 800-63B-4). */
export const verificationFmr = 1e-4

/** The settings asked for, and the usual ones where nothing was asked. */
export const decisionSettings = (asked: {
  readonly targetFpir: number | undefined
  readonly minMargin: number | undefined
}): DecisionSettings => ({
  targetFpir: asked.targetFpir ?? defaultTargetFpir,
  minMargin: asked.minMargin ?? defaultMinMargin,
})

/** What is decided by at the moment, for this many templates; said to operators. */
export type Policy = DecisionSettings & {
  readonly templates: number
  /** The score from which somebody is taken for an employee. */
  readonly threshold: number
  /** How much of the threshold is for strangers who are more alike here than those of the table. */
  readonly alikeness: number
  /** False match rate of one comparison that the target asks for, with so many templates. */
  readonly fmr: number
  /** Whether that rate was counted on photos, or follows from the line of those counted. */
  readonly measured: boolean
  /** False: the target cannot be promised; `expectedFpir` says what can. */
  readonly reached: boolean
  readonly expectedFpir: number
}

/**
 * The threshold follows the gallery: with n templates a stranger has n chances to be taken for somebody, so
 * each comparison may fail n times more rarely: FMR = 1 - (1 - FPIR)^(1/n). It is higher by as much as the
 * strangers of this place are ahead of those that the table was measured on (`Gallery.alikeness`).
 */
export function policyFor(
  calibration: Calibration,
  templates: number,
  settings: DecisionSettings,
  alikeness = 0,
): Policy {
  const comparisons = Math.max(1, templates)
  const fmr = -Math.expm1(Math.log1p(-settings.targetFpir) / comparisons)
  const { score, measured, reached } = scoreAt(calibration, fmr)
  const lowest = calibration.table.at(-1)?.fmr ?? fmr
  const expectedFpir = reached
    ? settings.targetFpir
    : -Math.expm1(comparisons * Math.log1p(-lowest))
  const threshold = score + alikeness
  return { ...settings, templates, threshold, alikeness, fmr, measured, reached, expectedFpir }
}

export type Decision =
  | { readonly outcome: 'match'; readonly employeeId: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous' }

/** Whose face it is: nobody's when too far from all, not to be told when two people are as near. */
export function decide(
  { best, second }: Nearest,
  { threshold, minMargin }: Pick<Policy, 'threshold' | 'minMargin'>,
): Decision {
  // Asked so that what is no number lets nobody in.
  if (!best || !(best.score >= threshold)) return { outcome: 'unknown' }
  if (second && !(best.score - second.score >= minMargin)) return { outcome: 'ambiguous' }
  return { outcome: 'match', employeeId: best.employeeId }
}
