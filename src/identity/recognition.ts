import { readCalibration, type Calibration } from './calibration.ts'
import type { DecisionSettings } from './decision.ts'
import { createIdentify, createPolicies, type IdentifyBy, type Policies } from './identify.ts'
import type { OpenGallery } from './open-gallery.ts'

/** All that one recogniser decides by: its gallery, its table and its strangers. */
export type Recognition = OpenGallery &
  Policies & { readonly calibration: Calibration; readonly identify: IdentifyBy }

export function createRecognition(opened: OpenGallery, settings: DecisionSettings): Recognition {
  const { gallery, recogniser } = opened
  const calibration = readCalibration(recogniser)
  const policies = createPolicies({ gallery, calibration, settings })
  return { ...opened, calibration, ...policies, identify: createIdentify(gallery, policies) }
}
