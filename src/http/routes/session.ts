import { Type } from 'typebox'
import type { Principal } from '../../access/principal.ts'
import { roles } from '../../access/principal.ts'
import { everybody } from '../../access/rule.ts'
import { tooManyAttempts, weakPassword } from '../access/refusals.ts'
import { nameSchema, passwordSchema, roleSchema, siteIdsSchema } from '../access/schemas.ts'
import {
  clearSessionCookie,
  refuseUnsafe,
  sessionToken,
  setSessionCookie,
} from '../access/session-cookie.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const gone = Type.Null({ description: 'Done.' })

const signedInSchema = Type.Object(
  { id, name: Type.String(), role: roleSchema, siteIds: siteIdsSchema },
  { title: 'SignedIn', ...closed },
)

const show = (principal: Principal) => {
  if (principal.kind !== 'operator') return null
  const { id, name, role, siteIds } = principal
  return { id, name, role, siteIds: siteIds === 'all' ? siteIds : [...siteIds] }
}

export function sessionRoutes({ app, services }: Room): void {
  app.get(
    '/session',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Tell who is signed in',
        response: {
          200: Type.Object(
            { operator: Type.Union([signedInSchema, Type.Null()]) },
            { description: 'The operator, or nobody.', ...closed },
          ),
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { operator: show(request.principal) }
    },
  )

  app.post(
    '/session',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Sign in with a name and a password',
        description:
          'Sets a cookie that lasts half an hour after the last request, and 12 hours at most. It is not told ' +
          'which of the two was wrong. After a few attempts that fail there are pauses.',
        body: Type.Object({ name: nameSchema, password: passwordSchema }, closed),
        response: {
          201: Type.Object({ operator: signedInSchema }, { description: 'Signed in.', ...closed }),
          401: problemResponse('`wrong-credentials`'),
          403: problemResponse('`https-needed`, `cross-site-request`'),
          429: problemResponse('`too-many-attempts`'),
        },
      },
    },
    async (request, reply) => {
      refuseUnsafe(request)
      const { access } = services()
      const result = await access.signIn({ ...request.body, address: request.ip })
      if (result.outcome === 'wait') throw tooManyAttempts(result.seconds)
      if (result.outcome === 'wrong') {
        throw new Problem('wrong-credentials', 'The name or the password is wrong.')
      }
      // Whatever session the browser had before ends, so that nobody goes on with one that was put there.
      const before = sessionToken(request)
      if (before !== undefined) await access.sessions.end(before)
      setSessionCookie(request, reply, result.token)
      const { id, name, role, siteIds } = result.operator
      const operator = show({ kind: 'operator', id, name, role, siteIds })
      if (!operator) throw new Problem('internal-error', 'Please report this.')
      return reply.code(201).send({ operator })
    },
  )

  app.delete(
    '/session',
    {
      config: { access: everybody },
      schema: { tags, summary: 'Sign out', response: { 204: gone } },
    },
    async (request, reply) => {
      const token = sessionToken(request)
      if (token !== undefined) await services().access.sessions.end(token)
      clearSessionCookie(request, reply)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/session/password',
    {
      config: { access: { who: roles, of: 'all' } },
      schema: {
        tags,
        summary: 'Change your own password, which ends your other sessions',
        body: Type.Object({ current: passwordSchema, next: passwordSchema }, closed),
        response: {
          204: gone,
          401: problemResponse('`wrong-credentials`, `not-signed-in`'),
          422: problemResponse('`weak-password`'),
          429: problemResponse('`too-many-attempts`'),
        },
      },
    },
    async (request, reply) => {
      const { principal, body } = request
      if (principal.kind !== 'operator') throw new Problem('not-allowed', 'Nobody is signed in.')
      const { operators } = services().access
      const result = await operators.changeOwnPassword(principal.id, body, sessionToken(request))
      switch (result.outcome) {
        case 'done':
          return reply.code(204).send(null)
        case 'wait':
          throw tooManyAttempts(result.seconds)
        case 'weak-password':
          throw weakPassword(result.fault, 'next')
        case 'wrong':
          throw new Problem('wrong-credentials', 'The current password is wrong.', {
            field: 'current',
          })
      }
    },
  )
}
