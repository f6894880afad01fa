import { useQuery } from '@tanstack/react-query'
import type { SiteMode } from '../../shared/contract.ts'
import { useDoorClient } from '../client-context.ts'
import { useTouching } from '../touching.ts'

/** Half as long as kiosks take to tell of themselves. */
const refreshMs = 15_000

/** The kiosks that were not revoked, oldest first, asked for again as long as they are looked at. */
export function useKiosks() {
  const door = useDoorClient()
  return useQuery({
    queryKey: ['kiosks'],
    queryFn: async () => (await door.kiosks()).kiosks.filter((kiosk) => kiosk.state !== 'revoked'),
    refetchInterval: refreshMs,
  })
}

export function useAddingKiosk() {
  const door = useDoorClient()
  return useTouching('kiosks', (draft: { name: string; siteId: string }) => door.addKiosk(draft))
}

export function useRecodingKiosk() {
  const door = useDoorClient()
  return useTouching('kiosks', (id: string) => door.recodeKiosk(id))
}

export function useRenamingKiosk() {
  const door = useDoorClient()
  return useTouching('kiosks', ({ id, name }: { id: string; name: string }) =>
    door.renameKiosk(id, name),
  )
}

export function useRevokingKiosk() {
  const door = useDoorClient()
  return useTouching('kiosks', (id: string) => door.revokeKiosk(id))
}

/** How people clock in at a site. */
export function useSiteMode(id: string) {
  const door = useDoorClient()
  return useQuery({
    queryKey: ['site-modes', id],
    queryFn: async () => (await door.siteMode(id)).mode,
  })
}

export function usePuttingSiteMode(id: string) {
  const door = useDoorClient()
  return useTouching('site-modes', (mode: SiteMode) => door.putSiteMode(id, mode))
}
