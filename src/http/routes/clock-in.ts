import { Type, type TProperties } from 'typebox'
import type { ClockInResult } from '../../attendance/clock-in.ts'
import type { EmployeeRef } from '../../identity/employee.ts'
import { clockInBy, clockInFields } from '../attendance/clock-in-by.ts'
import { refusedPhoto } from '../attendance/refused-photo.ts'
import type { Room } from '../room.ts'
import { answerOnce, type Done } from '../idempotency.ts'
import { contentOf, formValidatorCompiler, withPhotoForm } from '../identity/photo-form.ts'
import { Problem } from '../problems.ts'
import { showRecord } from '../show.ts'
import {
  clockInForm,
  employeeRefSchema,
  idempotencyHeaders,
  photoProblems,
  problemResponse,
  recordSchema,
} from '../schemas.ts'

const answer = <More extends TProperties>(
  outcome: 'recorded' | 'already-recorded',
  description: string,
  more: More,
) =>
  Type.Object(
    {
      outcome: Type.Literal(outcome),
      employee: employeeRefSchema,
      record: recordSchema,
      ...more,
    },
    { description, additionalProperties: false },
  )

const receiptSchema = Type.String({
  description:
    'Proves the record later: its id, time and place in the record of what was done, signed. ' +
    '`pointeuse audit check-receipt` reads it.',
})

export function clockInRoutes({ app, admission, services }: Room): void {
  app.post(
    '/clock_in',
    {
      config: { access: { who: ['clock', 'kiosk'], of: 'reach' } },
      schema: {
        tags: ['attendance'],
        summary: 'Record the attendance of whoever a photo, a badge, or a number and PIN shows',
        consumes: ['multipart/form-data'],
        headers: idempotencyHeaders,
        description:
          'Without `kind` the last record decides: whoever is in goes out, whoever is on a break comes back. ' +
          'A badge, or a number with its PIN, says who it is; a photo along with it has to show them (1:1). ' +
          'At a kiosk, and with a key for one site, the site is theirs.',
        body: clockInForm,
        response: {
          200: answer('already-recorded', 'They clocked in a moment ago; that record stands.', {}),
          201: answer('recorded', 'It is recorded.', { receipt: receiptSchema }),
          ...photoProblems,
          403: problemResponse('`face-not-allowed` (with `reason`)'),
          404: problemResponse('`no-such-site`'),
          422: problemResponse(
            '`no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo`, `wrong-pin`, `unknown-badge`, `face-differs`, `face-needed`, `way-not-taken`, `idempotency-key-reused`',
          ),
          429: problemResponse('`too-many-attempts`: too many PINs were wrong'),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request, reply) => {
      const done = await withPhotoForm(
        request,
        admission,
        { textFields: [], optionalFields: clockInFields, maxPhotos: 1, isPhotoOptional: true },
        (form) =>
          answerOnce({
            request,
            content: contentOf(form),
            answers: services().store.answers,
            work: (receipt) => clockInBy(form, request.principal, services(), receipt),
            show,
          }),
      )
      return done.status === 201 ? reply.code(201).send(done.body) : reply.code(200).send(done.body)
    },
  )
}

type Shown<Outcome> = {
  readonly outcome: Outcome
  readonly employee: EmployeeRef
  readonly record: ReturnType<typeof showRecord>
}

function show(
  result: ClockInResult,
):
  | Done<201, Shown<'recorded'> & { readonly receipt: string }>
  | Done<200, Shown<'already-recorded'>> {
  if (result.outcome !== 'recorded' && result.outcome !== 'already-recorded') throw refusal(result)
  const { employee } = result
  const record = showRecord(result.record)
  return result.outcome === 'recorded'
    ? {
        status: 201,
        body: { outcome: 'recorded', employee, record, receipt: result.proof },
      }
    : { status: 200, body: { outcome: 'already-recorded', employee, record } }
}

type Refused = Exclude<ClockInResult, { outcome: 'recorded' | 'already-recorded' }>

function refusal(result: Refused): Problem {
  if (result.outcome === 'unknown')
    return new Problem('unknown', 'Nobody enrolled looks like this.')
  if (result.outcome === 'ambiguous')
    return new Problem('ambiguous', 'It cannot be told who this is.')
  return refusedPhoto(result)
}
