import { Type } from 'typebox'
import { admins, keepers } from '../../access/rule.ts'
import type { Room } from '../room.ts'
import { date, scheduleSchema } from '../attendance/hours-schemas.ts'
import { id, problemResponse } from '../schemas.ts'
import { showSchedule } from '../attendance/show-hours.ts'
import { present } from '../attendance/time-problem.ts'

const tags = ['schedules']
const params = Type.Object({ id })
const fromParams = Type.Object({ id, from: date })
const closed = { additionalProperties: false }
const noSuchSchedule = problemResponse('`no-such-schedule`')
const gone = Type.Null({ description: 'Gone.' })

/** What was planned and is not wanted any more: gone where it was never used, out of use where it was. */
export function withdrawalRoutes({ app, services }: Room): void {
  app.patch(
    '/schedules/:id',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Take a schedule out of use, or back into it',
        description: 'Once nobody is assigned to it today or later; its hours stay as they are.',
        params,
        body: Type.Object({ archived: Type.Boolean() }, closed),
        response: { 200: scheduleSchema, 404: noSuchSchedule, 409: problemResponse('`in-use`') },
      },
    },
    async (request) => {
      const { archived } = request.body
      return showSchedule(
        present(await services().hours.schedules.archive(request.params.id, archived)),
      )
    },
  )

  app.delete(
    '/schedules/:id',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Delete a schedule that nobody was ever assigned to',
        description: 'Another is archived instead.',
        params,
        response: { 204: gone, 404: noSuchSchedule, 409: problemResponse('`in-use`') },
      },
    },
    async (request, reply) => {
      present(await services().hours.schedules.remove(request.params.id))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/schedules/:id/versions/:from',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Withdraw a change of a schedule that has not begun',
        params: fromParams,
        response: {
          204: gone,
          404: noSuchSchedule,
          409: problemResponse('`in-use`'),
          422: problemResponse('`rewrites-the-past`, `shifts-overlap`'),
        },
      },
    },
    async (request, reply) => {
      const { id: scheduleId, from } = request.params
      present(await services().hours.schedules.removeVersion(scheduleId, from))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/employees/:id/assignments/:from',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Withdraw an assignment that has not begun',
        params: fromParams,
        response: {
          204: gone,
          404: problemResponse('`no-such-assignment`'),
          422: problemResponse('`rewrites-the-past`, `shifts-overlap`'),
        },
      },
    },
    async (request, reply) => {
      const { id: employeeId, from } = request.params
      present(await services().hours.schedules.withdraw(employeeId, from))
      return reply.code(204).send(null)
    },
  )
}
