import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { keepers } from '../../access/rule.ts'
import type { Enrolled, EnrolResult } from '../../identity/enrol.ts'
import type { Room } from '../room.ts'
import { newcomerSite } from '../identity/newcomer-site.ts'
import { parseEmployeeName } from '../identity/employee-name.ts'
import { readEmployeeNumber, whenNumberIsFree } from '../identity/employee-number.ts'
import { answerOnce } from '../idempotency.ts'
import {
  contentOf,
  formValidatorCompiler,
  maxPhotos,
  withPhotoForm,
} from '../identity/photo-form.ts'
import { consentFields, consentForMore, consentOf } from '../privacy/consent-form.ts'
import { noConsent } from '../privacy/face-refusals.ts'
import { Problem } from '../problems.ts'
import {
  employeeSchema,
  id,
  idempotencyHeaders,
  photoProblems,
  photoVerdictSchema,
  photosForm,
  problemResponse,
  registerForm,
} from '../schemas.ts'
import type { Services } from '../services.ts'
import { showEmployee } from '../show.ts'
import { noSuchEmployee } from './employees.ts'

const enrolled = (description: string) =>
  Type.Object(
    {
      employee: employeeSchema,
      photos: Type.Immutable(Type.Array(photoVerdictSchema)),
      replaced: Type.Integer({
        description: 'How many older templates made room for better ones: ten are kept at most.',
      }),
    },
    { description, additionalProperties: false },
  )

export function registerRoutes({ app, admission, services }: Room): void {
  app.post(
    '/register',
    {
      config: { access: { who: [...keepers, 'enrol'], of: 'reach' } },
      schema: {
        tags: ['employees'],
        summary: 'Enrol a new employee with photos',
        consumes: ['multipart/form-data'],
        headers: idempotencyHeaders,
        body: registerForm,
        response: {
          201: enrolled('Enrolled with the photos that were accepted.'),
          ...photoProblems,
          403: problemResponse('`face-not-allowed` (with `reason`)'),
          404: problemResponse('`no-such-site`'),
          409: problemResponse(
            '`already-enrolled` (with `photos`), `number-taken`, `notice-not-published` (with `reason`)',
          ),
          422: problemResponse(
            '`no-photo-accepted` (with `photos`), `archived` (the site), `invalid-name`, `invalid-number`, `consent-missing`, `consent-outdated`, `invalid-value`, `idempotency-key-reused`',
          ),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request, reply) => {
      const { enrolment, privacy, store } = services()
      const { body } = await withPhotoForm(
        request,
        admission,
        {
          textFields: ['name'],
          optionalFields: ['number', 'site', 'twins', ...consentFields],
          maxPhotos,
        },
        (form) =>
          answerOnce({
            request,
            content: contentOf(form),
            answers: store.answers,
            async work(receipt) {
              const name = parseEmployeeName(form.fields['name'] ?? '')
              const twins = parseTwins(form.fields['twins'])
              const given = form.fields['number']
              const number = given === undefined ? undefined : readEmployeeNumber(given)
              const assignedTo = await newcomerSite(request, form.fields['site'], services())
              const consent = await consentOf(request, privacy, form.fields)
              const options = { twins, number, assignedTo, receipt, consent, signal: form.signal }
              const result = await whenNumberIsFree(enrolment.enrol(name, form.photos, options))
              return whenEnrolled(result, request, services())
            },
            show: (done: Enrolled) => ({ status: 201, body: showEnrolled(done) }),
          }),
      )
      return reply.code(201).send(body)
    },
  )

  app.post(
    '/employees/:id/photos',
    {
      config: { access: { who: [...keepers, 'enrol'], of: 'employee' } },
      schema: {
        tags: ['employees'],
        summary: 'Add photos to an employee',
        consumes: ['multipart/form-data'],
        params: Type.Object({ id }),
        headers: idempotencyHeaders,
        body: photosForm,
        response: {
          200: enrolled('Added the photos that were accepted.'),
          ...photoProblems,
          404: problemResponse('`no-such-employee`'),
          403: problemResponse('`face-not-allowed` (with `reason`)'),
          409: problemResponse(
            '`already-enrolled` (with `photos`), `notice-not-published` (with `reason`)',
          ),
          422: problemResponse(
            '`no-photo-accepted` (with `photos`), `consent-missing`, `consent-outdated`, `invalid-value`, `idempotency-key-reused`',
          ),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request) => {
      const { id } = request.params
      const { enrolment, privacy, store } = services()
      const { body } = await withPhotoForm(
        request,
        admission,
        { textFields: [], optionalFields: ['twins', ...consentFields], maxPhotos },
        (form) =>
          answerOnce({
            request,
            content: contentOf(form),
            answers: store.answers,
            async work(receipt) {
              const twins = parseTwins(form.fields['twins'])
              const consent = await consentForMore(request, privacy, form.fields)
              const options = { twins, receipt, consent, signal: form.signal }
              const result = await enrolment.addPhotos(id, form.photos, options)
              if (result.outcome === 'no-consent') throw noConsent({ outcome: 'missing' })
              if (result.outcome === 'no-such-employee') throw noSuchEmployee()
              return whenEnrolled(result, request, services())
            },
            show: (done: Enrolled) => ({ status: 200, body: showEnrolled(done) }),
          }),
      )
      return body
    },
  )
}

/** Throws what speaks against enrolling. */
async function whenEnrolled(
  result: EnrolResult,
  { principal }: FastifyRequest,
  { access, store }: Services,
): Promise<Enrolled> {
  if (result.outcome === 'enrolled') return result
  const reach = access.reachOf(principal)
  const photos = await Promise.all(
    result.photos.map(async (verdict) => {
      if (verdict.outcome !== 'already-enrolled') return verdict
      const { index, outcome, employeeId } = verdict
      // That they are there is told to everybody who may enrol, who they are only to whoever may see them.
      const isReached = reach === undefined || (await store.assignments.isWithin(employeeId, reach))
      if (!isReached) return { index, outcome, employee: null }
      // One who has just left is nobody's double.
      const employee = await store.employees.find(employeeId)
      return { index, outcome, employee: { id: employeeId, name: employee?.name ?? '' } }
    }),
  )
  if (result.outcome === 'no-photo-accepted')
    throw new Problem('no-photo-accepted', 'Please look at what is said of each photo.', { photos })
  throw new Problem(
    'already-enrolled',
    'Please see whether this is the same person; send "twins" as "true" if it is not.',
    { photos },
  )
}

function showEnrolled({ employee, photos, replaced }: Enrolled) {
  // Nobody is enrolled with a photo of somebody else.
  const told = photos.flatMap((verdict) =>
    verdict.outcome === 'already-enrolled' ? [] : [verdict],
  )
  return { employee: showEmployee(employee), photos: told, replaced }
}

function parseTwins(text = 'false'): boolean {
  if (text !== 'true' && text !== 'false')
    throw new Problem('invalid-request', '"twins" must be true or false.', { field: 'twins' })
  return text === 'true'
}
