import type { SiteSearch } from '../identity/search-scope.ts'
import { defaultSearchScope } from '../identity/search-scope.ts'
import type { Clock } from '../ports/clock.ts'
import { dateOf } from '../time/day.ts'
import { dayIn } from '../time/zone.ts'
import type { KeptSite } from './ports/planning.ts'
import type { AttendanceStore } from './ports/store.ts'

/** Who belongs to a site is asked again after this: a change is heard of by the next people at the door. */
const keptForMs = 2000

/** How faces are looked for at a site; undefined for one that is not there. */
export type SearchAt = (siteId: string) => Promise<SiteSearch | undefined>

type Kept = { readonly at: number; readonly search: SiteSearch }

/**
 * Tells who belongs to a site today: those assigned to it, and those who are assigned to none, who may clock in
 * anywhere. The set stays the same one as long as the same people are in it.
 */
export function createSearchAt({
  store,
  clock,
}: {
  readonly store: Pick<AttendanceStore, 'sites' | 'assignments'>
  readonly clock: Clock
}): SearchAt {
  const known = new Map<string, Kept>()

  return async function searchAt(siteId) {
    const now = clock.now()
    const before = known.get(siteId)
    if (before && Math.abs(now.epochMilliseconds - before.at) < keptForMs) return before.search
    const site = await store.sites.find(siteId)
    if (!site) return undefined
    const scope = scopeOf(site)
    const on = dateOf(dayIn(site.zone, now))
    // Whom it is that belongs here matters to nobody where all are looked for alike.
    const people =
      scope === 'everybody' ? [] : await store.assignments.peopleOf({ siteIds: [siteId], on })
    const own = sameSet(before?.search.own, people) ?? new Set(people)
    const search = { scope, own }
    known.set(siteId, { at: now.epochMilliseconds, search })
    return search
  }
}

export const scopeOf = ({ search }: Pick<KeptSite, 'search'>) => search ?? defaultSearchScope

function sameSet(
  before: ReadonlySet<string> | undefined,
  people: readonly string[],
): ReadonlySet<string> | undefined {
  const isSame = before?.size === people.length && people.every((id) => before.has(id))
  return isSame ? before : undefined
}
