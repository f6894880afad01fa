import { Type } from 'typebox'
import { admins } from '../../access/rule.ts'
import type { RetentionPlan } from '../../privacy/retention/plan.ts'
import type { Room } from '../room.ts'
import { id, instant, problemResponse } from '../schemas.ts'
import { notSetUp } from './notice.ts'

const tags = ['privacy']
const closed = { additionalProperties: false }

const planSchema = Type.Object(
  {
    at: instant,
    templateUnusedDays: Type.Integer(),
    recordYears: Type.Integer(),
    holders: Type.Integer({ description: 'Employees with templates.' }),
    templates: Type.Array(
      Type.Object(
        {
          employeeId: id,
          reason: Type.Enum(['left', 'unused', 'face-not-allowed'], { type: 'string' }),
          lastUsedAt: instant,
        },
        closed,
      ),
      { description: 'Whose templates go.' },
    ),
    people: Type.Array(Type.Object({ employeeId: id, lastRecordedAt: instant }, closed), {
      description: 'Of whom everything goes.',
    }),
  },
  { title: 'RetentionPlan', ...closed },
)

const showPlan = ({ at, periods, holders, templates, people }: RetentionPlan) => ({
  ...{ at: at.toString(), ...periods, holders },
  templates: templates.map((each) => ({ ...each, lastUsedAt: each.lastUsedAt.toString() })),
  people: people.map((each) => ({ ...each, lastRecordedAt: each.lastRecordedAt.toString() })),
})

export function retentionRoutes({ app, services }: Room): void {
  app.get(
    '/privacy/retention',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Tell what is kept for nothing any more; nothing goes',
        response: { 200: planSchema, 409: problemResponse('`privacy-not-set-up`') },
      },
    },
    async () => {
      const plan = await services().privacy.retention.plan()
      if (!plan) throw notSetUp()
      return showPlan(plan)
    },
  )

  app.post(
    '/privacy/retention',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Erase what is kept for nothing any more',
        description: 'The program does so by itself every six hours.',
        response: {
          200: Type.Object(
            {
              templates: Type.Integer({ description: 'How many templates are gone.' }),
              people: Type.Integer({ description: 'Of how many people everything is gone.' }),
              plan: planSchema,
            },
            { description: 'Done.', ...closed },
          ),
          409: problemResponse('`privacy-not-set-up`'),
        },
      },
    },
    async () => {
      const run = await services().privacy.retention.run('somebody')
      if (run.outcome !== 'done') throw notSetUp()
      return { templates: run.templates, people: run.people, plan: showPlan(run.plan) }
    },
  )
}
