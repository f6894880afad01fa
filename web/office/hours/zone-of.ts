import type { Correction } from '../../shared/contract.ts'
import { useSites } from '../planning/queries.ts'

/** Gives the zone on whose clocks a correction is told: that of its site, else of the first site. */
export function useZoneOf(): (correction: Correction) => string {
  const { data: sites = [] } = useSites()
  return ({ was, becomes }) => {
    const site = becomes?.siteId ?? was?.siteId
    return (sites.find(({ id }) => id === site) ?? sites[0])?.zone ?? 'UTC'
  }
}
