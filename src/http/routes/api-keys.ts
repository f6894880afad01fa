import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { admins } from '../../access/rule.ts'
import { apiKeySchema, nameSchema, scopeSchema, showApiKey } from '../access/schemas.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, instant, problemResponse } from '../schemas.ts'
import { checkSites } from './operators.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const config = { access: { who: admins, of: 'all' } } as const

export function apiKeyRoutes({ app, services }: Room): void {
  app.get(
    '/api-keys',
    {
      config,
      schema: {
        tags,
        summary: 'List the API keys, oldest first',
        response: {
          200: Type.Object(
            { apiKeys: Type.Array(apiKeySchema) },
            { description: 'All keys, without what they open with.', ...closed },
          ),
        },
      },
    },
    async () => ({ apiKeys: (await services().access.apiKeys.list()).map(showApiKey) }),
  )

  app.post(
    '/api-keys',
    {
      config,
      schema: {
        tags,
        summary: 'Make an API key, which is shown this once',
        description: 'Sent as `Authorization: Bearer KEY`.',
        body: Type.Object(
          {
            name: nameSchema,
            scopes: Type.Array(scopeSchema, { minItems: 1, maxItems: 10, uniqueItems: true }),
            siteId: Type.Optional(Type.Union([id, Type.Null()])),
            expiresAt: Type.Optional(Type.Union([instant, Type.Null()])),
          },
          closed,
        ),
        response: {
          201: Type.Object(
            {
              apiKey: apiKeySchema,
              key: Type.String({ description: 'Keep it: it is not kept here.' }),
            },
            { description: 'The key.', ...closed },
          ),
          404: problemResponse('`no-such-site`'),
          422: problemResponse('`invalid-name`, `invalid-value`'),
        },
      },
    },
    async (request, reply) => {
      const { name, scopes, siteId = null, expiresAt = null } = request.body
      if (siteId !== null) await checkSites([siteId], services())
      const { key, token } = await services().access.apiKeys.add({
        ...{ scopes, siteId },
        name: parseEmployeeName(name),
        expiresAt: expiresAt === null ? null : parseExpiry(expiresAt),
      })
      void reply.header('cache-control', 'no-store')
      return reply.code(201).send({ apiKey: showApiKey(key), key: token })
    },
  )

  app.delete(
    '/api-keys/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Take an API key back, at once',
        params: Type.Object({ id }),
        response: {
          204: Type.Null({ description: 'Gone.' }),
          404: problemResponse('`no-such-api-key`'),
        },
      },
    },
    async (request, reply) => {
      if (!(await services().access.apiKeys.remove(request.params.id))) {
        throw new Problem('no-such-api-key', 'There is no such API key.')
      }
      return reply.code(204).send(null)
    },
  )
}

function parseExpiry(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch (cause) {
    const field = 'expiresAt'
    throw new Problem('invalid-value', `"${field}" must be an instant.`, { field }, { cause })
  }
}
