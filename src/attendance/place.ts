import { parseDay } from '../time/day.ts'
import { type EpochMicros, microsOf, secondOf } from '../time/instant.ts'
import { parseExactTime, statesOffset } from '../time/wall-time.ts'
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

/**
 * The zone on whose clocks somebody typed a moment of an employee (`2026-03-02T09:00`): that of the site where
 * the employee belonged on that day, whatever came or comes after it.
 */
export function zoneOfTyped<Place extends { readonly id: string; readonly zone: string }>(
  text: string,
  assignments: readonly Pick<KeptAssignment, 'from' | 'siteId'>[],
  sites: readonly Place[],
): string {
  if (statesOffset(text)) {
    const typed = parseExactTime(text, zoneOfNowhere, 'at')
    const at = typed.ok ? microsOf(typed.value) : 0
    return siteOf({ at, siteId: null }, assignments, sites)?.zone ?? zoneOfNowhere
  }
  const day = parseDay(text.slice(0, 10), 'at')
  const held = day.ok ? assignments.findLast(({ from }) => from <= day.value) : undefined
  const site = held === undefined ? sites[0] : sites.find(({ id }) => id === held.siteId)
  return site?.zone ?? zoneOfNowhere
}
