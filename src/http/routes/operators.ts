import { Type } from 'typebox'
import type { Operator } from '../../access/operator.ts'
import type { OperatorResult } from '../../access/operators.ts'
import type { Sites } from '../../access/principal.ts'
import { admins } from '../../access/rule.ts'
import { operatorRefusal, weakPassword } from '../access/refusals.ts'
import {
  nameSchema,
  operatorSchema,
  passwordSchema,
  roleSchema,
  showOperator,
  siteIdsSchema,
} from '../access/schemas.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'
import type { Services } from '../services.ts'

const tags = ['access']
const closed = { additionalProperties: false }
const params = Type.Object({ id })
const config = { access: { who: admins, of: 'all' } } as const
const gone = Type.Null({ description: 'Done.' })
const notThere = problemResponse('`no-such-operator`, `no-such-site`')

export function operatorRoutes({ app, services }: Room): void {
  app.get(
    '/operators',
    {
      config,
      schema: {
        tags,
        summary: 'List the operators, oldest first',
        response: {
          200: Type.Object(
            { operators: Type.Array(operatorSchema) },
            { description: 'All operators.', ...closed },
          ),
        },
      },
    },
    async () => ({ operators: (await services().access.operators.list()).map(showOperator) }),
  )

  app.post(
    '/operators',
    {
      config,
      schema: {
        tags,
        summary: 'Add an operator',
        body: Type.Object(
          {
            name: nameSchema,
            role: roleSchema,
            siteIds: Type.Optional(siteIdsSchema),
            password: passwordSchema,
          },
          closed,
        ),
        response: {
          201: operatorSchema,
          404: problemResponse('`no-such-site`'),
          409: problemResponse('`name-taken`'),
          422: problemResponse('`weak-password`, `invalid-name`'),
        },
      },
    },
    async (request, reply) => {
      const { name, role, password, siteIds = role === 'admin' ? 'all' : [] } = request.body
      await checkSites(siteIds, services())
      const draft = { name: parseEmployeeName(name), role, siteIds }
      const operator = doneOf(await services().access.operators.add(draft, password))
      return reply.code(201).send(showOperator(operator))
    },
  )

  app.patch(
    '/operators/:id',
    {
      config,
      schema: {
        tags,
        summary:
          'Change the name, the role or the sites of an operator, at once for all of their sessions',
        params,
        body: Type.Object(
          {
            name: Type.Optional(nameSchema),
            role: Type.Optional(roleSchema),
            siteIds: Type.Optional(siteIdsSchema),
          },
          closed,
        ),
        response: {
          200: operatorSchema,
          404: notThere,
          409: problemResponse('`name-taken`, `last-admin`'),
          422: problemResponse('`invalid-name`'),
        },
      },
    },
    async (request) => {
      const { name, role, siteIds } = request.body
      if (siteIds !== undefined) await checkSites(siteIds, services())
      const changed = await services().access.operators.change(request.params.id, {
        ...(name !== undefined && { name: parseEmployeeName(name) }),
        ...(role !== undefined && { role }),
        ...(siteIds !== undefined && { siteIds }),
      })
      return showOperator(doneOf(changed))
    },
  )

  app.put(
    '/operators/:id/password',
    {
      config,
      schema: {
        tags,
        summary: 'Give an operator a new password, which ends all of their sessions',
        params,
        body: Type.Object({ password: passwordSchema }, closed),
        response: { 204: gone, 404: notThere, 422: problemResponse('`weak-password`') },
      },
    },
    async (request, reply) => {
      const { operators } = services().access
      doneOf(await operators.setPassword(request.params.id, request.body.password))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/operators/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Remove an operator, whose sessions end at once',
        description: 'What they did stays under their name. The last admin stays.',
        params,
        response: { 204: gone, 404: notThere, 409: problemResponse('`last-admin`') },
      },
    },
    async (request, reply) => {
      const outcome = await services().access.operators.remove(request.params.id)
      if (outcome !== 'done') throw operatorRefusal(outcome)
      return reply.code(204).send(null)
    },
  )
}

function doneOf(result: OperatorResult): Operator {
  if (result.outcome === 'done') return result.operator
  throw result.outcome === 'weak-password'
    ? weakPassword(result.fault)
    : operatorRefusal(result.outcome)
}

/** Throws the problem `no-such-site` when one of them is not there. */
export async function checkSites(
  siteIds: Sites,
  { store }: { readonly store: Pick<Services['store'], 'sites'> },
): Promise<void> {
  if (siteIds === 'all') return
  const there = new Set((await store.sites.list()).map(({ id }) => id))
  if (siteIds.every((siteId) => there.has(siteId))) return
  throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'siteIds' })
}
