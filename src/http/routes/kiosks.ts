import { Type } from 'typebox'
import type { CodedKiosk } from '../../access/kiosks/kiosks.ts'
import { cameraStates, type Kiosk } from '../../access/kiosks/kiosk.ts'
import { pairingCodeLength, pairingCodeMinutes } from '../../access/kiosks/pairing-code.ts'
import { reaches, sitesOf } from '../../access/principal.ts'
import { admins, readers } from '../../access/rule.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { id, instant, problemResponse } from '../schemas.ts'

const tags = ['kiosks']
const closed = { additionalProperties: false }
const params = Type.Object({ id })
const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const cameraStateSchema = Type.Enum([...cameraStates], {
  title: 'KioskCamera',
  type: 'string',
})

export const kioskSchema = Type.Object(
  {
    id,
    name: Type.String(),
    siteId: id,
    state: Type.Enum(['waiting', 'paired', 'revoked'], { type: 'string' }),
    createdAt: instant,
    codeUntil: orNull(instant),
    pairedAt: orNull(instant),
    revokedAt: orNull(instant),
    seen: orNull(
      Type.Object({ at: instant, version: Type.String(), camera: cameraStateSchema }, closed),
    ),
  },
  { title: 'Kiosk', ...closed },
)

const codedSchema = (description: string) =>
  Type.Object(
    {
      kiosk: kioskSchema,
      code: Type.String({
        description: `${pairingCodeLength} characters, told once; they pair one device within ${pairingCodeMinutes} minutes.`,
      }),
      codeUntil: instant,
    },
    { description, ...closed },
  )

const notThere = problemResponse('`no-such-kiosk`')
const noSuchKiosk = () => new Problem('no-such-kiosk', 'It was revoked, or never was.')

/** What the office does with kiosks. */
export function kiosksRoutes({ app, services }: Room): void {
  const all = { access: { who: admins, of: 'all' } } as const

  app.get(
    '/kiosks',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'List the kiosks, oldest first, with what they last said of themselves',
        response: {
          200: Type.Object(
            { kiosks: Type.Array(kioskSchema) },
            { description: 'All within reach, those that were revoked included.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const sites = sitesOf(request.principal)
      const all = await services().store.kiosks.list()
      return { kiosks: all.filter(({ siteId }) => reaches(sites, siteId)).map(showKiosk) }
    },
  )

  app.post(
    '/kiosks',
    {
      config: all,
      schema: {
        tags,
        summary: 'Make a place for a kiosk, and the code that pairs a device with it',
        body: Type.Object({ name: Type.String(), siteId: id }, closed),
        response: {
          201: codedSchema('Type the code at /kiosk on the device.'),
          404: problemResponse('`no-such-site`'),
          422: problemResponse('`invalid-name`'),
        },
      },
    },
    async (request, reply) => {
      const { siteId } = request.body
      const name = parseEmployeeName(request.body.name)
      const { door, store } = services()
      if (!(await store.sites.find(siteId))) {
        throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'siteId' })
      }
      return reply.code(201).send(showCoded(await door.kiosks.add(name, siteId)))
    },
  )

  app.post(
    '/kiosks/:id/code',
    {
      config: all,
      schema: {
        tags,
        summary: 'Make a new code, for a device that takes the place of the one that is paired',
        params,
        response: {
          201: codedSchema('The device that is paired goes on until then.'),
          404: notThere,
        },
      },
    },
    async (request, reply) => {
      const coded = await services().door.kiosks.recode(request.params.id)
      if (!coded) throw noSuchKiosk()
      return reply.code(201).send(showCoded(coded))
    },
  )

  app.patch(
    '/kiosks/:id',
    {
      config: all,
      schema: {
        tags,
        summary: 'Rename a kiosk',
        params,
        body: Type.Object({ name: Type.String() }, closed),
        response: { 200: kioskSchema, 404: notThere, 422: problemResponse('`invalid-name`') },
      },
    },
    async (request) => {
      const name = parseEmployeeName(request.body.name)
      const kiosk = await services().store.kiosks.rename(request.params.id, name)
      if (!kiosk) throw noSuchKiosk()
      return showKiosk(kiosk)
    },
  )

  app.delete(
    '/kiosks/:id',
    {
      config: all,
      schema: {
        tags,
        summary: 'Revoke a kiosk: its device is nobody from now on, at every server',
        params,
        response: { 204: Type.Null({ description: 'Revoked.' }), 404: notThere },
      },
    },
    async (request, reply) => {
      if (!(await services().door.kiosks.revoke(request.params.id))) throw noSuchKiosk()
      return reply.code(204).send(null)
    },
  )
}

function showCoded({ kiosk, code, codeUntil }: CodedKiosk) {
  return { kiosk: showKiosk(kiosk), code, codeUntil: codeUntil.toString() }
}

function showKiosk({ id, name, siteId, createdAt, seen, ...kiosk }: Kiosk) {
  const { codeUntil, pairedAt, revokedAt } = kiosk
  const paired = pairedAt === null ? 'waiting' : 'paired'
  return {
    ...{ id, name, siteId, createdAt: createdAt.toString() },
    state: revokedAt === null ? paired : ('revoked' as const),
    codeUntil: codeUntil?.toString() ?? null,
    pairedAt: pairedAt?.toString() ?? null,
    revokedAt: revokedAt?.toString() ?? null,
    seen: seen && { ...seen, at: seen.at.toString() },
  } as const
}
