import { Type } from 'typebox'
import type { ClockInResult } from '../../attendance/clock-in.ts'
import type { Room } from '../app.ts'
import { formValidatorCompiler, withPhotoForm } from '../photo-form.ts'
import { Problem, unreadablePhoto } from '../problems.ts'
import { showRecord } from '../show.ts'
import {
  employeeRefSchema,
  onePhotoForm,
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
      schema: {
        tags: ['attendance'],
        summary: 'Record the attendance of whoever the photo shows',
        consumes: ['multipart/form-data'],
        body: onePhotoForm,
        response: {
          200: answer('already-recorded', 'They clocked in a moment ago; that record stands.'),
          201: answer('recorded', 'It is recorded.'),
          ...photoProblems,
          422: problemResponse(
            '`no-face`, `several-faces`, `poor-quality`, `unknown`, `ambiguous`, `unreadable-photo`',
          ),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request, reply) => {
      const result = await withPhotoForm(
        request,
        admission,
        { textFields: [], maxPhotos: 1 },
        ({ photos: [photo = new Uint8Array()] }) => services().clockIn(photo),
      )
      if (result.outcome === 'recorded') {
        const { outcome, employee, record } = result
        return reply.code(201).send({ outcome, employee, record: showRecord(record) })
      }
      if (result.outcome === 'already-recorded') {
        const { outcome, employee, record } = result
        return reply.code(200).send({ outcome, employee, record: showRecord(record) })
      }
      throw refusal(result)
    },
  )
}

type Refused = Exclude<ClockInResult, { outcome: 'recorded' | 'already-recorded' }>

function refusal(result: Refused): Problem {
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
    case 'unknown':
      return new Problem('unknown', 'Nobody enrolled looks like this.')
    case 'ambiguous':
      return new Problem('ambiguous', 'It cannot be told who this is.')
  }
}
