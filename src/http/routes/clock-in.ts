import { Type } from 'typebox'
import { keepers } from '../../access/rule.ts'
import type { ClockInResult, Stated } from '../../attendance/clock-in.ts'
import type { EmployeeRef } from '../../identity/employee.ts'
import { recordKinds } from '../../time/record-kind.ts'
import type { Room } from '../room.ts'
import { answerOnce, type Done } from '../idempotency.ts'
import { contentOf, formValidatorCompiler, withPhotoForm } from '../identity/photo-form.ts'
import { Problem, unreadablePhoto } from '../problems.ts'
import type { Services } from '../services.ts'
import { showRecord } from '../show.ts'
import {
  clockInForm,
  employeeRefSchema,
  idempotencyHeaders,
  photoProblems,
  problemResponse,
  recordSchema,
} from '../schemas.ts'

const answer = (outcome: 'recorded' | 'already-recorded', description: string) =>
  Type.Object(
    { outcome: Type.Literal(outcome), employee: employeeRefSchema, record: recordSchema },
    { description, additionalProperties: false },
  )

export function clockInRoutes({ app, admission, services }: Room): void {
  app.post(
    '/clock_in',
    {
      config: { access: { who: [...keepers, 'clock', 'kiosk'], of: 'reach' } },
      schema: {
        tags: ['attendance'],
        summary: 'Record the attendance of whoever the photo shows',
        consumes: ['multipart/form-data'],
        headers: idempotencyHeaders,
        description:
          'Without `kind` the last record decides: whoever is in goes out, whoever is on a break comes back.',
        body: clockInForm,
        response: {
          200: answer('already-recorded', 'They clocked in a moment ago; that record stands.'),
          201: answer('recorded', 'It is recorded.'),
          ...photoProblems,
          404: problemResponse('`no-such-site`'),
          422: problemResponse(
            '`no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo`, `idempotency-key-reused`',
          ),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request, reply) => {
      const done = await withPhotoForm(
        request,
        admission,
        { textFields: [], optionalFields: ['kind', 'site'], maxPhotos: 1 },
        (form) =>
          answerOnce({
            request,
            content: contentOf(form),
            answers: services().store.answers,
            async work(receipt) {
              const stated = await parseStated(form.fields, services().store)
              return services().clockIn(form.photos[0] ?? new Uint8Array(), receipt, stated)
            },
            show,
          }),
      )
      return done.status === 201 ? reply.code(201).send(done.body) : reply.code(200).send(done.body)
    },
  )
}

async function parseStated(
  { kind, site }: Readonly<Record<string, string>>,
  { sites }: Pick<Services['store'], 'sites'>,
): Promise<Stated> {
  const stated = recordKinds.find((known) => known === kind)
  if (kind !== undefined && stated === undefined) {
    throw new Problem('invalid-request', `"kind" must be one of ${recordKinds.join(', ')}.`, {
      field: 'kind',
    })
  }
  if (site !== undefined && !(await sites.find(site))) {
    throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'site' })
  }
  return { ...(stated && { kind: stated }), ...(site !== undefined && { siteId: site }) }
}

type Shown<Outcome> = {
  readonly outcome: Outcome
  readonly employee: EmployeeRef
  readonly record: ReturnType<typeof showRecord>
}

function show(
  result: ClockInResult,
): Done<201, Shown<'recorded'>> | Done<200, Shown<'already-recorded'>> {
  if (result.outcome !== 'recorded' && result.outcome !== 'already-recorded') throw refusal(result)
  const { outcome, employee } = result
  const record = showRecord(result.record)
  return outcome === 'recorded'
    ? { status: 201, body: { outcome, employee, record } }
    : { status: 200, body: { outcome, employee, record } }
}

type Refused = Exclude<ClockInResult, { outcome: 'recorded' | 'already-recorded' }>

function refusal(result: Refused): Problem {
  if (result.outcome === 'unknown')
    return new Problem('unknown', 'Nobody enrolled looks like this.')
  if (result.outcome === 'ambiguous')
    return new Problem('ambiguous', 'It cannot be told who this is.')
  return refusedPhoto(result)
}

/** What keeps a photo from being compared with anybody. */
export function refusedPhoto(
  result: Exclude<Refused, { outcome: 'unknown' | 'ambiguous' }>,
): Problem {
  switch (result.outcome) {
    case 'unreadable':
      return unreadablePhoto(result.reason)
    case 'no-face':
      return new Problem('no-face', 'Please face the camera.')
    case 'several-faces':
      return new Problem('several-faces', 'Please stand alone in front of the camera.', {
        count: result.count,
      })
    case 'poor-quality':
      return new Problem('poor-quality', `The face is ${result.reasons.join(', ')}.`, {
        reasons: result.reasons,
      })
  }
}
