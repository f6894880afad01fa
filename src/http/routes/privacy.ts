import { Type } from 'typebox'
import { admins, open, readers } from '../../access/rule.ts'
import type { ChooseResult } from '../../privacy/choosing.ts'
import type { Choices, FaceChoice, MadeChoices } from '../../privacy/choices.ts'
import { countries } from '../../privacy/country.ts'
import { profileOf } from '../../privacy/countries/profiles.ts'
import { periodsOf } from '../../privacy/retention-periods.ts'
import { actorOf } from '../privacy/actor.ts'
import {
  choicesBody,
  choicesSchema,
  countryProfileSchema,
  showChoices,
  showProfile,
} from '../privacy/schemas.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { problemResponse } from '../schemas.ts'

const tags = ['privacy']
const closed = { additionalProperties: false }

const standingSchema = Type.Object(
  {
    choices: Type.Union([choicesSchema, Type.Null()], {
      description: 'What was decided; null before anybody chose.',
    }),
    face: Type.Object(
      {
        allowed: Type.Boolean(),
        reason: Type.Optional(
          Type.Enum(['not-set-up', 'off-by-default', 'no-authorisation', 'switched-off'], {
            type: 'string',
          }),
        ),
      },
      { description: 'Whether faces may be enrolled and looked at.', ...closed },
    ),
    notice: Type.Object(
      {
        state: Type.Enum(['none', 'current', 'outdated'], { type: 'string' }),
        version: Type.Union([Type.Integer(), Type.Null()]),
        because: Type.Optional(Type.Enum(['other-country', 'before-face'], { type: 'string' })),
      },
      { description: 'Whether people are told what is done now.', ...closed },
    ),
    consents: Type.Object(
      {
        withTemplates: Type.Integer({ description: 'Employees with templates.' }),
        withoutConsent: Type.Integer({ description: 'Of these: no consent is written down.' }),
        toEarlierNotice: Type.Integer({
          description: 'Of these: they agreed to an earlier notice.',
        }),
      },
      closed,
    ),
    periods: Type.Union([
      Type.Object({ templateUnusedDays: Type.Integer(), recordYears: Type.Integer() }, closed),
      Type.Null(),
    ]),
  },
  { title: 'PrivacyStanding', ...closed },
)

export function privacyRoutes({ app, services }: Room): void {
  app.get(
    '/privacy/countries',
    {
      // The setup page shows it before there is anybody.
      config: { access: open },
      schema: {
        tags,
        summary: 'List what the program knows of each country, and where that stands',
        response: {
          200: Type.Object(
            { countries: Type.Array(countryProfileSchema) },
            { description: 'A beginning, and no legal advice.', ...closed },
          ),
        },
      },
    },
    async () => ({ countries: countries.map((country) => showProfile(profileOf(country))) }),
  )

  app.get(
    '/privacy',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags,
        summary: 'Show what was decided about people’s data, and how that stands',
        response: { 200: standingSchema },
      },
    },
    async () => {
      const { privacy } = services()
      const choices = await privacy.choices.latest()
      const state = await privacy.notices.state(choices)
      return {
        choices: choices ? showChoices(choices) : null,
        face: { ...(await privacy.faceRule()) },
        notice: {
          state: state.state,
          version: state.state === 'none' ? null : state.notice.version,
          ...(state.state === 'outdated' && { because: state.because }),
        },
        consents: await privacy.consents.counts(),
        periods: choices ? periodsOf(choices) : null,
      }
    },
  )

  app.get(
    '/privacy/choices',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'List all that was ever decided, with who decided it and why, oldest first',
        response: {
          200: Type.Object(
            { choices: Type.Array(choicesSchema) },
            { description: 'All of it.', ...closed },
          ),
        },
      },
    },
    async () => ({ choices: (await services().privacy.choices.all()).map(showChoices) }),
  )

  app.put(
    '/privacy/choices',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Decide in which country the clock stands, and what is done with faces',
        description: 'What was decided before stays written down.',
        body: Type.Object(choicesBody, closed),
        response: {
          200: choicesSchema,
          422: problemResponse('`invalid-value` (with `field` and `reason`)'),
        },
      },
    },
    async (request) => {
      const { face, ...body } = request.body
      const choices: Choices = { ...body, face: faceChoiceOf(face) }
      const result = await services().privacy.choices.choose(choices, actorOf(request.principal))
      return showChoices(chosenOf(result))
    },
  )
}

function faceChoiceOf({ use, reason }: { use: FaceChoice['use']; reason?: string }): FaceChoice {
  return use === 'on' ? { use, reason: (reason ?? '').trim() } : { use }
}

function chosenOf(result: ChooseResult): MadeChoices {
  switch (result.outcome) {
    case 'chosen':
      return result.choices
    case 'reason-too-short':
      throw new Problem('invalid-value', 'Please write down why, in 20 characters or more.', {
        field: 'face/reason',
        reason: 'too-short',
      })
    case 'period-too-long':
      throw new Problem('invalid-value', `The law allows ${result.maxDays} days at most.`, {
        field: 'retention/templateUnusedDays',
        reason: 'too-long',
      })
  }
}
