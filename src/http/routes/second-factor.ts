import { Type } from 'typebox'
import { admins } from '../../access/rule.ts'
import { confirmed, ofOwnAccount, signedIn } from '../access/own-account.ts'
import { tooManyAttempts, wrongCode } from '../access/refusals.ts'
import { codeSchema, passwordSchema } from '../access/schemas.ts'
import { sessionToken } from '../access/session-cookie.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const gone = Type.Null({ description: 'Done.' })
const config = { access: ofOwnAccount }
const passwordBody = Type.Object({ password: passwordSchema }, closed)
const wrongPassword = problemResponse('`wrong-credentials`')
const tooMany = problemResponse('`too-many-attempts`')

const codesSchema = Type.Object(
  { recoveryCodes: Type.Array(Type.String()) },
  {
    title: 'RecoveryCodes',
    description: 'Shown this once; each signs in once when the app is lost.',
    ...closed,
  },
)

/** An operator's app for codes (TOTP, RFC 6238), and the codes for when it is lost. */
export function secondFactorRoutes({ app, services }: Room): void {
  app.get(
    '/session/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Tell whether you have an app for codes',
        response: {
          200: Type.Object(
            {
              isOn: Type.Boolean(),
              recoveryCodes: Type.Integer({ description: 'How many are left.' }),
            },
            { title: 'SecondFactor', description: 'As it is now.', ...closed },
          ),
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return services().access.secondFactor.state(signedIn(request).id)
    },
  )

  app.post(
    '/session/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Begin with an app for codes: a new secret',
        description: 'It counts once a code of the app has confirmed it.',
        body: passwordBody,
        response: {
          201: Type.Object(
            {
              secret: Type.String({ description: 'Base 32, to type where there is no camera.' }),
              uri: Type.String({ description: '`otpauth:`, to show as a QR code.' }),
            },
            { title: 'TotpOffer', description: 'Shown this once.', ...closed },
          ),
          401: wrongPassword,
          409: problemResponse('`second-factor-on`'),
          429: tooMany,
        },
      },
    },
    async (request, reply) => {
      const { access } = services()
      const operator = await confirmed(request, access, request.body.password)
      const offer = await access.secondFactor.begin(operator)
      if (!offer) throw new Problem('second-factor-on', 'Please remove the other one first.')
      return reply.code(201).header('cache-control', 'no-store').send(offer)
    },
  )

  app.put(
    '/session/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Confirm the app by a code of it, which ends your other sessions',
        body: Type.Object({ code: codeSchema }, closed),
        response: {
          200: codesSchema,
          401: problemResponse('`wrong-code`'),
          409: problemResponse('`no-second-factor`'),
          429: tooMany,
        },
      },
    },
    async (request, reply) => {
      const { secondFactor } = services().access
      const { id } = signedIn(request)
      const result = await secondFactor.confirm(id, request.body.code, sessionToken(request))
      switch (result.outcome) {
        case 'on':
          void reply.header('cache-control', 'no-store')
          return { recoveryCodes: [...result.recoveryCodes] }
        case 'wait':
          throw tooManyAttempts(result.seconds)
        case 'wrong':
          throw wrongCode()
        case 'not-begun':
          throw new Problem('no-second-factor', 'Please begin anew.')
      }
    },
  )

  app.post(
    '/session/second-factor/removal',
    {
      config,
      schema: {
        tags,
        summary: 'Remove your app for codes',
        body: passwordBody,
        response: {
          204: gone,
          401: wrongPassword,
          409: problemResponse('`no-second-factor`'),
          429: tooMany,
        },
      },
    },
    async (request, reply) => {
      const { access } = services()
      const { id } = await confirmed(request, access, request.body.password)
      if (!(await access.secondFactor.remove(id))) throw noneThere()
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/session/recovery-codes',
    {
      config,
      schema: {
        tags,
        summary: 'Make new recovery codes, instead of those that there are',
        body: passwordBody,
        response: {
          201: codesSchema,
          401: wrongPassword,
          409: problemResponse('`no-second-factor`'),
          429: tooMany,
        },
      },
    },
    async (request, reply) => {
      const { access } = services()
      const { id } = await confirmed(request, access, request.body.password)
      const codes = await access.secondFactor.renewRecoveryCodes(id)
      if (!codes) throw noneThere()
      void reply.header('cache-control', 'no-store')
      return reply.code(201).send({ recoveryCodes: [...codes] })
    },
  )

  app.delete(
    '/operators/:id/second-factor',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Take the app for codes and the passkeys from an operator who has lost them',
        params: Type.Object({ id }),
        response: {
          204: gone,
          404: problemResponse('`no-such-operator`'),
          409: problemResponse('`no-second-factor`'),
        },
      },
    },
    async (request, reply) => {
      const { operators, resetSecondFactors } = services().access
      if (!(await operators.find(request.params.id))) {
        throw new Problem('no-such-operator', 'There is no such operator.')
      }
      if (!(await resetSecondFactors(request.params.id))) throw noneThere()
      return reply.code(204).send(null)
    },
  )
}

const noneThere = () => new Problem('no-second-factor', 'There is none.')
