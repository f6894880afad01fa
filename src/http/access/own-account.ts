import type { FastifyRequest } from 'fastify'
import type { AccessServices } from '../../access/services.ts'
import { roles, type Principal } from '../../access/principal.ts'
import type { Rule } from '../../access/rule.ts'
import { Problem } from '../problems.ts'
import { tooManyAttempts } from './refusals.ts'

/** For what an operator does to their own ways of signing in, even before they may do anything else. */
export const ofOwnAccount: Rule = { who: roles, of: 'all', isForSigningIn: true }

export type SignedIn = Extract<Principal, { kind: 'operator' }>

/** Whoever is signed in. The rule of the route lets nobody else come so far. */
export function signedIn({ principal }: FastifyRequest): SignedIn {
  if (principal.kind !== 'operator') throw new Problem('not-allowed', 'Nobody is signed in.')
  return principal
}

/**
 * Whoever is signed in, once they have given their password again, before the ways to sign in are changed: whoever
 * finds a page open must not make themselves at home (OWASP ASVS 5.0, 7.5.1). Throws the problems `wrong-credentials`
 * and `too-many-attempts`.
 */
export async function confirmed(
  request: FastifyRequest,
  { operators }: Pick<AccessServices, 'operators'>,
  password: string,
): Promise<SignedIn> {
  const operator = signedIn(request)
  const checked = await operators.confirmPassword(operator.id, password)
  if (checked.outcome === 'wait') throw tooManyAttempts(checked.seconds)
  if (checked.outcome === 'wrong') {
    throw new Problem('wrong-credentials', 'The password is wrong.', { field: 'password' })
  }
  return operator
}
