import type { EpochMicros } from '../time/instant.ts'
import { secondOf } from '../time/instant.ts'
import { zoneOf } from '../time/zone.ts'
import type { KeptAssignment } from './ports/planning.ts'

/** What says where a record was made. */
export type Placed = { readonly at: EpochMicros; readonly siteId: string | null }

/** The zone of a record without any site: a server's own zone means nothing. */
export const zoneOfNowhere = 'UTC'

/**
 * Where a record was made; when that is not known, where its employee belonged at that moment, or else the
 * first site.
 * @param assignments of the employee, ascending by `from`
 * @param sites oldest first
 */
export function siteOf<Place extends { readonly id: string; readonly zone: string }>(
  { at, siteId }: Placed,
  assignments: readonly Pick<KeptAssignment, 'from' | 'siteId'>[],
  sites: readonly Place[],
): Place | undefined {
  const made = sites.find(({ id }) => id === siteId)
  if (made !== undefined) return made
  const second = secondOf(at)
  const zoneAt = (id: string) => zoneOf(sites.find((site) => site.id === id)?.zone ?? zoneOfNowhere)
  const held = assignments.findLast((row) => second >= zoneAt(row.siteId).secondAt(row.from, 0))
  return held === undefined ? sites[0] : sites.find(({ id }) => id === held.siteId)
}
