import type { Face, Purpose, QualityMeasures } from '../face/index.ts'
import type { QualityReason } from './photo-verdict.ts'

/** Sharpness is measured in a crop that has so many pixels between the eyes. */
const measuredInterEyeDistancePx = 60

/** What a face must hold to be used. Names and units as in QualityMeasures and Pose. */
type Demands = {
  readonly minInterEyeDistancePx: number
  readonly minSharpness: number
  /** For a face that is smaller than it is measured, and therefore is enlarged and looks softer. */
  readonly minSharpnessEnlarged: number
  readonly luminanceMean: readonly [least: number, most: number]
  readonly minContrast: number
  readonly maxUnderExposed: number
  readonly maxOverExposed: number
  readonly minInsidePhoto: number
  readonly minEyeOpenness: number
  /** How much further than the eyes' points those of nose and mouth may stray, in distances between the eyes. */
  readonly maxNoseStraying: number
  readonly maxMouthStraying: number
  readonly minPresence: number
  readonly maxYawDegrees: number
  readonly maxPitchDegrees: number
  readonly maxRollDegrees: number
}

/**
 * A template is compared for years and must be good; a probe is retaken in a second. The numbers leave in
 * nearly all good photos that were measured, and are at the point where degraded copies begin to be missed
 * (`npm run bench:quality`, docs/decisions/0064). The embedding's crop has 52 pixels between the eyes: more do
 * not help.
 */
const demands: Record<Purpose, Demands> = {
  template: {
    minInterEyeDistancePx: 40,
    minSharpness: 0.12,
    minSharpnessEnlarged: 0.07,
    luminanceMean: [0.18, 0.85],
    minContrast: 0.05,
    maxUnderExposed: 0.3,
    maxOverExposed: 0.25,
    minInsidePhoto: 0.9,
    minEyeOpenness: 0.18,
    maxNoseStraying: 0.03,
    maxMouthStraying: 0.09,
    minPresence: 0.95,
    maxYawDegrees: 32,
    maxPitchDegrees: 28,
    maxRollDegrees: 35,
  },
  probe: {
    minInterEyeDistancePx: 30,
    minSharpness: 0.07,
    minSharpnessEnlarged: 0.045,
    luminanceMean: [0.1, 0.92],
    minContrast: 0.035,
    maxUnderExposed: 0.5,
    maxOverExposed: 0.45,
    minInsidePhoto: 0.8,
    minEyeOpenness: 0.13,
    maxNoseStraying: 0.04,
    maxMouthStraying: 0.12,
    minPresence: 0.9,
    maxYawDegrees: 40,
    maxPitchDegrees: 35,
    maxRollDegrees: 50,
  },
}

type MeasuredFace = Pick<Face, 'pose'> & { readonly quality: QualityMeasures }

/** What is wrong with a face for the purpose; an empty list when nothing is. */
export function qualityFaults({ quality, pose }: MeasuredFace, purpose: Purpose): QualityReason[] {
  const need = demands[purpose]
  const [darkest, brightest] = need.luminanceMean
  const isEnlarged = quality.interEyeDistancePx < measuredInterEyeDistancePx
  const leastSharp = isEnlarged ? need.minSharpnessEnlarged : need.minSharpness
  const faults: Record<QualityReason, boolean> = {
    'too-small': below(quality.interEyeDistancePx, need.minInterEyeDistancePx),
    'cut-off': below(quality.insidePhoto, need.minInsidePhoto),
    'turned-away': above(Math.abs(pose.yaw), need.maxYawDegrees),
    'looking-up-or-down': above(Math.abs(pose.pitch), need.maxPitchDegrees),
    tilted: above(Math.abs(pose.roll), need.maxRollDegrees),
    'too-dark':
      below(quality.luminanceMean, darkest) || above(quality.underExposed, need.maxUnderExposed),
    'too-bright':
      above(quality.luminanceMean, brightest) || above(quality.overExposed, need.maxOverExposed),
    'low-contrast': below(quality.contrast, need.minContrast),
    blurred: below(quality.sharpness, leastSharp),
    'eyes-closed': below(quality.eyeOpenness, need.minEyeOpenness),
    // What is worn on the head is never a reason: nothing here looks above the brows.
    covered:
      above(quality.noseStraying - quality.eyesStraying, need.maxNoseStraying) ||
      above(quality.mouthStraying - quality.eyesStraying, need.maxMouthStraying) ||
      below(quality.presence, need.minPresence),
  }
  return (Object.keys(faults) as QualityReason[]).filter((reason) => faults[reason])
}

/** A measure that is no number is a fault whatever is asked of it. */
const below = (measure: number, least: number) => !(measure >= least)
const above = (measure: number, most: number) => !(measure <= most)
