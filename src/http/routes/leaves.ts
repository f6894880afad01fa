import { Type } from 'typebox'
import { keepers, readers } from '../../access/rule.ts'
import { parseRange } from '../../time/day.ts'
import { instantOfMicros } from '../../time/instant.ts'
import type { Leave } from '../../time/leave.ts'
import { listOf, sendJson, writerOf } from '../streamed-list.ts'
import type { Room } from '../room.ts'
import { date, leaveDraft, leaveSchema } from '../attendance/hours-schemas.ts'
import { answerOnce } from '../idempotency.ts'
import { id, idempotencyHeaders, instant, problemResponse } from '../schemas.ts'
import { showLeave } from '../attendance/show-hours.ts'
import { present, valueOf } from '../attendance/time-problem.ts'

const tags = ['schedules']
const params = Type.Object({ id })
const closed = { additionalProperties: false }

const takenBackSchema = Type.Array(
  Type.Object({ leave: leaveSchema, at: instant }, { title: 'TakenBack', ...closed }),
  { description: 'Leave that was taken back after it had begun.' },
)

export function leaveRoutes({ app, services }: Room): void {
  app.get(
    '/employees/:id/leaves',
    {
      config: { access: { who: readers, of: 'employee' } },
      schema: {
        tags,
        summary: 'List the leave of an employee that touches a range of days',
        params,
        querystring: Type.Object({ from: date, to: date }, closed),
        response: {
          200: Type.Object(
            {
              leaves: Type.Array(leaveSchema),
              takenBack: takenBackSchema,
            },
            { description: 'By first day.', ...closed },
          ),
          400: problemResponse('`invalid-range`'),
        },
      },
    },
    async (request, reply) => {
      const range = valueOf(parseRange(request.query.from, request.query.to, 3660))
      const { leaves } = services().store
      const takenBack = await leaves.withdrawnOf(request.params.id, range)
      const told = takenBack.map(({ leave, at }) => ({
        leave: showLeave(leave),
        at: instantOfMicros(at).toString(),
      }))
      const write = writerOf(reply, leaveSchema)
      const rest = { takenBack: writerOf(reply, takenBackSchema)(told) }
      const all = await leaves.of([request.params.id], range)
      return sendJson(
        reply,
        listOf('leaves', all, (leave) => write(showLeave(leave)), rest),
      )
    },
  )

  app.post(
    '/employees/:id/leaves',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Note days of leave, or a part of each of them',
        headers: idempotencyHeaders,
        params,
        body: leaveDraft,
        response: {
          201: leaveSchema,
          400: problemResponse('`invalid-range`'),
          404: problemResponse('`no-such-employee`'),
          422: problemResponse(
            '`leaves-overlap`, `invalid-value`, `shift-empty`, `idempotency-key-reused`',
          ),
        },
      },
    },
    async (request, reply) => {
      const { schedules } = services().hours
      const { body } = await answerOnce({
        request,
        content: [JSON.stringify(request.body)],
        answers: services().store.answers,
        work: async (receipt) =>
          present(await schedules.grantLeave(request.params.id, request.body, receipt)),
        show: (leave: Leave) => ({ status: 201, body: showLeave(leave) }),
      })
      return reply.code(201).send(body)
    },
  )

  app.delete(
    '/leaves/:id',
    {
      config: { access: { who: keepers, of: 'leave' } },
      schema: {
        tags,
        summary: 'Take leave back',
        description:
          'Leave that has begun is kept, with when it was taken back, and counts for nothing.',
        params,
        response: {
          204: Type.Null({ description: 'Gone.' }),
          404: problemResponse('`no-such-leave`'),
        },
      },
    },
    async (request, reply) => {
      present(await services().hours.schedules.takeBackLeave(request.params.id))
      return reply.code(204).send(null)
    },
  )
}
