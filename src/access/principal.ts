/** What an operator may do: everything, everything about the people of their sites, or look. */
export const roles = ['admin', 'manager', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What an API key may be made for. */
export const scopes = ['enrol', 'clock', 'read'] as const
export type Scope = (typeof scopes)[number]

/** The sites whose employees and records somebody reaches, by id. */
export type Sites = 'all' | readonly string[]

/** Who asks. Every request has one, as soon as it has been looked at. */
export type Principal =
  | {
      readonly kind: 'operator'
      readonly id: string
      readonly name: string
      readonly role: Role
      readonly siteIds: Sites
      /** By how many factors they signed in. */
      readonly factors: 1 | 2
    }
  | {
      readonly kind: 'api-key'
      readonly id: string
      readonly name: string
      readonly scopes: readonly Scope[]
      /** Null: every site. */
      readonly siteId: string | null
    }
  | { readonly kind: 'kiosk'; readonly id: string; readonly siteId: string }
  | { readonly kind: 'employee'; readonly id: string }
  | { readonly kind: 'anonymous' }

export const anonymous: Principal = { kind: 'anonymous' }

/** The sites that a principal reaches. An employee and whoever has not said who they are reach none. */
export function sitesOf(principal: Principal): Sites {
  switch (principal.kind) {
    case 'operator':
      return principal.role === 'admin' ? 'all' : principal.siteIds
    case 'api-key':
      return principal.siteId === null ? 'all' : [principal.siteId]
    case 'kiosk':
      return [principal.siteId]
    case 'employee':
    case 'anonymous':
      return []
  }
}

/** Whether somebody who reaches `sites` reaches what belongs to one; what belongs to none is for 'all' only. */
export const reaches = (sites: Sites, siteId: string | null | undefined): boolean =>
  sites === 'all' || (siteId != null && sites.includes(siteId))
