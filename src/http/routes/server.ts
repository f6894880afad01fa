import { Type } from 'typebox'
import { open } from '../../access/rule.ts'
import { zoneDataVersion } from '../../time/zone-data.ts'
import type { Room } from '../room.ts'
import { Problem } from '../problems.ts'
import { problemResponse } from '../schemas.ts'

const tags = ['server']

export function serverRoutes({ app, readiness }: Room): void {
  app.get(
    '/health',
    {
      config: { access: open },
      schema: {
        tags,
        summary: 'Tell that the process runs',
        response: { 200: Type.Object({ status: Type.Literal('ok') }, { description: 'It runs.' }) },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/ready',
    {
      config: { access: open },
      schema: {
        tags,
        summary: 'Tell whether the server can be relied on',
        response: {
          200: Type.Object(
            {
              ready: Type.Literal(true),
              zoneData: Type.String({ description: 'The version of the time zone data, `2026c`.' }),
              off: Type.Optional(
                Type.Array(Type.Literal('face'), {
                  description:
                    'What is not installed: `face` where no model is there, and people clock in otherwise.',
                }),
              ),
              caution: Type.Optional(
                Type.String({
                  description:
                    'What whoever runs the server should look at: what the database has not the rights to ' +
                    'guarantee by itself, such as `mysql-records-can-be-changed`, and ' +
                    '`templates-unreadable`, by which nobody is recognised.',
                }),
              ),
            },
            { description: 'It can.' },
          ),
          503: problemResponse('`not-ready` (with `reason`)'),
        },
      },
    },
    async () => {
      const state = await readiness()
      if (!state.ready) throw notReady(state.reason)
      const { caution, off } = state
      return {
        ready: true as const,
        zoneData: zoneDataVersion,
        ...(off && { off: [...off] }),
        ...(caution && { caution }),
      }
    },
  )
}

export const notReady = (reason: string) =>
  new Problem('not-ready', `Not ready: ${reason}.`, { reason }, { retryAfterSeconds: 2 })
