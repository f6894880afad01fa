import { Type } from 'typebox'
import { keepers, readers } from '../../access/rule.ts'
import type { Employee } from '../../identity/employee.ts'
import type { EmploymentDays } from '../../time/employment-days.ts'
import type { Room } from '../room.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { readEmployeeNumber, whenNumberIsFree } from '../identity/employee-number.ts'
import { employmentDays, id, listedEmployeeSchema, pageSize, problemResponse } from '../schemas.ts'
import { Problem } from '../problems.ts'
import { showEmployee } from '../show.ts'
import { showEmployment } from '../attendance/show-hours.ts'
import { present } from '../attendance/time-problem.ts'

const params = Type.Object({ id })
const tags = ['employees']
const notThere = problemResponse('`no-such-employee`')

export function employeeRoutes({ app, services }: Room): void {
  async function listed(employees: readonly Employee[]) {
    const days = await services().store.employments.of(employees.map((each) => each.id))
    return employees.map((employee) => showListed(employee, days.get(employee.id)))
  }

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
              employees: Type.Array(listedEmployeeSchema),
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
        reach: services().access.reachOf(request.principal),
        ...(after !== undefined && { after }),
        limit: limit + 1,
      })
      const employees = page.slice(0, limit)
      return {
        employees: await listed(employees),
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
        response: { 200: listedEmployeeSchema, 404: notThere },
      },
    },
    async (request) => {
      const employee = await services().store.employees.find(request.params.id)
      if (!employee) throw noSuchEmployee()
      return (await listed([employee]))[0] ?? showListed(employee)
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
          200: listedEmployeeSchema,
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
      return (await listed([employee]))[0] ?? showListed(employee)
    },
  )

  app.put(
    '/employees/:id/employment',
    {
      config: { access: { who: keepers, of: 'employee' } },
      schema: {
        tags,
        summary: 'Say when an employee is employed',
        description:
          'Nothing is planned, missed or due before the first day and after the last. That they left does ' +
          'not delete them: their records and their face templates stay until they are forgotten.',
        params,
        body: Type.Object(employmentDays, { additionalProperties: false }),
        response: {
          200: Type.Object(employmentDays, {
            description: 'As it is now.',
            additionalProperties: false,
          }),
          400: problemResponse('`invalid-request`, `invalid-range`'),
          404: notThere,
          422: problemResponse('`invalid-value`'),
        },
      },
    },
    async (request) => {
      const { schedules } = services().hours
      return showEmployment(present(await schedules.employ(request.params.id, request.body)))
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

const showListed = (employee: Employee, days?: EmploymentDays) => ({
  ...showEmployee(employee),
  ...showEmployment(days ?? { firstDay: null, lastDay: null }),
})

export const noSuchEmployee = () => new Problem('no-such-employee', 'Perhaps they have left.')
