import type { Face, Purpose } from '../face/index.ts'
import type { QualityReason } from './photo-verdict.ts'

/** What a face must hold to be used. Names and units as in QualityMeasures and Pose. */
type Demands = {
  readonly minInterEyeDistancePx: number
  readonly minSharpness: number
  readonly luminanceMean: readonly [least: number, most: number]
  readonly minContrast: number
  readonly maxUnderExposed: number
  readonly maxOverExposed: number
  readonly minInsidePhoto: number
  readonly minEyeOpenness: number
  readonly maxYawDegrees: number
  readonly maxPitchDegrees: number
  readonly maxRollDegrees: number
}

/**
 * A template is compared for years and must be good; a probe is retaken in a second. The numbers leave in
 * all good photos that were measured (portraits and selfies) and nearly all of 308 press photos, and are at the
 * point where degraded copies begin to be missed; docs/decisions/0053 has the table. The embedding's
 * crop has 52 pixels between the eyes: more do not help.
 */
const demands: Record<Purpose, Demands> = {
  template: {
    minInterEyeDistancePx: 40,
    minSharpness: 0.1,
    luminanceMean: [0.2, 0.85],
    minContrast: 0.06,
    maxUnderExposed: 0.4,
    maxOverExposed: 0.3,
    minInsidePhoto: 0.9,
    minEyeOpenness: 0.12,
    maxYawDegrees: 32,
    maxPitchDegrees: 28,
    maxRollDegrees: 35,
  },
  probe: {
    minInterEyeDistancePx: 30,
    minSharpness: 0.05,
    luminanceMean: [0.12, 0.92],
    minContrast: 0.04,
    maxUnderExposed: 0.6,
    maxOverExposed: 0.5,
    minInsidePhoto: 0.8,
    minEyeOpenness: 0.08,
    maxYawDegrees: 40,
    maxPitchDegrees: 35,
    maxRollDegrees: 50,
  },
}

/** What is wrong with a face for the purpose; an empty list when nothing is. */
export function qualityFaults(face: Face, purpose: Purpose): QualityReason[] {
  const { quality, pose } = face
  const need = demands[purpose]
  const [darkest, brightest] = need.luminanceMean
  const faults: Record<QualityReason, boolean> = {
    'too-small': quality.interEyeDistancePx < need.minInterEyeDistancePx,
    'cut-off': quality.insidePhoto < need.minInsidePhoto,
    'turned-away': Math.abs(pose.yaw) > need.maxYawDegrees,
    'looking-up-or-down': Math.abs(pose.pitch) > need.maxPitchDegrees,
    tilted: Math.abs(pose.roll) > need.maxRollDegrees,
    'too-dark': quality.luminanceMean < darkest || quality.underExposed > need.maxUnderExposed,
    'too-bright': quality.luminanceMean > brightest || quality.overExposed > need.maxOverExposed,
    'low-contrast': quality.contrast < need.minContrast,
    blurred: quality.sharpness < need.minSharpness,
    'eyes-closed': quality.eyeOpenness < need.minEyeOpenness,
    // The engine has no measure of what covers a face; head coverings are never a reason.
    covered: false,
  }
  return (Object.keys(faults) as QualityReason[]).filter((reason) => faults[reason])
}
