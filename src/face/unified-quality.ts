import type { Pose, QualityMeasures } from './types.ts'

/** What the figure is made of; all of it is known anyway once a face has been looked at and embedded. */
export type QualityClues = Pick<QualityMeasures, 'sharpness' | 'mouthStraying'> & {
  readonly pose: Pose
  /** How sure the detector is. */
  readonly confidence: number
  /**
   * Length of faceres' features before they are made a unit vector: a network answers weakly to a face that it
   * sees badly (as in MagFace, https://arxiv.org/abs/2103.06627). Not there where another model embeds.
   */
  readonly featureLength?: number
}

/** A clue with its mean and spread over 1,583 press photos, and how much it counts. */
type Weighing = { readonly mean: number; readonly spread: number; readonly weight: number }

/** Measured on folds 1 and 2 of the LFW pairs, grayscale; judged on folds 3 and 4 (docs/decisions/0063). */
const weighings = {
  featureLength: { mean: 13.5, spread: 1.43, weight: 1 },
  pitch: { mean: -8.7, spread: 6.4, weight: 1 },
  steadiness: { mean: 3.5, spread: 0.43, weight: 0.5 },
  confidence: { mean: 0.885, spread: 0.045, weight: 0.5 },
  sharpness: { mean: 0.18, spread: 0.054, weight: 0.5 },
} as const satisfies Record<string, Weighing>

/** Beyond these many spreads a clue says no more: one good thing cannot make up for everything else. */
const [worst, best] = [-3.5, 1.5]
/** What an average press photo gets, and how many spreads multiply the odds by e. */
const [average, slope] = [60, 2]

/**
 * One figure for how well a face will be recognised, 0 to 100, higher is better (as the unified quality score
 * of ISO/IEC 29794-5). It ranks photos by the errors to expect; it does not say how likely they are.
 */
export function unifiedQuality(clues: QualityClues): number {
  const { featureLength = weighings.featureLength.mean } = clues
  const sum =
    weigh(weighings.featureLength, featureLength) +
    weigh(weighings.pitch, -Math.abs(clues.pose.pitch)) +
    weigh(weighings.steadiness, -Math.log(Math.max(1e-3, clues.mouthStraying))) +
    weigh(weighings.confidence, clues.confidence) +
    weigh(weighings.sharpness, clues.sharpness)
  const offset = Math.log(average / (100 - average))
  return 100 / (1 + Math.exp(-(offset + sum / slope)))
}

const weigh = ({ mean, spread, weight }: Weighing, value: number): number =>
  weight * Math.min(best, Math.max(worst, (value - mean) / spread))
