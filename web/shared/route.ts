import { useSyncExternalStore } from 'react'

/** The pages. Their addresses live behind the `#`, so they never meet the addresses of the server. */
export const addresses = {
  clock: '#/',
  enrol: '#/enrol',
  records: '#/records',
  timesheets: '#/timesheets',
  decision: '#/decision',
} as const

export type Route = keyof typeof addresses

/** The page of an address; an unknown one leads to the start page. */
export function routeOf(hash: string): Route {
  const names = Object.keys(addresses) as Route[]
  return names.find((name) => addresses[name] === hash) ?? 'clock'
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The page that the address bar shows. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => routeOf(window.location.hash))
}
