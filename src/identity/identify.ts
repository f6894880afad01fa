import type { Embedding } from '../face/index.ts'
import type { Calibration } from './calibration.ts'
import { decideAtSite, policiesAt } from './decide-at-site.ts'
import { decide, policyFor, type Decision, type DecisionSettings, type Policy } from './decision.ts'
import type { Gallery } from './gallery.ts'
import type { SiteSearch } from './search-scope.ts'

/** Whose face it is by one recogniser, among everybody, or at a site as its people are looked for. */
export type IdentifyBy = (face: Embedding, at?: SiteSearch) => Decision

/** What is decided by: for everybody alike, and what differs at a site. */
export type Policies = {
  readonly policy: () => Policy
  readonly policiesAt: (at: SiteSearch) => ReturnType<typeof policiesAt>
}

export type IdentifyDeps = {
  readonly gallery: Gallery
  readonly calibration: Calibration
  readonly settings: DecisionSettings
}

export function createPolicies({ gallery, calibration, settings }: IdentifyDeps): Policies {
  return {
    policy: () =>
      policyFor(calibration, gallery.size, settings, gallery.alikeness(calibration.nearestMean)),
    policiesAt: (at) => policiesAt(gallery, calibration, settings, at),
  }
}

export function createIdentify(gallery: Gallery, { policy, policiesAt }: Policies): IdentifyBy {
  return (face, at) => {
    const policies = at && policiesAt(at)
    return policies && at
      ? decideAtSite(gallery.nearestApart(face, at.own), policies)
      : decide(gallery.nearest(face), policy())
  }
}
