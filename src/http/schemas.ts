import { Type } from 'typebox'
import type { Strength } from '../identity/coverage.ts'
import type { QualityReason, UnreadableReason } from '../identity/photo-verdict.ts'
import type { RecordKind } from '../time/record-kind.ts'
import { problemCodes } from './problems.ts'

// A schema with a title becomes a component of that name in openapi.json.

const closed = { additionalProperties: false }

/** The keys of an object that the compiler has compared with a union, so that none is forgotten. */
const keysOf = <Key extends string>(all: Record<Key, true>) => Object.keys(all) as Key[]

export const id = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'A UUID.',
})

export const instant = Type.String({
  format: 'date-time',
  description: 'An instant in ISO 8601 with `Z` or an offset. Answers are in UTC.',
})

/** For routes that write and may be asked twice. */
export const idempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description:
        'Made anew for each request, and sent again with it: the same request is done once and ' +
        'answered alike for 30 days.',
    }),
  ),
})

/** How many entries a page of a list has; 50 unless told. */
export const pageSize = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }))

export const coverageSchema = Type.Object(
  { front: Type.Boolean(), left: Type.Boolean(), right: Type.Boolean() },
  {
    title: 'Coverage',
    description:
      'From which sides the kept templates show the face; left is the person’s own left.',
    ...closed,
  },
)

export const employeeSchema = Type.Object(
  {
    id,
    name: Type.String(),
    number: Type.String({ description: 'By which the company knows them; nobody else has it.' }),
    templates: Type.Integer({ description: 'How many face templates are kept.' }),
    strength: Type.Enum(keysOf<Strength>({ none: true, weak: true, fair: true, strong: true }), {
      title: 'Strength',
      type: 'string',
      description:
        'How well they will be recognised: three good photos of different days make it strong.',
    }),
    coverage: coverageSchema,
    createdAt: instant,
  },
  { title: 'Employee', ...closed },
)

const dayOrNull = (description: string) =>
  Type.Union([Type.String({ format: 'date' }), Type.Null()], { description })

/** When somebody is employed: nothing is planned, missed or due before the first day and after the last. */
export const employmentDays = {
  firstDay: dayOrNull('The first day of their employment; null where it is not known.'),
  lastDay: dayOrNull('The last day of their employment; null as long as there is none.'),
}

export const listedEmployeeSchema = Type.Object(
  { ...employeeSchema.properties, ...employmentDays },
  { title: 'ListedEmployee', ...closed },
)

export const employeeRefSchema = Type.Object(
  { id, name: Type.String() },
  { title: 'EmployeeRef', ...closed },
)

export const recordKindSchema = Type.Enum(
  keysOf<RecordKind>({ in: true, out: true, 'break-start': true, 'break-end': true }),
  { title: 'RecordKind', type: 'string' },
)

export const qualityReasonSchema = Type.Enum(
  keysOf<QualityReason>({
    'too-small': true,
    blurred: true,
    'too-dark': true,
    'too-bright': true,
    'low-contrast': true,
    'turned-away': true,
    'looking-up-or-down': true,
    tilted: true,
    'cut-off': true,
    'eyes-closed': true,
    covered: true,
  }),
  { title: 'QualityReason', type: 'string' },
)

export const unreadableReasonSchema = Type.Enum(
  keysOf<UnreadableReason>({
    empty: true,
    'too-many-bytes': true,
    'too-many-pixels': true,
    'several-frames': true,
    'unsupported-format': true,
    damaged: true,
  }),
  { title: 'UnreadableReason', type: 'string' },
)

const index = Type.Integer({ description: 'Place of the photo in the request, from 0.' })

const quality = Type.Integer({
  minimum: 0,
  maximum: 100,
  description:
    'How well the face can be recognised, as the unified quality score of ISO/IEC 29794-5: 60 is an average press photo, below 40 misses are more than twice as frequent.',
})

export const photoVerdictSchema = Type.Union(
  [
    Type.Object({ index, outcome: Type.Literal('accepted'), quality }, closed),
    Type.Object({ index, outcome: Type.Literal('redundant') }, closed),
    Type.Object({ index, outcome: Type.Literal('out-of-reach') }, closed),
    Type.Object({ index, outcome: Type.Literal('other-person') }, closed),
    Type.Object(
      {
        index,
        outcome: Type.Literal('already-enrolled'),
        employee: Type.Union([employeeRefSchema, Type.Null()], {
          description: 'Null for somebody whom the caller does not reach.',
        }),
      },
      closed,
    ),
    Type.Object({ index, outcome: Type.Literal('no-face') }, closed),
    Type.Object({ index, outcome: Type.Literal('several-faces'), count: Type.Integer() }, closed),
    Type.Object(
      {
        index,
        outcome: Type.Literal('poor-quality'),
        reasons: Type.Immutable(Type.Array(qualityReasonSchema)),
      },
      closed,
    ),
    Type.Object(
      { index, outcome: Type.Literal('unreadable'), reason: unreadableReasonSchema },
      closed,
    ),
  ],
  { title: 'PhotoVerdict' },
)

export const recordSchema = Type.Object(
  { id, kind: recordKindSchema, at: instant },
  { title: 'AttendanceRecord', ...closed },
)

export const problemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum(problemCodes, { title: 'ProblemCode', type: 'string' }),
    detail: Type.String(),
    field: Type.Optional(Type.String({ description: 'The field that is meant.' })),
    reason: Type.Optional(Type.String({ description: 'Why, as a word that does not change.' })),
    reasons: Type.Optional(Type.Array(qualityReasonSchema)),
    count: Type.Optional(Type.Integer({ description: 'How many faces count.' })),
    photos: Type.Optional(Type.Array(photoVerdictSchema)),
    problems: Type.Optional(
      Type.Array(
        Type.Object({ code: Type.String(), field: Type.String(), detail: Type.String() }),
        { description: 'Everything that is wrong with what was sent, field by field.' },
      ),
    ),
  },
  { title: 'Problem' },
)

/** The answer of a route to what it refuses; `meaning` lists the codes. */
export const problemResponse = (meaning: string) => ({
  description: meaning,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** Refusals that any route that takes photos can give. */
export const photoProblems = {
  400: problemResponse('`malformed-body`, `invalid-request`, `missing-photo`'),
  413: problemResponse('`request-too-large`, `too-many-photos`, `unreadable-photo`'),
  415: problemResponse('`unsupported-media-type`, `unreadable-photo`'),
  503: problemResponse(
    '`not-ready`, `overloaded`, `engine-unavailable`, `timeout`, `store-unreachable`, `store-broken`',
  ),
  507: problemResponse('`disk-full`'),
}

const photoFile = Type.String({
  format: 'binary',
  description:
    'JPEG, PNG, WebP or AVIF; at most 10 MB, and 40 megapixels (JPEG 210, progressive 60; AVIF 16).',
})

const word = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }))

export const clockInForm = Type.Object({
  photo: Type.Optional(photoFile),
  number: word('The number of an employee, with their `pin`.'),
  pin: word('Eight digits.'),
  badge: word('What the code of a badge says.'),
  kind: Type.Optional(recordKindSchema),
  site: Type.Optional(id),
})
export const onePhotoForm = Type.Object({ photo: photoFile })
const twins = Type.Optional(
  Type.Enum(['true', 'false'], {
    type: 'string',
    default: 'false',
    description: 'An operator has confirmed that this is not the employee who looks the same.',
  }),
)
const consent = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'Where the employee’s signed consent is kept; or `notice:3:fr` for version 3 of the notice, read and agreed to on a screen in French.',
})
const consentLanguage = Type.Optional(
  Type.Enum(['fr', 'en', 'ar'], {
    type: 'string',
    default: 'fr',
    description: 'In which language a signed paper was read.',
  }),
)
export const photosForm = Type.Object({
  consent: Type.Optional({
    ...consent,
    description: 'As for /register; not needed where the employee’s consent stands.',
  }),
  consentLanguage,
  twins,
  photo: Type.Array(photoFile, { minItems: 1, maxItems: 20 }),
})
export const registerForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.Optional(
    Type.String({ maxLength: 20, description: 'By which the company knows them; else the next.' }),
  ),
  consent,
  consentLanguage,
  site: Type.Optional(
    Type.String({
      ...id,
      description: 'Where they belong from today on; for a caller of one site that one.',
    }),
  ),
  twins,
  photo: Type.Array(photoFile, { minItems: 1, maxItems: 20 }),
})
