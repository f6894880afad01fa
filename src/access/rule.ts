import { roles, scopes, type Principal, type Role, type Scope } from './principal.ts'

/** A kind of caller, as a route names it: an operator by role, an API key by scope. */
export type Caller = Role | Scope | 'kiosk' | 'employee' | 'anonymous'

/**
 * What a call is about, which decides whose it must be. `all`: the same for whoever may call. `reach`: the
 * handler keeps to what the caller reaches. Else the thing that the address names by its `id`.
 */
export const subjects = ['all', 'reach', 'employee', 'site', 'leave', 'correction'] as const
export type Subject = (typeof subjects)[number]

/** Who may call a route; stands in the route's `config.access`. A route without one cannot be registered. */
export type Rule = {
  readonly who: readonly Caller[]
  readonly of: Subject
  /** For signing in itself: also for those who have to add a second factor before they do anything else. */
  readonly isForSigningIn?: true
}

/** Whoever may look at everything within reach. */
export const readers = [...roles, 'read'] as const satisfies readonly Caller[]
/** Whoever looks after the people within reach. */
export const keepers = ['admin', 'manager'] as const satisfies readonly Caller[]
export const admins = ['admin'] as const satisfies readonly Caller[]

/** Whoever comes, once the program is set up. */
export const everybody: Rule = {
  who: [...roles, ...scopes, 'kiosk', 'employee', 'anonymous'],
  of: 'all',
  isForSigningIn: true,
}

/** For the few addresses that answer whoever comes, even before the program is set up. */
export const open = 'open'

/** What a principal is called in rules. */
export function callersOf(principal: Principal): readonly Caller[] {
  switch (principal.kind) {
    case 'operator':
      return [principal.role]
    case 'api-key':
      return principal.scopes
    case 'kiosk':
    case 'employee':
    case 'anonymous':
      return [principal.kind]
  }
}

/** Whether a rule lets somebody call at all; what they reach is another question. */
export const mayCall = (rule: Rule, principal: Principal): boolean =>
  callersOf(principal).some((caller) => rule.who.includes(caller))
