import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { admins, keepers, readers } from '../../access/rule.ts'
import type { KeptAssignment } from '../../attendance/ports/planning.ts'
import { overtimePresets } from '../../time/overtime-presets.ts'
import type { FlexibleDraft } from '../../time/flexible.ts'
import type { Schedule, VersionDraft } from '../../time/schedule.ts'
import { listOf, sendJson, writerOf } from '../streamed-list.ts'
import type { Room } from '../room.ts'
import { refuseSiteBeyondReach } from '../access/beyond-reach.ts'
import {
  assignmentSchema,
  date,
  localNameSchema,
  overtimeBandSchema,
  scheduleSchema,
  versionDraft,
} from '../attendance/hours-schemas.ts'
import { answerOnce } from '../idempotency.ts'
import { id, idempotencyHeaders, problemResponse } from '../schemas.ts'
import { showAssignment, showSchedule } from '../attendance/show-hours.ts'
import { present, valueOf } from '../attendance/time-problem.ts'

const tags = ['schedules']
const params = Type.Object({ id })
const closed = { additionalProperties: false }
const draftProblems = problemResponse(
  '`invalid-value`, `shift-empty`, `shifts-overlap`, `rewrites-the-past`, `idempotency-key-reused`',
)

const draftOf = ({
  from,
  anchor,
  weeks,
  flexible,
  rules,
}: Static<typeof versionBody>): VersionDraft => ({
  from,
  weeks: weeks as VersionDraft['weeks'],
  ...(anchor !== undefined && { anchor }),
  ...(flexible !== undefined && { flexible: flexible as FlexibleDraft }),
  ...(rules !== undefined && { rules: rules as NonNullable<VersionDraft['rules']> }),
})

const versionBody = Type.Object(versionDraft, closed)

export function scheduleRoutes({ app, services }: Room): void {
  const asked = (request: FastifyRequest) => ({
    request,
    content: [JSON.stringify(request.body)],
    answers: services().store.answers,
  })

  app.get(
    '/overtime-presets',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags,
        summary: 'List overtime by rates as laws have it, to begin a schedule with',
        response: {
          200: Type.Object(
            {
              presets: Type.Array(
                Type.Object(
                  {
                    id: Type.String(),
                    name: localNameSchema,
                    sources: Type.Array(Type.String()),
                    bands: Type.Array(overtimeBandSchema),
                  },
                  { title: 'OvertimePreset', ...closed },
                ),
              ),
            },
            { description: 'All presets.', ...closed },
          ),
        },
      },
    },
    async () => ({
      presets: Object.entries(overtimePresets).map(([key, { name, sources, bands }]) => ({
        id: key,
        name,
        sources: [...sources],
        bands: [...bands],
      })),
    }),
  )

  app.get(
    '/schedules',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags,
        summary: 'List the schedules with all their versions',
        response: {
          200: Type.Object(
            { schedules: Type.Array(scheduleSchema) },
            { description: 'All schedules.', ...closed },
          ),
        },
      },
    },
    async (_request, reply) => {
      const schedules = await services().store.schedules.list()
      const write = writerOf(reply, scheduleSchema)
      return sendJson(
        reply,
        listOf('schedules', schedules, (schedule) => write(showSchedule(schedule))),
      )
    },
  )

  app.post(
    '/schedules',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Add a schedule',
        headers: idempotencyHeaders,
        body: Type.Object({ name: Type.String(), ...versionDraft }, closed),
        response: { 201: scheduleSchema, 422: draftProblems },
      },
    },
    async (request, reply) => {
      const { name } = request.body
      const draft = { name, ...draftOf(request.body) }
      const { body } = await answerOnce({
        ...asked(request),
        work: async (receipt) => valueOf(await services().hours.schedules.add(draft, receipt)),
        show: (schedule: Schedule) => ({ status: 201, body: showSchedule(schedule) }),
      })
      return reply.code(201).send(body)
    },
  )

  app.post(
    '/schedules/:id/versions',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Change a schedule from a day on',
        description: 'The days before keep the rules that they were worked under.',
        headers: idempotencyHeaders,
        params,
        body: versionBody,
        response: {
          201: scheduleSchema,
          404: problemResponse('`no-such-schedule`'),
          422: draftProblems,
        },
      },
    },
    async (request, reply) => {
      const { schedules } = services().hours
      const draft = draftOf(request.body)
      const { body } = await answerOnce({
        ...asked(request),
        work: async (receipt) =>
          present(await schedules.addVersion(request.params.id, draft, receipt)),
        show: (schedule: Schedule) => ({ status: 201, body: showSchedule(schedule) }),
      })
      return reply.code(201).send(body)
    },
  )

  app.get(
    '/employees/:id/assignments',
    {
      config: { access: { who: readers, of: 'employee' } },
      schema: {
        tags,
        summary: 'List where an employee belonged and by which schedule, by first day',
        params,
        response: {
          200: Type.Object(
            { assignments: Type.Array(assignmentSchema) },
            { description: 'All of them.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const all = await services().store.assignments.of([request.params.id])
      return { assignments: all.map(showAssignment) }
    },
  )

  app.post(
    '/employees/:id/assignments',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Assign an employee to a site and a schedule from a day on',
        headers: idempotencyHeaders,
        params,
        body: Type.Object(
          {
            from: date,
            siteId: id,
            scheduleId: Type.Union([id, Type.Null()]),
            weekOffset: Type.Optional(
              Type.Integer({ minimum: 0, maximum: 52, description: 'Weeks ahead in the cycle.' }),
            ),
          },
          closed,
        ),
        response: {
          201: assignmentSchema,
          404: problemResponse('`no-such-employee`, `no-such-site`, `no-such-schedule`'),
          422: problemResponse(
            '`rewrites-the-past`, `shifts-overlap`, `invalid-value`, `idempotency-key-reused`',
          ),
        },
      },
    },
    async (request, reply) => {
      const { weekOffset = 0, ...rest } = request.body
      const draft = { ...rest, weekOffset }
      const { schedules } = services().hours
      const { body } = await answerOnce({
        ...asked(request),
        async work(receipt) {
          refuseSiteBeyondReach(request, draft.siteId)
          return present(await schedules.assign(request.params.id, draft, receipt))
        },
        show: (made: KeptAssignment) => ({ status: 201, body: showAssignment(made) }),
      })
      return reply.code(201).send(body)
    },
  )
}
