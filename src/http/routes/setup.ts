import { Type } from 'typebox'
import { open } from '../../access/rule.ts'
import type { SetUpResult } from '../../access/set-up.ts'
import { checkSite } from '../../time/site.ts'
import { weakPassword } from '../access/refusals.ts'
import { nameSchema, operatorSchema, passwordSchema, showOperator } from '../access/schemas.ts'
import { refuseUnsafe, setSessionCookie } from '../access/session-cookie.ts'
import { valueOf } from '../attendance/time-problem.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'

const tags = ['access']
const closed = { additionalProperties: false }

export function setupRoutes({ app, services }: Room): void {
  app.get(
    '/setup',
    {
      config: { access: open },
      schema: {
        tags,
        summary: 'Tell whether the program waits to be set up',
        response: {
          200: Type.Object(
            { open: Type.Boolean() },
            { description: 'Whether it does.', ...closed },
          ),
        },
      },
    },
    async () => ({ open: !(await services().access.setUp.isDone()) }),
  )

  app.post(
    '/setup',
    {
      config: { access: open },
      schema: {
        tags,
        summary: 'Set the program up, once: the first admin, the country, the first site',
        description:
          'With the token of the link that the program prints when it starts, or `pointeuse setup-link`. ' +
          'Until this is done nothing else is answered. Whoever does it is signed in.',
        body: Type.Object(
          {
            token: Type.String({ maxLength: 200 }),
            name: nameSchema,
            password: passwordSchema,
            country: Type.String({
              pattern: '^([A-Z]{2}(-[A-Z0-9]{1,3})?|other)$',
              description:
                'ISO 3166, with a subdivision where its law is its own: `FR`, `US-IL`; `other`.',
            }),
            site: Type.Object(
              { name: Type.String(), zone: Type.String({ maxLength: 100 }) },
              closed,
            ),
            publishNotice: Type.Boolean({
              description:
                'Publish the notice about faces that comes with the country as it stands.',
            }),
          },
          closed,
        ),
        response: {
          201: Type.Object(
            { operator: operatorSchema, siteId: Type.Union([id, Type.Null()]) },
            { description: 'Done, and signed in.', ...closed },
          ),
          403: problemResponse('`setup-link-invalid`, `https-needed`, `cross-site-request`'),
          409: problemResponse('`already-set-up`'),
          422: problemResponse('`weak-password`, `invalid-name`, `unknown-zone`, `invalid-value`'),
        },
      },
    },
    async (request, reply) => {
      refuseUnsafe(request)
      const { access } = services()
      const { token, password, country, publishNotice, ...typed } = request.body
      const draft = {
        ...{ password, country, publishNotice },
        name: parseEmployeeName(typed.name),
        site: valueOf(checkSite(typed.site)),
      }
      const { operator, siteId } = doneOf(await access.setUp.complete(draft, token))
      setSessionCookie(request, reply, await access.sessions.begin(operator.id, 1))
      return reply.code(201).send({ operator: showOperator(operator), siteId })
    },
  )
}

function doneOf(result: SetUpResult): Extract<SetUpResult, { outcome: 'done' }> {
  switch (result.outcome) {
    case 'done':
      return result
    case 'weak-password':
      throw weakPassword(result.fault)
    case 'already-set-up':
      throw new Problem('already-set-up', 'Please sign in.')
    case 'link-invalid':
      throw new Problem('setup-link-invalid', 'Please make a new link: pointeuse setup-link.')
  }
}
