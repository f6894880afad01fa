import { Type } from 'typebox'
import { keepers } from '../../access/rule.ts'
import { maxIcsBytes } from '../../time/ics.ts'
import type { Room } from '../room.ts'
import { takeBytes } from '../bytes-body.ts'
import { answerOnce } from '../idempotency.ts'
import { id, idempotencyHeaders, problemResponse } from '../schemas.ts'
import { found, valueOf } from '../attendance/time-problem.ts'

export function siteCalendarRoutes(room: Room): void {
  const { app, services } = room
  takeBytes(room, ['text/calendar'], maxIcsBytes)
  app.post(
    '/sites/:id/holidays',
    {
      config: { access: { who: keepers, of: 'site' } },
      bodyLimit: maxIcsBytes + 1,
      schema: {
        tags: ['sites'],
        summary: 'Add the holidays of a calendar file to a site',
        description:
          'The body is an iCalendar file (`text/calendar`, at most 1 MB) of whole-day events. One wrong ' +
          'event refuses the file.',
        headers: idempotencyHeaders,
        params: Type.Object({ id }),
        response: {
          200: Type.Object(
            { imported: Type.Integer({ description: 'How many days.' }) },
            { description: 'All of it.', additionalProperties: false },
          ),
          404: problemResponse('`no-such-site`'),
          413: problemResponse('`request-too-large`'),
          415: problemResponse('`unsupported-media-type`'),
          422: problemResponse('`not-a-calendar`, `invalid-value`, `idempotency-key-reused`'),
        },
      },
    },
    async (request) => {
      const file = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const { hours, store } = services()
      const { body } = await answerOnce({
        request,
        content: [file],
        answers: store.answers,
        async work(receipt) {
          const imported = await hours.sites.importDays(request.params.id, file, receipt)
          return valueOf(found(imported, 'no-such-site', 'Nothing is known of this site.'))
        },
        show: (imported: number) => ({ status: 200, body: { imported } }),
      })
      return body
    },
  )
}
