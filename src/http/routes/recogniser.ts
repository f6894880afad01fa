import { Type } from 'typebox'
import { readers } from '../../access/rule.ts'
import { betterThan } from '../../identity/choose-recogniser.ts'
import type { Room } from '../room.ts'
import { employeeRefSchema, id, problemResponse } from '../schemas.ts'

const closed = { additionalProperties: false }
const count = (description: string) => Type.Integer({ description })
const nameOf = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const agreementSchema = Type.Object(
  {
    same: count('Both found the same employee.'),
    different: count('They found two employees: nobody was recorded.'),
    'only-current': count('The one in use alone found somebody.'),
    'only-former': count('The one before alone found somebody.'),
    neither: count('Neither found anybody.'),
  },
  { title: 'Agreement', ...closed },
)

const recogniserSchema = Type.Object(
  {
    name: Type.String({ description: 'What recognises faces, and new templates are of.' }),
    licence: Type.String(),
    better: nameOf('A better one that nobody needs to be enrolled again for; null otherwise.'),
    former: nameOf('The one before, which recognises those who are still enrolled with it alone.'),
    enrolled: count('Employees with templates of the one in use.'),
    waiting: count('Employees who have to be enrolled again.'),
    agreement: Type.Union([agreementSchema, Type.Null()], {
      description: 'Of the faces that both looked at since this server started.',
    }),
  },
  { title: 'Recogniser', ...closed },
)

/** What recognises faces, and who has to be enrolled again after a change of it. */
export function recogniserRoutes({ app, services }: Room): void {
  app.get(
    '/recogniser',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags: ['server'],
        summary: 'Tell what recognises faces, and how far a change of it has come',
        response: { 200: recogniserSchema, 503: problemResponse('`not-ready`') },
      },
    },
    async () => {
      const { identification, store } = services()
      const { recogniser, former, gallery, agreement } = identification
      // Later everybody would have to be enrolled again.
      const canChange = gallery.employees === 0 && !former
      return {
        name: recogniser.name,
        licence: recogniser.licence.name,
        better: (canChange && betterThan(recogniser)) || null,
        former: former?.recogniser.name ?? null,
        enrolled: gallery.employees,
        waiting: former ? await store.recogniserChange.countWithout([recogniser.recipe]) : 0,
        agreement: agreement?.() ?? null,
      }
    },
  )

  app.get(
    '/recogniser/waiting',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags: ['server'],
        summary: 'List the employees who have to be enrolled again, oldest first',
        querystring: Type.Object(
          {
            after: Type.Optional(id),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            { employees: Type.Array(employeeRefSchema) },
            { description: 'Those who are enrolled with the one before alone.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const { access, identification, store } = services()
      const { recogniser, former } = identification
      const { after, limit = 100 } = request.query
      if (!former) return { employees: [] }
      const reach = access.reachOf(request.principal)
      const employees: { id: string; name: string }[] = []
      // Those of other sites are passed over, so that a short page is the last one.
      for (let last = after; employees.length < limit;) {
        const page = { after: last, limit }
        const next = await store.recogniserChange.listWithout([recogniser.recipe], page)
        for (const each of next) {
          const isReached = !reach || (await store.assignments.isWithin(each.id, reach))
          if (isReached && employees.length < limit) employees.push(each)
        }
        last = next.at(-1)?.id
        if (last === undefined || next.length < limit) break
      }
      return { employees }
    },
  )
}
