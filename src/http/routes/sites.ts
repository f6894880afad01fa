import { Type } from 'typebox'
import { reaches, sitesOf } from '../../access/principal.ts'
import { admins, keepers, readers } from '../../access/rule.ts'
import type { KeptSite } from '../../attendance/ports/planning.ts'
import type { SiteChange } from '../../attendance/sites.ts'
import { shippedCalendars } from '../../time/holidays/shipped.ts'
import type { Room } from '../room.ts'
import {
  calendarId,
  date,
  holidaySchema,
  localNameSchema,
  searchScopeSchema,
  siteSchema,
} from '../attendance/hours-schemas.ts'
import { answerOnce } from '../idempotency.ts'
import { Problem } from '../problems.ts'
import { id, idempotencyHeaders, problemResponse } from '../schemas.ts'
import { showHoliday, showSite } from '../attendance/show-hours.ts'
import { found, valueOf } from '../attendance/time-problem.ts'

const tags = ['sites']
const params = Type.Object({ id })
const dayParams = Type.Object({ id, date })
const closed = { additionalProperties: false }
const notThere = problemResponse('`no-such-site`')
const gone = Type.Null({ description: 'Gone.' })

const noSuchSite = 'Nothing is known of this site.'

export function siteRoutes({ app, services }: Room): void {
  app.get(
    '/calendars',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags,
        summary: 'List the calendars of public holidays that come with the program',
        response: {
          200: Type.Object(
            {
              calendars: Type.Array(
                Type.Object(
                  {
                    id: calendarId,
                    name: localNameSchema,
                    firstYear: Type.Integer(),
                    lastYear: Type.Integer(),
                    note: Type.String(),
                    sources: Type.Array(Type.String()),
                  },
                  { title: 'HolidayCalendar', ...closed },
                ),
              ),
            },
            { description: 'All calendars.', ...closed },
          ),
        },
      },
    },
    async () => ({
      calendars: (Object.keys(shippedCalendars) as (keyof typeof shippedCalendars)[]).map((key) => {
        const { name, years, note, rules } = shippedCalendars[key]
        const sources = [...new Set(rules.map(({ source }) => source))]
        return { id: key, name, firstYear: years.first, lastYear: years.last, note, sources }
      }),
    }),
  )

  app.get(
    '/sites',
    {
      config: { access: { who: readers, of: 'reach' } },
      schema: {
        tags,
        summary: 'List the sites, oldest first',
        response: {
          200: Type.Object(
            { sites: Type.Array(siteSchema) },
            { description: 'All sites.', ...closed },
          ),
        },
      },
    },
    async (request) => {
      const { hours, store } = services()
      const own = sitesOf(request.principal)
      const sites = (await store.sites.list()).filter(({ id }) => reaches(own, id))
      return { sites: sites.map((site) => showSite(site, hours.sites.today(site))) }
    },
  )

  app.post(
    '/sites',
    {
      config: { access: { who: admins, of: 'all' } },
      schema: {
        tags,
        summary: 'Add a site',
        headers: idempotencyHeaders,
        body: Type.Object(
          {
            name: Type.String(),
            zone: Type.String({ maxLength: 100 }),
            calendar: Type.Optional(Type.Union([calendarId, Type.Null()])),
          },
          closed,
        ),
        response: {
          201: siteSchema,
          422: problemResponse('`unknown-zone`, `invalid-value`, `idempotency-key-reused`'),
        },
      },
    },
    async (request, reply) => {
      const { name, zone, calendar = null } = request.body
      const { hours, store } = services()
      const { body } = await answerOnce({
        request,
        content: [JSON.stringify(request.body)],
        answers: store.answers,
        work: async (receipt) => valueOf(await hours.sites.add({ name, zone, calendar }, receipt)),
        show: (site: KeptSite) => ({ status: 201, body: showSite(site, hours.sites.today(site)) }),
      })
      return reply.code(201).send(body)
    },
  )

  app.patch(
    '/sites/:id',
    {
      config: { access: { who: admins, of: 'site' } },
      schema: {
        tags,
        summary:
          'Change the name of a site, its calendar from a day on, among whom faces are looked for, or whether it is in use',
        description:
          'The zone stays as it is: it says of which day past records are. A move is a new site. A site is taken ' +
          'out of use once nobody is assigned to it today or later; its hours stay as they are.',
        params,
        body: Type.Object(
          {
            name: Type.Optional(Type.String()),
            calendar: Type.Optional(Type.Union([calendarId, Type.Null()])),
            calendarFrom: Type.Optional(
              Type.String({
                format: 'date',
                description: 'The first day of the calendar: today, unless it is later.',
              }),
            ),
            search: Type.Optional(searchScopeSchema),
            archived: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        response: {
          200: siteSchema,
          404: notThere,
          409: problemResponse('`in-use`'),
          422: problemResponse('`invalid-value`, `rewrites-the-past`'),
        },
      },
    },
    async (request) => {
      const { sites } = services().hours
      const changed = await sites.change(request.params.id, request.body as SiteChange)
      const site = valueOf(found(changed, 'no-such-site', noSuchSite))
      return showSite(site, sites.today(site))
    },
  )

  app.delete(
    '/sites/:id',
    {
      config: { access: { who: admins, of: 'site' } },
      schema: {
        tags,
        summary: 'Delete a site that was never used',
        description: 'One where people were assigned or recorded is archived instead.',
        params,
        response: { 204: gone, 404: notThere, 409: problemResponse('`in-use`') },
      },
    },
    async (request, reply) => {
      const removed = await services().hours.sites.remove(request.params.id)
      valueOf(found(removed, 'no-such-site', noSuchSite))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/sites/:id/holidays',
    {
      config: { access: { who: readers, of: 'site' } },
      schema: {
        tags,
        summary: 'List the public holidays of a site in a year',
        params,
        querystring: Type.Object({ year: Type.Integer({ minimum: 1970, maximum: 2199 }) }, closed),
        response: {
          200: Type.Object(
            { holidays: Type.Array(holidaySchema) },
            { description: 'By date.', ...closed },
          ),
          404: notThere,
        },
      },
    },
    async (request) => {
      const days = await services().hours.sites.holidays(request.params.id, request.query.year)
      return { holidays: found(days, 'no-such-site', noSuchSite).map(showHoliday) }
    },
  )

  app.put(
    '/sites/:id/holidays/:date',
    {
      config: { access: { who: keepers, of: 'site' } },
      schema: {
        tags,
        summary: 'Add or confirm a holiday of a site, or make a workday of one',
        params: dayParams,
        body: Type.Object(
          { name: Type.String(), isHoliday: Type.Optional(Type.Boolean({ default: true })) },
          closed,
        ),
        response: { 204: gone, 404: notThere, 422: problemResponse('`invalid-value`') },
      },
    },
    async (request, reply) => {
      const { name, isHoliday = true } = request.body
      const { id: siteId, date } = request.params
      const put = await services().hours.sites.putDay(siteId, { date, name, isHoliday })
      valueOf(found(put, 'no-such-site', noSuchSite))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/sites/:id/holidays/:date',
    {
      config: { access: { who: keepers, of: 'site' } },
      schema: {
        tags,
        summary: 'Take back what was said of a day; a shipped holiday is one again',
        params: dayParams,
        response: { 204: gone, 404: notThere },
      },
    },
    async (request, reply) => {
      const { id: siteId, date } = request.params
      const removed = valueOf(await services().hours.sites.removeDay(siteId, date))
      if (!removed) throw new Problem('no-such-site', 'Nothing was said of this day.')
      return reply.code(204).send(null)
    },
  )
}
