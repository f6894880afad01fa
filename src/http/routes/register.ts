import { Type } from 'typebox'
import type { EnrolResult } from '../../attendance/enrol.ts'
import type { Room } from '../app.ts'
import { parseEmployeeName } from '../employee-name.ts'
import { formValidatorCompiler, maxPhotos, withPhotoForm } from '../photo-form.ts'
import { Problem } from '../problems.ts'
import {
  employeeSchema,
  id,
  photoProblems,
  photoVerdictSchema,
  photosForm,
  problemResponse,
  registerForm,
} from '../schemas.ts'
import { showEmployee } from '../show.ts'
import { noSuchEmployee } from './employees.ts'

const enrolled = (description: string) =>
  Type.Object(
    { employee: employeeSchema, photos: Type.Immutable(Type.Array(photoVerdictSchema)) },
    { description, additionalProperties: false },
  )

export function registerRoutes({ app, admission, services }: Room): void {
  app.post(
    '/register',
    {
      schema: {
        tags: ['employees'],
        summary: 'Enrol a new employee with photos',
        consumes: ['multipart/form-data'],
        body: registerForm,
        response: {
          201: enrolled('Enrolled with the photos that were accepted.'),
          ...photoProblems,
          422: problemResponse('`no-photo-accepted` (with `photos`), `invalid-name`'),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request, reply) => {
      const result = await withPhotoForm(
        request,
        admission,
        { textFields: ['name'], maxPhotos },
        ({ photos, fields }) =>
          services().enrolment.enrol(parseEmployeeName(fields['name'] ?? ''), photos),
      )
      return reply.code(201).send(showEnrolled(result))
    },
  )

  app.post(
    '/employees/:id/photos',
    {
      schema: {
        tags: ['employees'],
        summary: 'Add photos to an employee',
        consumes: ['multipart/form-data'],
        params: Type.Object({ id }),
        body: photosForm,
        response: {
          200: enrolled('Added the photos that were accepted.'),
          ...photoProblems,
          404: problemResponse('`no-such-employee`'),
          422: problemResponse('`no-photo-accepted` (with `photos`)'),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request) => {
      const { id } = request.params
      const result = await withPhotoForm(
        request,
        admission,
        { textFields: [], maxPhotos },
        ({ photos }) => services().enrolment.addPhotos(id, photos),
      )
      if (result.outcome === 'no-such-employee') throw noSuchEmployee()
      return showEnrolled(result)
    },
  )
}

function showEnrolled(result: EnrolResult) {
  const { photos } = result
  if (result.outcome === 'no-photo-accepted') {
    throw new Problem('no-photo-accepted', 'Please look at what is said of each photo.', { photos })
  }
  return { employee: showEmployee(result.employee), photos }
}
