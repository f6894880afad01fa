import { Type } from 'typebox'
import { admins, keepers } from '../../access/rule.ts'
import { htmlOf } from '../../document/html.ts'
import { pdfOf } from '../../document/pdf.ts'
import { languageSchema } from '../privacy/schemas.ts'
import type { Room } from '../room.ts'
import { id, problemResponse } from '../schemas.ts'
import { noSuchEmployee } from './employees.ts'
import { notSetUp } from './notice.ts'

const tags = ['privacy']
const closed = { additionalProperties: false }
const file = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: Type.String({ format: 'binary' }) } },
})

export function ownDataRoutes({ app, services }: Room): void {
  app.get(
    '/employees/:id/data',
    {
      config: { access: { who: [...keepers, 'employee'], of: 'employee' } },
      schema: {
        tags,
        summary: 'Give everything that is held about an employee, also of those who left',
        description:
          'A ZIP of data.json, a CSV for each table, and a summary to read. Templates are told of, without ' +
          'their vectors.',
        params: Type.Object({ id }),
        querystring: Type.Object({ language: Type.Optional(languageSchema) }, closed),
        response: {
          200: file('application/zip', 'All of it.'),
          404: problemResponse('`no-such-employee`'),
        },
      },
    },
    async (request, reply) => {
      const { language = 'fr' } = request.query
      const zip = await services().privacy.exportPerson(request.params.id, language)
      if (!zip) throw noSuchEmployee()
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="personal-data.zip"')
        .header('cache-control', 'no-store')
        .send(Buffer.from(zip) as never)
    },
  )

  app.get(
    '/privacy/dpia',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Give a data protection impact assessment of the program as it runs now',
        querystring: Type.Object(
          {
            language: Type.Optional(Type.Enum(['fr', 'en'], { type: 'string', default: 'fr' })),
            format: Type.Optional(Type.Enum(['html', 'pdf'], { type: 'string', default: 'html' })),
          },
          closed,
        ),
        response: {
          200: file('text/html', 'The assessment; `application/pdf` where that was asked for.'),
          409: problemResponse('`privacy-not-set-up`'),
        },
      },
    },
    async (request, reply) => {
      const { language = 'fr', format = 'html' } = request.query
      const document = await services().makeDpia(language)
      if (!document) throw notSetUp()
      const name = `dpia-${language}.${format}`
      reply.header('content-disposition', `attachment; filename="${name}"`)
      reply.header('cache-control', 'no-store')
      return format === 'pdf'
        ? reply
            .type('application/pdf')
            .send(Buffer.from(await pdfOf(document, new Date())) as never)
        : reply
            .type('text/html; charset=utf-8')
            .serializer((page: unknown) => String(page))
            .send(htmlOf(document) as never)
    },
  )
}
