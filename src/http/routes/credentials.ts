import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { pinLength } from '../../access/credentials/pin.ts'
import { admins, keepers } from '../../access/rule.ts'
import { maxBadgesAtOnce } from '../../access/credentials/badges.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import type { Services } from '../services.ts'
import { id, instant, problemResponse } from '../schemas.ts'
import { noSuchEmployee } from './employees.ts'

const tags = ['credentials']
const closed = { additionalProperties: false }
const params = Type.Object({ id })
const ofEmployee = { access: { who: keepers, of: 'employee' } } as const
const notThere = problemResponse('`no-such-employee`')
const gone = Type.Null({ description: 'It opens nothing from now on.' })
const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const sheet = {
  description:
    'PDF of A4 pages, to be printed and cut. It is made once: nobody can print it again.',
  content: {
    'application/pdf': { schema: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) },
  },
}

/** How employees say who they are without a face: their PIN and their badge. */
export function credentialRoutes({ app, services }: Room): void {
  app.get(
    '/employees/:id/credentials',
    {
      config: ofEmployee,
      schema: {
        tags,
        summary: 'Tell whether an employee has a PIN and a badge, and whether the PIN is disabled',
        params,
        response: {
          200: Type.Object(
            {
              pin: Type.Object(
                {
                  state: Type.Enum(['none', 'set', 'disabled'], { type: 'string' }),
                  madeAt: orNull(instant),
                },
                closed,
              ),
              badge: Type.Object({ madeAt: orNull(instant) }, closed),
            },
            { title: 'Credentials', ...closed },
          ),
          404: notThere,
        },
      },
    },
    async (request) => {
      const { id: employeeId } = await present(request.params.id, services())
      const { pins, badges } = services().door
      const [standing, badgeMadeAt] = [
        await pins.standing(employeeId),
        await badges.madeAt(employeeId),
      ]
      const pinMadeAt = standing.state === 'none' ? null : standing.madeAt
      return {
        pin: { state: standing.state, madeAt: pinMadeAt },
        badge: { madeAt: badgeMadeAt?.toString() ?? null },
      }
    },
  )

  app.post(
    '/employees/:id/pin',
    {
      config: ofEmployee,
      schema: {
        tags,
        summary: 'Make a new PIN for an employee, instead of whichever they had',
        description: 'PINs are made by the program, at random; nobody chooses one.',
        params,
        response: {
          201: Type.Object(
            { pin: Type.String({ description: `${pinLength} digits, told once.` }) },
            { description: 'Tell it to the employee, and nobody else.', ...closed },
          ),
          404: notThere,
        },
      },
    },
    async (request, reply) => {
      const pin = await services().door.pins.reset(request.params.id)
      if (pin === undefined) throw noSuchEmployee()
      return reply.code(201).header('cache-control', 'no-store').send({ pin })
    },
  )

  app.delete(
    '/employees/:id/pin',
    {
      config: ofEmployee,
      schema: {
        tags,
        summary: 'Take an employee’s PIN away',
        params,
        response: { 204: gone, 404: notThere },
      },
    },
    async (request, reply) => {
      await present(request.params.id, services())
      await services().door.pins.remove(request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/employees/:id/badge',
    {
      config: ofEmployee,
      schema: {
        tags,
        summary: 'Make a new badge for an employee, instead of whichever they had',
        params,
        response: { 201: sheet, 404: notThere },
      },
    },
    async (request, reply) => {
      const { id: employeeId } = await present(request.params.id, services())
      const pdf = await printed([employeeId], services())
      return reply
        .code(201)
        .headers(pdfHeaders)
        .send(Readable.from([pdf], { objectMode: false }))
    },
  )

  app.delete(
    '/employees/:id/badge',
    {
      config: ofEmployee,
      schema: {
        tags,
        summary: 'Revoke an employee’s badge',
        params,
        response: { 204: gone, 404: notThere },
      },
    },
    async (request, reply) => {
      await present(request.params.id, services())
      await services().door.badges.revoke(request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/badges',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Make new badges for many employees, on sheets to be printed',
        body: Type.Object(
          {
            employeeIds: Type.Array(id, {
              minItems: 1,
              maxItems: maxBadgesAtOnce,
              uniqueItems: true,
            }),
          },
          closed,
        ),
        response: { 201: sheet, 404: notThere },
      },
    },
    async (request, reply) => {
      for (const employeeId of request.body.employeeIds) await present(employeeId, services())
      const pdf = await printed(request.body.employeeIds, services())
      return reply
        .code(201)
        .headers(pdfHeaders)
        .send(Readable.from([pdf], { objectMode: false }))
    },
  )
}

const pdfHeaders = {
  'content-type': 'application/pdf',
  'content-disposition': 'attachment; filename="badges.pdf"',
  'cache-control': 'no-store',
}

async function present(employeeId: string, { store }: Services) {
  const employee = await store.employees.find(employeeId)
  if (!employee) throw noSuchEmployee()
  return employee
}

/** The sheet of badges that did not exist before. */
async function printed(employeeIds: readonly string[], { door, store }: Services): Promise<Buffer> {
  const badges = []
  for (const { employeeId, text } of await door.badges.issue(employeeIds)) {
    const employee = await store.employees.find(employeeId)
    if (employee) badges.push({ name: employee.name, number: employee.number, text })
  }
  if (badges.length === 0) throw new Problem('no-such-employee', 'Perhaps they have left.')
  // Loaded when needed only: fonts and all, it would slow every start.
  const { badgeSheet } = await import('../../access/credentials/badge-sheet.ts')
  return badgeSheet(badges)
}
