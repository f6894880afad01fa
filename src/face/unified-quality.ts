import type { Pose, QualityMeasures } from './types.ts'

/** What the figure is made of; all of it is known anyway once a face has been looked at and embedded. */
export type QualityClues = Pick<QualityMeasures, 'sharpness' | 'mouthStraying'> & {
  readonly pose: Pose
  /** How sure the detector is. */
  readonly confidence: number
  /**
   * Length of a network's features before they are made a unit vector: it answers weakly to a face that it
   * sees badly (as in MagFace, https://arxiv.org/abs/2103.06627). Not there where no such network embeds.
   */
  readonly featureLength?: { readonly value: number; readonly weighing: Weighing }
}

/** A clue with its mean and spread over 1,583 press photos, and how much it counts. */
export type Weighing = { readonly mean: number; readonly spread: number; readonly weight: number }

/** Measured on folds 1 and 2 of the LFW pairs, grayscale; judged on folds 3 and 4 (docs/decisions/0063). */
const weighings = {
  pitch: { mean: -8.7, spread: 6.4, weight: 1 },
  steadiness: { mean: 3.5, spread: 0.43, weight: 0.5 },
  confidence: { mean: 0.885, spread: 0.045, weight: 0.5 },
  sharpness: { mean: 0.18, spread: 0.054, weight: 0.5 },
} as const satisfies Record<string, Weighing>

/** Beyond these many spreads a clue says no more: one good thing cannot make up for everything else. */
const [worst, best] = [-3.5, 1.5]
/** Where the length of features is not known, it counts as an average one. */
const unknownLength = { value: 0, weighing: { mean: 0, spread: 1, weight: 1 } }
/** What an average press photo gets, and by which share of the sum of all weights the odds change by e. */
const [average, slope] = [60, 2 / 3.5]

/**
 * One figure for how well a face will be recognised, 0 to 100, higher is better (as the unified quality score
 * of ISO/IEC 29794-5). It ranks photos by the errors to expect; it does not say how likely they are.
 */
export function unifiedQuality(clues: QualityClues): number {
  const { value, weighing } = clues.featureLength ?? unknownLength
  const total = [weighing, ...Object.values(weighings)].reduce((sum, { weight }) => sum + weight, 0)
  const sum =
    weigh(weighing, value) +
    weigh(weighings.pitch, -Math.abs(clues.pose.pitch)) +
    weigh(weighings.steadiness, -Math.log(Math.max(1e-3, clues.mouthStraying))) +
    weigh(weighings.confidence, clues.confidence) +
    weigh(weighings.sharpness, clues.sharpness)
  const offset = Math.log(average / (100 - average))
  return 100 / (1 + Math.exp(-(offset + sum / (slope * total))))
}

const weigh = ({ mean, spread, weight }: Weighing, value: number): number =>
  weight * Math.min(best, Math.max(worst, (value - mean) / spread))
