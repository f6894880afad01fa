import { Type } from 'typebox'
import type { Principal } from '../../access/principal.ts'
import { roles } from '../../access/principal.ts'
import { principalOf } from '../../access/sessions.ts'
import { everybody } from '../../access/rule.ts'
import { tooManyAttempts, weakPassword, wrongCode } from '../access/refusals.ts'
import { codeSchema, nameSchema, passwordSchema } from '../access/schemas.ts'
import {
  clearSessionCookie,
  refuseUnsafe,
  replaceSession,
  sessionToken,
} from '../access/session-cookie.ts'
import { showSignedIn, signedInSchema } from '../access/signed-in.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { problemResponse } from '../schemas.ts'
import type { Services } from '../services.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const gone = Type.Null({ description: 'Done.' })

const show = (principal: Principal, { access }: Services) =>
  principal.kind === 'operator' ? showSignedIn(principal, access) : null

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
      return { operator: show(request.principal, services()) }
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
          'which of the two was wrong. Whoever has an app for codes is asked for one then: the same again with ' +
          '`code`, of the app or one that was kept for when it is lost. After a few attempts that fail there are pauses.',
        body: Type.Object(
          { name: nameSchema, password: passwordSchema, code: Type.Optional(codeSchema) },
          closed,
        ),
        response: {
          201: Type.Object({ operator: signedInSchema }, { description: 'Signed in.', ...closed }),
          401: problemResponse('`wrong-credentials`, `second-factor-needed`, `wrong-code`'),
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
      if (result.outcome === 'second-factor-needed') {
        throw new Problem('second-factor-needed', 'Please send a code of your app as well.')
      }
      if (result.outcome === 'wrong-code') throw wrongCode()
      await replaceSession(request, reply, access, result.token)
      const operator = showSignedIn(principalOf(result.operator, result.factors), access)
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
      config: { access: { who: roles, of: 'all', isForSigningIn: true } },
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
