import { Type } from 'typebox'
import { everybody } from '../../access/rule.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import type { Services } from '../services.ts'
import { id, idempotencyHeaders, problemResponse } from '../schemas.ts'
import { answerOnce } from '../idempotency.ts'
import { modeInUse } from '../attendance/mode-in-use.ts'
import { siteModeSchema } from './site-mode.ts'
import { cameraStateSchema } from './kiosks.ts'

const tags = ['kiosks']
const closed = { additionalProperties: false }
const kiosksOnly = { access: { who: ['kiosk'], of: 'all' } } as const

const selfSchema = Type.Object(
  {
    id,
    name: Type.String(),
    site: Type.Object({ id, name: Type.String(), zone: Type.String() }, closed),
    mode: siteModeSchema,
  },
  {
    title: 'KioskSelf',
    description: 'What the kiosk is, and how people clock in there.',
    ...closed,
  },
)

const notAKiosk = problemResponse('`not-a-kiosk`, `stale-nonce`')

/** What a kiosk does by itself. It clocks people in at `/clock_in`, as everybody. */
export function kioskRoutes({ app, services }: Room): void {
  app.get(
    '/kiosk/nonce',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Give a nonce, with which a kiosk signs one request within two minutes',
        description:
          'Each answer to a kiosk brings the nonce for its next request in the header `Kiosk-Nonce`.',
        response: {
          200: Type.Object({ nonce: Type.String() }, { description: 'New.', ...closed }),
        },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
      return { nonce: await services().door.kiosks.nonce() }
    },
  )

  app.post(
    '/kiosk/pairing',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Pair this device as the kiosk that waits with this code',
        body: Type.Object(
          {
            code: Type.String({ maxLength: 40 }),
            key: Type.String({
              maxLength: 300,
              description:
                'Public key on the curve P-256: base64url of the DER of its SubjectPublicKeyInfo.',
            }),
          },
          closed,
        ),
        response: {
          201: selfSchema,
          422: problemResponse('`unknown-code`, `invalid-value` (the key)'),
        },
      },
    },
    async (request, reply) => {
      const { code, key } = request.body
      const paired = await services().door.kiosks.pair(code, key)
      switch (paired.outcome) {
        case 'paired':
          return reply.code(201).send(await showSelf(paired.kiosk.id, services()))
        case 'unknown-code':
          throw new Problem('unknown-code', 'It was used, or is too old.', { field: 'code' })
        case 'not-a-key':
          throw new Problem('invalid-value', 'This is no public key on P-256.', { field: 'key' })
      }
    },
  )

  app.post(
    '/kiosk/heartbeat',
    {
      config: kiosksOnly,
      schema: {
        tags,
        summary: 'Tell that the kiosk is there, and learn what it is',
        body: Type.Object(
          { version: Type.String({ pattern: '^[\\x21-\\x7e]{1,40}$' }), camera: cameraStateSchema },
          closed,
        ),
        response: { 200: selfSchema, 401: notAKiosk, 409: problemResponse('`request-replayed`') },
      },
    },
    async (request) => {
      const kioskId = ownId(request.principal)
      await services().door.kiosks.heartbeat(kioskId, request.body)
      return showSelf(kioskId, services())
    },
  )

  app.post(
    '/kiosk/contest',
    {
      config: kiosksOnly,
      schema: {
        tags,
        summary: 'Void a record that this kiosk has just made of somebody else: “not me”',
        description:
          'A correction voids it at once, and tells whoever looks after the hours. Only of a face, at the kiosk that recorded it, within a minute.',
        headers: idempotencyHeaders,
        body: Type.Object({ recordId: id }, closed),
        response: {
          200: Type.Object(
            { outcome: Type.Literal('voided') },
            { description: 'It counts no more.', ...closed },
          ),
          401: notAKiosk,
          409: problemResponse('`request-replayed`'),
          422: problemResponse('`no-such-record`, `too-late`, `idempotency-key-reused`'),
        },
      },
    },
    async (request) => {
      const { recordId } = request.body
      const { contest, store } = services()
      const kioskId = ownId(request.principal)
      const { body } = await answerOnce({
        request,
        content: [recordId],
        answers: store.answers,
        async work(receipt) {
          const kiosk = await store.kiosks.find(kioskId)
          const result = await contest(recordId, { kioskId, name: kiosk?.name ?? '' }, receipt)
          if (result.outcome === 'voided') return result
          throw result.outcome === 'too-late'
            ? new Problem('too-late', 'Please ask whoever looks after the hours.')
            : new Problem('no-such-record', 'This kiosk recorded no such thing by a face.')
        },
        show: () => ({ status: 200, body: { outcome: 'voided' as const } }),
      })
      return body
    },
  )
}

function ownId(principal: { readonly kind: string; readonly id?: string }): string {
  if (principal.kind === 'kiosk' && principal.id !== undefined) return principal.id
  throw new Problem('not-a-kiosk', 'Please pair this device.')
}

async function showSelf(kioskId: string, services: Services) {
  const { store } = services
  const kiosk = await store.kiosks.find(kioskId)
  const site = kiosk && (await store.sites.find(kiosk.siteId))
  if (!kiosk || !site) throw new Problem('not-a-kiosk', 'Please pair this device again.')
  const { id, name, zone } = site
  const mode = await modeInUse(id, services)
  return { id: kiosk.id, name: kiosk.name, site: { id, name, zone }, mode }
}
