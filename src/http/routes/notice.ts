import { Type } from 'typebox'
import { admins, everybody, readers } from '../../access/rule.ts'
import { htmlOf } from '../../document/html.ts'
import { blocksOf } from '../../document/plain-text.ts'
import { isLanguage, type Language, languages } from '../../privacy/language.ts'
import type { Notice } from '../../privacy/notice/notice.ts'
import { actorOf } from '../privacy/actor.ts'
import { languageSchema, noticeSchema, showNotice, textsSchema } from '../privacy/schemas.ts'
import { Problem } from '../problems.ts'
import type { Room } from '../room.ts'
import { problemResponse } from '../schemas.ts'

const tags = ['privacy']
const closed = { additionalProperties: false }
/** Three texts of 40,000 characters, most of which take three bytes. */
const maxTextsBytes = 512 * 1024

const names: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English', ar: 'العربية' }

export function noticeRoutes({ app, services }: Room): void {
  app.get(
    '/notice',
    {
      config: { access: everybody },
      schema: {
        tags,
        summary: 'Show what people are told about their data',
        description:
          'For everybody, without signing in. Whoever accepts `text/html`, as browsers do, is given it as a page.',
        querystring: Type.Object({ language: Type.Optional(languageSchema) }, closed),
        response: {
          200: noticeSchema,
          404: problemResponse('`no-such-notice`'),
        },
      },
    },
    async (request, reply) => {
      const { notices, choices } = services().privacy
      const state = await notices.state(await choices.latest())
      if (state.state === 'none') throw noSuchNotice()
      if (!(request.headers.accept ?? '').includes('text/html')) return showNotice(state.notice)
      const language = request.query.language ?? preferred(request.headers['accept-language'])
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('vary', 'accept, accept-language')
        .serializer((page: unknown) => String(page))
        .send(pageOf(state.notice, language) as never)
    },
  )

  app.get(
    '/privacy/notices',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags,
        summary: 'List every notice that was ever published, oldest first',
        response: {
          200: Type.Object(
            {
              notices: Type.Array(
                Type.Object({ ...noticeSchema.properties, by: Type.String() }, closed),
              ),
            },
            { description: 'All of them.', ...closed },
          ),
        },
      },
    },
    async () => {
      const all = await services().privacy.notices.all()
      return { notices: all.map((notice) => ({ ...showNotice(notice), by: notice.by })) }
    },
  )

  app.get(
    '/privacy/notices/draft',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Draft the notice that the country asks for, with what was chosen',
        response: { 200: textsSchema, 409: problemResponse('`privacy-not-set-up`') },
      },
    },
    async () => {
      const { notices, choices } = services().privacy
      const chosen = await choices.latest()
      if (chosen === undefined) throw notSetUp()
      return notices.draft(chosen)
    },
  )

  app.post(
    '/privacy/notices',
    {
      bodyLimit: maxTextsBytes,
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Publish a notice',
        description: 'It becomes the next version; those before stay as they are.',
        body: Type.Object({ texts: textsSchema }, closed),
        response: {
          201: noticeSchema,
          409: problemResponse('`privacy-not-set-up`'),
          422: problemResponse('`invalid-value` (with `field` and `reason`)'),
        },
      },
    },
    async (request, reply) => {
      const { notices } = services().privacy
      const result = await notices.publish(request.body.texts, actorOf(request.principal))
      if (result.outcome === 'not-set-up') throw notSetUp()
      if (result.outcome === 'unusable') {
        const { language, fault } = result
        throw new Problem('invalid-value', `The text in "${language}" is ${fault}.`, {
          field: `texts/${language}`,
          reason: fault,
        })
      }
      return reply.code(201).send(showNotice(result.notice))
    },
  )
}

export const notSetUp = () =>
  new Problem('privacy-not-set-up', 'Please choose the country first: PUT /privacy/choices.')

const noSuchNotice = () => new Problem('no-such-notice', 'None has been published yet.')

/** The first language of a browser's list that there is a text in. */
function preferred(accepted = ''): Language {
  const wanted = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find(isLanguage) ?? 'fr'
}

function pageOf({ texts, version, at }: Notice, language: Language): string {
  const blocks = blocksOf(texts[language].text)
  const [first] = blocks
  const links = languages.map((other) => ({
    href: `/notice?language=${other}`,
    text: names[other],
  }))
  const title = first?.kind === 'heading' ? first.text : names[language]
  const day = at.toString().slice(0, 10)
  const foot = `${version} · ${day} · SHA-256 ${texts[language].hash}`
  return htmlOf(
    { language, title, blocks: [...blocks, { kind: 'paragraph', text: foot }] },
    { links },
  )
}
