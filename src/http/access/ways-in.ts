import type { FastifyRequest } from 'fastify'
import type { AccessServices } from '../../access/services.ts'
import { Problem } from '../problems.ts'
import type { Authenticate } from './guard.ts'
import { sessionToken } from './session-cookie.ts'

type Has = { readonly access: Pick<AccessServices, 'apiKeys' | 'sessions'> }

/** `Authorization: Bearer KEY`. Throws the problem `not-signed-in` for a key that is none. */
export const byApiKey =
  (services: () => Has): Authenticate =>
  async (request) => {
    const { authorization } = request.headers
    if (authorization === undefined) return undefined
    const [, key] = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(authorization) ?? []
    const principal = key === undefined ? undefined : await services().access.apiKeys.recognise(key)
    if (!principal) throw new Problem('not-signed-in', 'The API key is not known, or not any more.')
    return principal
  }

/** The cookie of a session that goes on; one that has ended is as none. */
export const bySession =
  (services: () => Has): Authenticate =>
  async (request: FastifyRequest) => {
    const token = sessionToken(request)
    return token === undefined ? undefined : services().access.sessions.recognise(token)
  }
