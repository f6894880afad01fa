import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { Type } from 'typebox'
import type { Passkey, RelyingParty } from '../../access/second-factor/passkey.ts'
import { everybody } from '../../access/rule.ts'
import { principalOf } from '../../access/sessions.ts'
import { confirmed, ofOwnAccount, signedIn } from '../access/own-account.ts'
import { nameSchema, passwordSchema } from '../access/schemas.ts'
import { refuseUnsafe, replaceSession, sessionToken } from '../access/session-cookie.ts'
import { showSignedIn, signedInSchema } from '../access/signed-in.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, instant, problemResponse } from '../schemas.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const gone = Type.Null({ description: 'Done.' })

const passkeySchema = Type.Object(
  {
    ...{ id, name: Type.String(), createdAt: instant },
    usedAt: Type.Union([instant, Type.Null()]),
  },
  { title: 'Passkey', ...closed },
)

/** What WebAuthn calls it, as JSON: the browser's own functions make and read it. */
const webAuthnJson = Type.Unsafe<Record<string, unknown>>({
  ...{ type: 'object', additionalProperties: true },
  description: 'WebAuthn, as JSON.',
})

const optionsAnswer = Type.Object(
  { options: webAuthnJson },
  { description: 'For the browser, within two minutes.', ...closed },
)

const show = ({ id, name, createdAt, usedAt }: Passkey) => ({
  ...{ id, name, createdAt: createdAt.toString() },
  usedAt: usedAt?.toString() ?? null,
})

/** Passkeys of operators: signing in without a password, by what a device keeps. */
export function passkeyRoutes({ app, services }: Room): void {
  app.post(
    '/session/passkey/question',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Ask what to sign in with a passkey with',
        response: { 200: optionsAnswer, 403: problemResponse('`https-needed`') },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { options: await options(services().access.passkeys.question(siteOf(request))) }
    },
  )

  app.post(
    '/session/passkey',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Sign in with a passkey',
        body: Type.Object({ answer: webAuthnJson }, closed),
        response: {
          201: Type.Object({ operator: signedInSchema }, { description: 'Signed in.', ...closed }),
          401: problemResponse('`wrong-passkey`'),
          403: problemResponse('`https-needed`, `cross-site-request`'),
        },
      },
    },
    async (request, reply) => {
      const { access } = services()
      const operator = await access.passkeys.recognise(request.body.answer, siteOf(request))
      if (!operator) throw wrongPasskey()
      await replaceSession(request, reply, access, await access.sessions.begin(operator.id, 2))
      const shown = showSignedIn(principalOf(operator, 2), access)
      return reply.code(201).send({ operator: shown })
    },
  )

  app.get(
    '/session/passkeys',
    {
      config: { access: ofOwnAccount },
      schema: {
        tags,
        summary: 'List your passkeys, oldest first',
        response: {
          200: Type.Object(
            { passkeys: Type.Array(passkeySchema) },
            { description: 'Yours.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const passkeys = await services().access.passkeys.list(signedIn(request).id)
      return { passkeys: passkeys.map(show) }
    },
  )

  app.post(
    '/session/passkeys/question',
    {
      config: { access: ofOwnAccount },
      schema: {
        tags,
        summary: 'Ask what to make a passkey with',
        body: Type.Object({ password: passwordSchema }, closed),
        response: {
          200: optionsAnswer,
          401: problemResponse('`wrong-credentials`'),
          403: problemResponse('`https-needed`'),
          429: problemResponse('`too-many-attempts`'),
        },
      },
    },
    async (request, reply) => {
      const { access } = services()
      const site = siteOf(request)
      const operator = await confirmed(request, access, request.body.password)
      void reply.header('cache-control', 'no-store')
      return { options: await options(access.passkeys.offer(operator, site)) }
    },
  )

  app.post(
    '/session/passkeys',
    {
      config: { access: ofOwnAccount },
      schema: {
        tags,
        summary: 'Keep a passkey that the browser has made',
        body: Type.Object({ name: nameSchema, answer: webAuthnJson }, closed),
        response: {
          201: passkeySchema,
          401: problemResponse('`wrong-passkey`'),
          422: problemResponse('`invalid-name`'),
        },
      },
    },
    async (request, reply) => {
      const passkey = await services().access.passkeys.add({
        operatorId: signedIn(request).id,
        name: parseEmployeeName(request.body.name),
        answer: request.body.answer,
        site: siteOf(request),
        token: sessionToken(request),
      })
      if (!passkey) throw wrongPasskey()
      return reply.code(201).send(show(passkey))
    },
  )

  app.delete(
    '/session/passkeys/:id',
    {
      config: { access: ofOwnAccount },
      schema: {
        tags,
        summary: 'Remove a passkey of yours',
        params: Type.Object({ id }),
        response: { 204: gone, 404: problemResponse('`no-such-passkey`') },
      },
    },
    async (request, reply) => {
      const { passkeys } = services().access
      if (!(await passkeys.remove(signedIn(request).id, request.params.id))) {
        throw new Problem('no-such-passkey', 'There is no such passkey of yours.')
      }
      return reply.code(204).send(null)
    },
  )
}

const options = async (made: Promise<object>) => (await made) as Record<string, unknown>

const wrongPasskey = () => new Problem('wrong-passkey', 'Please try again, or sign in otherwise.')

/** The site that the browser is at. Browsers make passkeys for names over HTTPS, and for http://localhost. */
function siteOf(request: FastifyRequest): RelyingParty {
  refuseUnsafe(request)
  const { hostname, host, protocol } = request
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) {
    throw new Problem('https-needed', 'Passkeys are for names, not for addresses: localhost, here.')
  }
  return { host: hostname, origin: `${protocol}://${host}` }
}
