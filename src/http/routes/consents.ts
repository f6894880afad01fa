import { Type } from 'typebox'
import { keepers } from '../../access/rule.ts'
import type { ConsentEvent } from '../../privacy/consent-event.ts'
import { actorOf } from '../privacy/actor.ts'
import { noConsent } from '../privacy/face-refusals.ts'
import { languageSchema } from '../privacy/schemas.ts'
import type { Room } from '../room.ts'
import { id, instant, problemResponse } from '../schemas.ts'
import { noSuchEmployee } from './employees.ts'

const tags = ['privacy']
const closed = { additionalProperties: false }
const params = Type.Object({ id })

const consentEventSchema = Type.Object(
  {
    ordinal: Type.Integer({ description: '1 for the first.' }),
    act: Type.Enum(['given', 'withdrawn'], { type: 'string' }),
    notice: Type.Optional(
      Type.Object(
        { version: Type.Integer(), language: Type.String(), hash: Type.String() },
        { description: 'What was read.', ...closed },
      ),
    ),
    how: Type.Optional(Type.Enum(['on-screen', 'on-paper'], { type: 'string' })),
    keptAt: Type.Optional(Type.String({ description: 'Where the paper is.' })),
    by: Type.String({ description: 'Who wrote it down.' }),
    at: instant,
  },
  { title: 'ConsentEvent', ...closed },
)

function showEvent(event: ConsentEvent) {
  const { ordinal, act, by } = event
  const told = { ordinal, act, by, at: event.at.toString() }
  if (event.act === 'withdrawn') return told
  const { notice, form } = event
  return {
    ...told,
    notice: { ...notice },
    how: form.how,
    ...(form.how === 'on-paper' && { keptAt: form.keptAt }),
  }
}

export function consentRoutes({ app, services }: Room): void {
  app.get(
    '/employees/:id/consents',
    {
      config: { access: { who: [...keepers, 'employee'], of: 'employee' } },
      schema: {
        tags,
        summary: 'List what an employee said about their face, oldest first',
        params,
        response: {
          200: Type.Object(
            { consents: Type.Array(consentEventSchema) },
            { description: 'All of it.', ...closed },
          ),
          404: problemResponse('`no-such-employee`'),
        },
      },
    },
    async (request) => {
      const { privacy, store } = services()
      const { id } = request.params
      const events = await privacy.consents.of(id)
      if (events.length === 0 && !(await store.employees.find(id))) throw noSuchEmployee()
      return { consents: events.map(showEvent) }
    },
  )

  app.post(
    '/employees/:id/consents',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Write down the consent of somebody who has templates already',
        params,
        body: Type.Object(
          {
            consent: Type.String({ maxLength: 200, description: 'As for /register.' }),
            language: Type.Optional(languageSchema),
          },
          closed,
        ),
        response: {
          201: Type.Object(
            { consents: Type.Array(consentEventSchema) },
            { description: 'All that they said.', ...closed },
          ),
          403: problemResponse('`face-not-allowed`'),
          404: problemResponse('`no-such-employee`'),
          409: problemResponse('`notice-not-published`'),
          422: problemResponse('`consent-missing`, `consent-outdated`, `invalid-value`'),
        },
      },
    },
    async (request, reply) => {
      const { consents } = services().privacy
      const reading = await consents.read(request.body, actorOf(request.principal))
      if (reading.outcome !== 'given') throw noConsent(reading)
      const { id } = request.params
      if (!(await consents.record(id, reading.consent))) throw noSuchEmployee()
      return reply.code(201).send({ consents: (await consents.of(id)).map(showEvent) })
    },
  )

  app.post(
    '/employees/:id/consents/withdrawal',
    {
      config: { access: { who: [...keepers, 'employee'], of: 'employee' } },
      schema: {
        tags,
        summary: 'Take back an employee’s consent: their templates are gone, and they have a PIN',
        params,
        response: {
          200: Type.Object(
            {
              templates: Type.Integer({ description: 'How many templates are gone.' }),
              pin: Type.Union([Type.String(), Type.Null()], {
                description: 'A new PIN, told this once; null where they have one already.',
              }),
            },
            { description: 'Done.', ...closed },
          ),
          404: problemResponse('`no-such-employee`'),
        },
      },
    },
    async (request) => {
      const { privacy } = services()
      const withdrawn = await privacy.withdraw(request.params.id, actorOf(request.principal))
      if (!withdrawn) throw noSuchEmployee()
      return withdrawn
    },
  )
}
