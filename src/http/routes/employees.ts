import { Type } from 'typebox'
import { keepers, readers } from '../../access/rule.ts'
import type { Room } from '../room.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { readEmployeeNumber, whenNumberIsFree } from '../identity/employee-number.ts'
import { employeeSchema, id, pageSize, problemResponse } from '../schemas.ts'
import { Problem } from '../problems.ts'
import { showEmployee } from '../show.ts'

const params = Type.Object({ id })
const tags = ['employees']
const notThere = problemResponse('`no-such-employee`')

export function employeeRoutes({ app, services }: Room): void {
  app.get(
    '/employees',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'List the employees, oldest first',
        querystring: Type.Object(
          { after: Type.Optional(id), limit: pageSize },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object(
            {
              employees: Type.Array(employeeSchema),
              next: Type.Union([Type.String(), Type.Null()], {
                description: 'Give this as `after` for the next page; null on the last one.',
              }),
            },
            { description: 'A page of employees.', additionalProperties: false },
          ),
          400: problemResponse('`invalid-request`'),
        },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const page = await services().store.employees.list({
        ...(after !== undefined && { after }),
        limit: limit + 1,
      })
      const employees = page.slice(0, limit)
      return {
        employees: employees.map(showEmployee),
        next: page.length > limit ? (employees.at(-1)?.id ?? null) : null,
      }
    },
  )

  app.get(
    '/employees/:id',
    {
      config: { access: { who: readers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Show one employee',
        params,
        response: { 200: employeeSchema, 404: notThere },
      },
    },
    async (request) => {
      const employee = await services().store.employees.find(request.params.id)
      if (!employee) throw noSuchEmployee()
      return showEmployee(employee)
    },
  )

  app.patch(
    '/employees/:id',
    {
      config: { access: { who: [...keepers, 'enrol'], of: 'employee' } },
      schema: {
        tags,
        summary: 'Change the name or the number of an employee',
        params,
        body: Type.Object(
          { name: Type.Optional(Type.String()), number: Type.Optional(Type.String()) },
          { additionalProperties: false, minProperties: 1 },
        ),
        response: {
          200: employeeSchema,
          400: problemResponse('`invalid-request`, `malformed-body`'),
          404: notThere,
          409: problemResponse('`number-taken`'),
          422: problemResponse('`invalid-name`, `invalid-number`'),
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const { employees } = services().store
      const name = request.body.name === undefined ? null : parseEmployeeName(request.body.name)
      const raw = request.body.number
      const number = raw === undefined ? null : readEmployeeNumber(raw)
      // The one that may be refused first.
      if (number !== null) await whenNumberIsFree(employees.renumber(id, number))
      const employee = await (name === null ? employees.find(id) : employees.rename(id, name))
      if (!employee) throw noSuchEmployee()
      return showEmployee(employee)
    },
  )

  app.delete(
    '/employees/:id',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Forget an employee',
        description:
          'Their face templates are gone from memory and from the disk. Their records are kept under ' +
          'their name, or erased with everything else.',
        params,
        querystring: Type.Object(
          {
            records: Type.Optional(
              Type.Enum(['keep', 'erase'], { type: 'string', default: 'keep' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          204: Type.Null({ description: 'Gone.' }),
          400: problemResponse('`invalid-request`'),
          404: notThere,
        },
      },
    },
    async (request, reply) => {
      const { records = 'keep' } = request.query
      if (!(await services().forgetEmployee(request.params.id, records))) throw noSuchEmployee()
      return reply.code(204).send(null)
    },
  )
}

export const noSuchEmployee = () => new Problem('no-such-employee', 'Perhaps they have left.')
