import { createContext, useContext } from 'react'
import type { Client } from '../shared/client.ts'
import type { AccessClient } from './access/access-client.ts'
import type { DoorClient } from './door-client.ts'
import type { HoursClient } from './hours-client.ts'

export const ClientContext = createContext<Client | undefined>(undefined)
export const AccessClientContext = createContext<AccessClient | undefined>(undefined)
export const DoorClientContext = createContext<DoorClient | undefined>(undefined)
export const HoursClientContext = createContext<HoursClient | undefined>(undefined)

/** The way to the server. Throws outside of the office. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === undefined) throw new Error('useClient is for pages of the office')
  return client
}

/** The way to the server's hours and plans. Throws outside of the office. */
export function useHoursClient(): HoursClient {
  const client = useContext(HoursClientContext)
  if (client === undefined) throw new Error('useHoursClient is for pages of the office')
  return client
}

/** The way to who is signed in, and who may be. Throws outside of the office. */
export function useAccessClient(): AccessClient {
  const client = useContext(AccessClientContext)
  if (client === undefined) throw new Error('useAccessClient is for pages of the office')
  return client
}

/** The way to kiosks, PINs and badges. Throws outside of the office. */
export function useDoorClient(): DoorClient {
  const client = useContext(DoorClientContext)
  if (client === undefined) throw new Error('useDoorClient is for pages of the office')
  return client
}
