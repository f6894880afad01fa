import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { everybody } from '../access/rule.ts'
import { registerUnder } from './access/route-rules.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Describes the routes that are registered after it; the page at /docs brings all it needs with it. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pointeuse',
        version: '1',
        description:
          'A face-recognition time clock. Errors are `application/problem+json`; their `code` never changes.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-pointeuse',
            description: 'What signing in sets; `pointeuse` at http://localhost.',
          },
          apiKey: { type: 'http', scheme: 'bearer', description: 'Made by an admin.' },
        },
      },
      tags: [
        { name: 'attendance', description: 'Clocking in, and who did when.' },
        { name: 'employees', description: 'Who can clock in.' },
        { name: 'credentials', description: 'PINs and badges: clocking in without a face.' },
        { name: 'kiosks', description: 'Paired devices at which people clock in.' },
        { name: 'sites', description: 'Where people attend, by which clocks, and its holidays.' },
        { name: 'schedules', description: 'Who is to work when.' },
        { name: 'corrections', description: 'What was recorded wrongly, and who agreed.' },
        { name: 'timesheets', description: 'What was worked, and its exports.' },
        { name: 'access', description: 'Setting up, signing in, operators, keys for scripts.' },
        {
          name: 'privacy',
          description: 'What people are told, what they agreed to, what is kept.',
        },
        { name: 'server', description: 'How the server is.' },
      ],
    },
    transformObject: (documented) =>
      'openapiObject' in documented
        ? nameComponents(documented.openapiObject as { [key: string]: Json })
        : documented.swaggerObject,
  })
  await registerUnder(app, everybody, async (page) => {
    await page.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: true,
      uiConfig: { validatorUrl: null, tryItOutEnabled: true },
    })
  })
  app.get('/openapi.json', { config: { access: everybody }, schema: { hide: true } }, () =>
    app.swagger(),
  )
}

/** Moves every schema that has a title to the components, and refers to it there. */
function nameComponents(document: { [key: string]: Json }): { [key: string]: Json } {
  const schemas: { [name: string]: Json } = {}
  const walk = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(walk)
    if (typeof json !== 'object' || json === null) return json
    const { title, ...rest } = Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, walk(value)]),
    )
    if (typeof title !== 'string') return title === undefined ? rest : { title, ...rest }
    schemas[title] = rest
    return { $ref: `#/components/schemas/${title}` }
  }
  // The document's own title is not a schema's.
  const { info = null, components = {}, ...described } = document
  const walked = walk(described) as { [key: string]: Json }
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...walked, info, components: { ...(components as object), schemas: sorted } }
}
