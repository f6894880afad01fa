import type { Role, Scope, Sites } from '../src/access/principal.ts'
import type { House } from './house.ts'

/** Headers with which a request is somebody's. */
export type As = Readonly<Record<string, string>>

/** Headers of nobody in particular, as of a script without a key. */
export const nobody: As = { cookie: '' }

/** A password that no list has. */
export const goodPassword = 'three lamps under a quiet river'

let callers = 0

/** Adds an operator and signs them in. */
export async function asOperator(
  { store, access, clock, newId, origin }: House,
  role: Role,
  siteIds: Sites = role === 'admin' ? 'all' : [],
  name = `${role} ${callers++}`,
): Promise<As & { readonly id: string }> {
  const id = newId()
  const operator = { id, name, role, siteIds, createdAt: clock.now() }
  // A password would take a while to hash, and nobody signs in with it here.
  await store.operators.add(operator, '')
  const headers = { cookie: `pointeuse=${await access.sessions.begin(id, 1)}`, origin }
  return Object.defineProperty(headers, 'id', { value: id, enumerable: false }) as never
}

/** Makes an API key. */
export async function asKey(
  { access }: House,
  scopes: readonly Scope[],
  siteId: string | null = null,
): Promise<As> {
  const draft = { name: 'a script', scopes, siteId, expiresAt: null }
  return { authorization: `Bearer ${(await access.apiKeys.add(draft)).token}` }
}
