import { Type } from 'typebox'
import { siteModes } from '../../access/credentials/site-mode.ts'
import { admins, readers } from '../../access/rule.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'

const params = Type.Object({ id })
const notThere = problemResponse('`no-such-site`')

export const siteModeSchema = Type.Enum([...siteModes], {
  title: 'SiteMode',
  type: 'string',
  description:
    'How people clock in: `face` (PIN and badge for whoever asks), `face-or-pin` (side by side), ' +
    '`badge-and-face` (the badge or number says who, the face confirms), `no-face`. A number with its ' +
    'PIN is enough in every one.',
})
const answer = Type.Object(
  { mode: siteModeSchema },
  { description: 'How people clock in at the site.', additionalProperties: false },
)

export function siteModeRoutes({ app, services }: Room): void {
  app.get(
    '/sites/:id/mode',
    {
      config: { access: { who: readers, of: 'site' } },
      schema: {
        tags: ['sites'],
        summary: 'Tell how people clock in at a site',
        params,
        response: { 200: answer, 404: notThere },
      },
    },
    async (request) => {
      const { store, door } = services()
      if (!(await store.sites.find(request.params.id))) throw noSuchSite()
      return { mode: await door.siteModes.of(request.params.id) }
    },
  )

  app.put(
    '/sites/:id/mode',
    {
      config: { access: { who: admins, of: 'site' } },
      schema: {
        tags: ['sites'],
        summary: 'Say how people clock in at a site',
        params,
        body: Type.Object({ mode: siteModeSchema }, { additionalProperties: false }),
        response: { 200: answer, 404: notThere },
      },
    },
    async (request) => {
      const { mode } = request.body
      if (!(await services().door.siteModes.put(request.params.id, mode))) throw noSuchSite()
      return { mode }
    },
  )
}

const noSuchSite = () => new Problem('no-such-site', 'Nothing is known of this site.')
