/**
 * Among whom a face at a site is looked for: first among the people of the site and then among everybody, among the
 * people of the site only, or among everybody alike.
 */
export const searchScopes = ['own-first', 'own-only', 'everybody'] as const
export type SearchScope = (typeof searchScopes)[number]

export const defaultSearchScope: SearchScope = 'own-first'

/** How a face is looked for at a site. `own`: who belongs there. */
export type SiteSearch = { readonly scope: SearchScope; readonly own: ReadonlySet<string> }
