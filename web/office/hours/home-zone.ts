import { Temporal } from 'temporal-polyfill'

type Place = { readonly id: string; readonly zone: string }
type Assigned = { readonly from: string; readonly siteId: string }

/**
 * The zone of the site where somebody belonged at an instant: of the last assignment that had begun by its own
 * clocks, as the server counts; that of the first site where there is none.
 * @param assignments by first day
 */
export function homeZone(
  at: string,
  assignments: readonly Assigned[],
  sites: readonly Place[],
): string {
  const zones = assignments.flatMap(({ from, siteId }) => {
    const zone = sites.find(({ id }) => id === siteId)?.zone
    return zone !== undefined && hasBegun(from, zone, at) ? [zone] : []
  })
  return zones.at(-1) ?? sites[0]?.zone ?? 'UTC'
}

function hasBegun(from: string, zone: string, at: string): boolean {
  if (at === '') return false
  const begins = Temporal.PlainDate.from(from).toZonedDateTime(zone).toInstant()
  return Temporal.Instant.compare(begins, Temporal.Instant.from(at)) <= 0
}
