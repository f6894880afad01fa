import { Type } from 'typebox'
import { keepers, readers } from '../../access/rule.ts'
import type { Room } from '../room.ts'
import { withPhotoForm, formValidatorCompiler } from '../identity/photo-form.ts'
import { requireFace } from '../privacy/face-refusals.ts'
import { Problem } from '../problems.ts'
import { id, onePhotoForm, photoProblems, problemResponse } from '../schemas.ts'
import { searchScopeSchema } from '../attendance/hours-schemas.ts'
import { decisionsBySite } from '../attendance/site-decisions.ts'
import { noSuchEmployee } from './employees.ts'
import { refusedPhoto } from '../attendance/refused-photo.ts'

const closed = { additionalProperties: false }
const rate = (description: string) => Type.Number({ description })

const stepSchema = Type.Object(
  {
    employees: Type.Integer({ description: 'Of those who are looked among, with templates.' }),
    templates: Type.Integer(),
    threshold: Type.Number(),
    expectedFpir: rate('The share of strangers that this step takes for somebody.'),
    reached: Type.Boolean(),
  },
  { title: 'DecisionStep', ...closed },
)

const siteDecisionSchema = Type.Object(
  {
    siteId: id,
    search: searchScopeSchema,
    steps: Type.Array(stepSchema, {
      description:
        'The own people of the site, then everybody; one step where one is enough. No more strangers than ' +
        'the target allows are taken in all of them together.',
    }),
    expectedFpir: rate('Of all steps together.'),
  },
  { title: 'SiteDecision', ...closed },
)

const decisionSchema = Type.Object(
  {
    model: Type.String({ description: 'What makes the embeddings that are compared.' }),
    employees: Type.Integer({ description: 'Employees with templates.' }),
    templates: Type.Integer({ description: 'Templates that a face is compared with.' }),
    targetFpir: rate('Asked for: the share of strangers taken for some employee (FPIR).'),
    expectedFpir: rate('What can be promised with so many templates.'),
    reached: Type.Boolean({
      description: 'False: ask for a PIN or badge first, then compare 1:1.',
    }),
    measured: Type.Boolean({
      description: 'Counted on photos, or drawn on from what was counted.',
    }),
    threshold: rate('Score from which somebody is taken for an employee, in standard deviations.'),
    alikeness: rate(
      'How much of the threshold is for strangers who are more alike here than those of the table.',
    ),
    minMargin: rate('How far ahead of all others the best employee must be.'),
    fmr: rate('False match rate of one comparison at the threshold (FMR).'),
    table: Type.Immutable(
      Type.Array(
        Type.Object({ fmr: Type.Number(), score: Type.Number(), measured: Type.Boolean() }, closed),
      ),
    ),
    sites: Type.Array(siteDecisionSchema, {
      description: 'How it is decided at each site in use; elsewhere it is as said above.',
    }),
    data: Type.Object(
      {
        description: Type.String(),
        photos: Type.Integer(),
        people: Type.Integer(),
        impostorComparisons: Type.Integer(),
      },
      { description: 'What the table was measured on.', ...closed },
    ),
  },
  { title: 'Decision', ...closed },
)

export function decisionRoutes({ app, admission, services }: Room): void {
  app.get(
    '/decision',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags: ['server'],
        summary: 'Tell how it is decided who somebody is',
        response: { 200: decisionSchema, 503: problemResponse('`not-ready`') },
      },
    },
    async () => {
      const { policy, calibration, gallery } = services().identification
      const { model, table, data } = calibration
      const sites = await decisionsBySite(services())
      return { model, employees: gallery.employees, ...policy(), table, sites, data }
    },
  )

  app.post(
    '/employees/:id/verify',
    {
      config: { access: { who: [...keepers, 'clock'], of: 'employee' } },
      schema: {
        tags: ['attendance'],
        summary: 'Tell whether the photo shows this employee',
        description:
          'Compares with this employee only, at a false match rate of 1 in 10,000. Nothing is recorded.',
        consumes: ['multipart/form-data'],
        params: Type.Object({ id }),
        body: onePhotoForm,
        response: {
          200: Type.Object(
            { outcome: Type.Enum(['match', 'no-match'], { type: 'string' }) },
            { description: 'Compared.', ...closed },
          ),
          ...photoProblems,
          403: problemResponse('`face-not-allowed` (with `reason`)'),
          404: problemResponse('`no-such-employee`'),
          422: problemResponse(
            '`no-template`, `no-face`, `several-faces`, `poor-quality`, `unreadable-photo`',
          ),
        },
      },
      validatorCompiler: formValidatorCompiler,
    },
    async (request) => {
      const { id } = request.params
      const { verify, privacy, store } = services()
      const result = await withPhotoForm(
        request,
        admission,
        { textFields: [], maxPhotos: 1 },
        async ({ photos: [photo = new Uint8Array()], signal }) => {
          requireFace(await privacy.faceRule())
          if (!(await store.employees.find(id))) throw noSuchEmployee()
          return verify(id, photo, signal)
        },
      )
      if (result.outcome === 'match' || result.outcome === 'no-match')
        return { outcome: result.outcome }
      if (result.outcome === 'no-template')
        throw new Problem('no-template', 'Please enrol this employee with photos first.')
      throw refusedPhoto(result)
    },
  )
}
