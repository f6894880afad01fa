import type { Correction } from '../../shared/contract.ts'
import { useAssignments, useSites } from '../planning/queries.ts'
import { homeZone } from './home-zone.ts'

/** The zone on whose clocks a correction is told: that of its site, else of where the employee belonged then. */
export function useZoneOf({ employeeId, was, becomes }: Correction): string {
  const { data: sites = [] } = useSites()
  const value = becomes ?? was
  const site = sites.find(({ id }) => id === value?.siteId)
  const [answer] = useAssignments(site === undefined ? [employeeId] : [])
  return site?.zone ?? homeZone(value?.at ?? '', answer?.data ?? [], sites)
}
