import { Type } from 'typebox'
import { keepers, readers } from '../../access/rule.ts'
import { type CorrectionDraft, decidable, type Decided } from '../../attendance/corrections.ts'
import { correctionStates, type DecidedCorrection } from '../../attendance/ports/corrections.ts'
import type { Room } from '../room.ts'
import { accountOf } from '../attendance/account-of.ts'
import { refuseBeyondReach } from '../access/beyond-reach.ts'
import { correctionSchema, shortText } from '../attendance/hours-schemas.ts'
import { answerOnce } from '../idempotency.ts'
import { Problem } from '../problems.ts'
import { id, idempotencyHeaders, pageSize, problemResponse, recordKindSchema } from '../schemas.ts'
import { showCorrection } from '../attendance/show-hours.ts'
import { found, valueOf } from '../attendance/time-problem.ts'

const tags = ['corrections']
const closed = { additionalProperties: false }

const told = { employeeId: id, reason: shortText }
const at = Type.String({
  maxLength: 40,
  description: '`2026-10-25T14:30` on the clocks of the site, or with an offset.',
})
const site = Type.Optional(Type.Union([id, Type.Null()]))

export function correctionRoutes({ app, services }: Room): void {
  app.post(
    '/corrections',
    {
      config: { access: { who: keepers, of: 'reach' } },
      schema: {
        tags,
        summary: 'Ask for a record to be added, voided or changed',
        description:
          'Nothing recorded is ever changed: a correction stands beside it. It counts once somebody else ' +
          'approved it, or at once where the settings ask for no approval.',
        headers: idempotencyHeaders,
        body: Type.Union([
          Type.Object(
            { ...told, action: Type.Literal('add'), kind: recordKindSchema, at, siteId: site },
            closed,
          ),
          Type.Object({ ...told, action: Type.Literal('void'), recordId: id }, closed),
          Type.Object(
            {
              ...told,
              action: Type.Literal('change'),
              recordId: id,
              kind: Type.Optional(recordKindSchema),
              at: Type.Optional(at),
              siteId: site,
            },
            closed,
          ),
        ]),
        response: {
          201: correctionSchema,
          404: problemResponse('`no-such-employee`, `no-such-site`'),
          422: problemResponse(
            '`no-such-record`, `record-void`, `records-overlap`, `wall-time-skipped`, `wall-time-twice`, `in-the-future`, `invalid-value`, `idempotency-key-reused`',
          ),
        },
      },
    },
    async (request, reply) => {
      const { hours, store } = services()
      const draft = request.body as CorrectionDraft
      const account = accountOf(request.principal)
      await refuseBeyondReach(request, draft.employeeId, services())
      const { body } = await answerOnce({
        request,
        content: [JSON.stringify(request.body)],
        answers: store.answers,
        async work(receipt) {
          const written = await hours.corrections.propose(draft, account, receipt)
          return valueOf(found(written, 'no-such-employee', 'There is no such employee.'))
        },
        show: (written: DecidedCorrection) => ({ status: 201, body: showCorrection(written) }),
      })
      return reply.code(201).send(body)
    },
  )

  app.get(
    '/corrections',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'List corrections, newest first',
        querystring: Type.Object(
          {
            employee: Type.Optional(id),
            state: Type.Optional(Type.Enum([...correctionStates], { type: 'string' })),
            after: Type.Optional(id),
            limit: pageSize,
          },
          closed,
        ),
        response: {
          200: Type.Object(
            { corrections: Type.Array(correctionSchema), next: Type.Union([id, Type.Null()]) },
            { description: 'A page of corrections.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const { employee, state, after, limit = 50 } = request.query
      const page = await services().store.corrections.list({
        reach: services().access.reachOf(request.principal),
        ...(employee !== undefined && { employeeId: employee }),
        ...(state !== undefined && { state }),
        ...(after !== undefined && { after }),
        limit: limit + 1,
      })
      const shown = page.slice(0, limit)
      const next = page.length > limit ? (shown.at(-1)?.correction.id ?? null) : null
      return { corrections: shown.map(showCorrection), next }
    },
  )

  app.post(
    '/corrections/:id/decision',
    {
      config: { access: { who: keepers, of: 'correction' } },
      schema: {
        tags,
        summary: 'Approve or reject a correction, once',
        description:
          'Nobody approves what they asked for, by their account, or what is about them, by their name. ' +
          'Whoever asked may reject it, which takes it back.',
        headers: idempotencyHeaders,
        params: Type.Object({ id }),
        body: Type.Object({ outcome: Type.Enum([...decidable], { type: 'string' }) }, closed),
        response: {
          200: correctionSchema,
          404: problemResponse('`no-such-correction`'),
          409: problemResponse('`already-decided`'),
          422: problemResponse(
            '`own-correction`, `record-void`, `record-changed`, `records-overlap`, `invalid-value`, `idempotency-key-reused`',
          ),
        },
      },
    },
    async (request) => {
      const { hours, store } = services()
      const { outcome } = request.body
      const account = accountOf(request.principal)
      const { body } = await answerOnce({
        request,
        content: [JSON.stringify(request.body)],
        answers: store.answers,
        async work(receipt) {
          const { id } = request.params
          const result = await hours.corrections.decide(id, outcome, account, receipt)
          const decided = valueOf(
            found(result, 'no-such-correction', 'There is no such correction.'),
          )
          if (!decided.wasOpen) throw new Problem('already-decided', 'The first decision stands.')
          return decided
        },
        show: ({ decided }: Decided) => ({ status: 200, body: showCorrection(decided) }),
      })
      return body
    },
  )
}
