import type { Calibration } from './calibration.ts'
import { decide, policyFor, type Decision, type DecisionSettings, type Policy } from './decision.ts'
import type { Gallery, Nearest, NearestApart } from './gallery.ts'
import type { SearchScope, SiteSearch } from './search-scope.ts'

/** What is decided by at a site: a threshold for its own people, and one for everybody. */
export type SitePolicies = {
  readonly scope: SearchScope
  readonly own: Policy
  readonly everybody: Policy
}

/** Where two steps can take a stranger for somebody, each may take half of those that the target allows. */
const shareOfEach = 1 / 2

type SizedGallery = Pick<Gallery, 'size' | 'countOf' | 'alikeness'>

/**
 * The policies of a site, so that no more strangers than the target allows are taken in all steps together; undefined
 * where its own people are nobody or everybody, and one step is enough.
 */
export function policiesAt(
  gallery: SizedGallery,
  calibration: Calibration,
  settings: DecisionSettings,
  { scope, own }: SiteSearch,
): SitePolicies | undefined {
  const templates = [...own].reduce((sum, id) => sum + gallery.countOf(id), 0)
  const isOneStep = templates === gallery.size || (scope === 'own-first' && templates === 0)
  if (scope === 'everybody' || isOneStep) return undefined
  const share = scope === 'own-first' ? shareOfEach : 1
  const each = { ...settings, targetFpir: settings.targetFpir * share }
  const reference = calibration.nearestMean
  const ownPolicy = policyFor(calibration, templates, each, gallery.alikeness(reference, own))
  const all = policyFor(calibration, gallery.size, each, gallery.alikeness(reference))
  // Strangers who are like the people of the site are so in the second step as well.
  const threshold = Math.max(all.threshold, ownPolicy.threshold)
  return { scope, own: ownPolicy, everybody: { ...all, threshold } }
}

/**
 * Whose face it is at a site: one of its own people by their own threshold, unless somebody of elsewhere is seen at the
 * threshold for everybody and is as near; then, where that is wanted, anybody by that threshold.
 */
export function decideAtSite({ own, others }: NearestApart, policies: SitePolicies): Decision {
  const { minMargin } = policies.own
  const mine = decide(own, policies.own)
  const anybody = decide(nearestOf(own, others), policies.everybody)
  const isContested =
    others.best !== undefined &&
    others.best.score >= policies.everybody.threshold &&
    !((own.best?.score ?? -Infinity) - others.best.score >= minMargin)
  if (mine.outcome === 'match' && !isContested) return mine
  if (mine.outcome === 'ambiguous' && anybody.outcome !== 'match') return mine
  if (policies.scope === 'own-first') return anybody
  return mine.outcome === 'match' && anybody.outcome === 'ambiguous'
    ? anybody
    : { outcome: 'unknown' }
}

/** The best two of two groups of employees. */
export function nearestOf(one: Nearest, other: Nearest): Nearest {
  const [best, second] = [one.best, one.second, other.best, other.second]
    .filter((candidate) => candidate !== undefined)
    .sort((p, q) => q.score - p.score)
  return { ...(best && { best }), ...(second && { second }) }
}
