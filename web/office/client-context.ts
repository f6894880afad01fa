import { createContext, useContext } from 'react'
import type { Client } from '../shared/client.ts'

export const ClientContext = createContext<Client | undefined>(undefined)

/** The way to the server. Throws outside of the office. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === undefined) throw new Error('useClient is for pages of the office')
  return client
}
