import { Type } from 'typebox'
import type { MadeChoices } from '../../privacy/choices.ts'
import type { CountryProfile } from '../../privacy/countries/country-profile.ts'
import { countries } from '../../privacy/country.ts'
import { type Language, languages } from '../../privacy/language.ts'
import type { Notice } from '../../privacy/notice/notice.ts'
import { instant } from '../schemas.ts'

const closed = { additionalProperties: false }

export const languageSchema = Type.Enum([...languages], { title: 'NoticeLanguage', type: 'string' })
export const countrySchema = Type.Enum([...countries], { title: 'Country', type: 'string' })

const localText = (description: string) =>
  Type.Object(
    { fr: Type.String(), en: Type.String(), ar: Type.String() },
    { description, ...closed },
  )

export const countryProfileSchema = Type.Object(
  {
    country: countrySchema,
    name: localText('What the country is called.'),
    face: Type.Enum(['off', 'needs-authorisation', 'with-consent'], {
      type: 'string',
      description:
        'Whether faces may be used for working hours as long as nobody decides otherwise.',
    }),
    why: localText('Why that is so.'),
    sources: Type.Array(Type.Object({ title: Type.String(), url: Type.String() }, closed)),
    authority: Type.Object(
      { name: localText('Where people complain.'), url: Type.String() },
      closed,
    ),
    templateUnusedDays: Type.Integer(),
    recordYears: Type.Integer(),
    retentionWhy: localText('Where these periods come from.'),
  },
  { title: 'CountryProfile', ...closed },
)

export const showProfile = ({ retention, ...profile }: CountryProfile) => ({
  country: profile.country,
  name: profile.name,
  face: profile.face,
  why: profile.why,
  sources: [...profile.sources],
  authority: profile.authority,
  templateUnusedDays: retention.templateUnusedDays,
  recordYears: retention.recordYears,
  retentionWhy: retention.why,
})

const text = (maxLength: number, description?: string) =>
  Type.String({ maxLength, ...(description !== undefined && { description }) })

export const controllerSchema = Type.Object(
  {
    name: text(200),
    address: text(400),
    contact: text(400, 'Where questions go: a person, a telephone number, an address.'),
  },
  {
    title: 'Controller',
    description: 'Who answers for the data, as the notice names them.',
    ...closed,
  },
)

const faceChoiceSchema = Type.Object(
  {
    use: Type.Enum(['by-country', 'off', 'on'], { type: 'string' }),
    reason: Type.Optional(
      text(1000, 'Needed for `on`, of 20 characters or more; kept with who gave it and when.'),
    ),
  },
  { title: 'FaceChoice', ...closed },
)

const periodsSchema = Type.Object(
  {
    templateUnusedDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    recordYears: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
  },
  {
    title: 'RetentionChoice',
    description: 'Other periods than the country’s; what is missing is as the country has it.',
    ...closed,
  },
)

export const choicesBody = {
  country: countrySchema,
  controller: controllerSchema,
  face: faceChoiceSchema,
  authorisation: Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()], {
    description: 'The number of an authority’s authorisation, where one has to allow faces.',
  }),
  retention: periodsSchema,
}

export const choicesSchema = Type.Object(
  { ...choicesBody, ordinal: Type.Integer(), by: Type.String(), at: instant },
  { title: 'PrivacyChoices', ...closed },
)

export const showChoices = ({ controller, face, retention, at, ...choices }: MadeChoices) => ({
  ...choices,
  controller: { ...controller },
  face: { ...face },
  retention: { ...retention },
  at: at.toString(),
})

const noticeText = Type.Object(
  {
    text: Type.String({
      description:
        'Plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry.',
    }),
    hash: Type.String({ description: 'SHA-256 of the text as UTF-8, in hex.' }),
  },
  closed,
)

export const noticeSchema = Type.Object(
  {
    version: Type.Integer(),
    country: countrySchema,
    coversFace: Type.Boolean({ description: 'Whether it was published while faces were in use.' }),
    texts: Type.Object({ fr: noticeText, en: noticeText, ar: noticeText }, closed),
    at: instant,
  },
  { title: 'Notice', ...closed },
)

export function showNotice({ version, country, coversFace, texts, at }: Notice) {
  const shown = (language: Language) => ({ ...texts[language] })
  return {
    ...{ version, country, coversFace },
    texts: { fr: shown('fr'), en: shown('en'), ar: shown('ar') },
    at: at.toString(),
  }
}

export const textsSchema = Type.Object(
  { fr: Type.String(), en: Type.String(), ar: Type.String() },
  { title: 'NoticeTexts', ...closed },
)
