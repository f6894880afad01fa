import { useSyncExternalStore } from 'react'

/** The pages. Their addresses live behind the `#`, so they never meet the addresses of the server. */
export const addresses = {
  records: '#/',
  enrol: '#/enrol',
  import: '#/import',
  timesheets: '#/timesheets',
  corrections: '#/corrections',
  schedules: '#/schedules',
  leave: '#/leave',
  sites: '#/sites',
  decision: '#/decision',
  kiosks: '#/kiosks',
  operators: '#/operators',
  keys: '#/keys',
  privacy: '#/privacy',
} as const

export type Route = keyof typeof addresses

/** The pages as they are reached: each group by its first page, the others from there. */
export const groups = {
  records: ['records'],
  employees: ['enrol', 'import'],
  timesheets: ['timesheets', 'corrections'],
  planning: ['schedules', 'leave', 'sites'],
  settings: ['decision', 'kiosks', 'operators', 'keys', 'privacy'],
} as const satisfies Record<string, readonly [Route, ...Route[]]>

export type Group = keyof typeof groups

/** The group that a page belongs to; every page is in one, which a test sees to. */
export function groupOf(route: Route): Group {
  const names = Object.keys(groups) as Group[]
  return names.find((name) => (groups[name] as readonly Route[]).includes(route)) ?? 'records'
}

/** The secret of the link with which the program is set up; it stays behind the `#`, so no log ever sees it. */
export const setUpTokenOf = (hash: string): string | undefined => /^#\/setup\/(.+)$/.exec(hash)?.[1]

/** The page of an address; an unknown one leads to the start page. */
export function routeOf(hash: string): Route {
  const names = Object.keys(addresses) as Route[]
  return names.find((name) => addresses[name] === hash) ?? 'records'
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The page that the address bar shows. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => routeOf(window.location.hash))
}
