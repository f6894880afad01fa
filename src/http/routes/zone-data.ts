import { Type } from 'typebox'
import { reaches, sitesOf } from '../../access/principal.ts'
import { readers } from '../../access/rule.ts'
import type { KeptSite } from '../../attendance/ports/planning.ts'
import { instantOfMicros } from '../../time/instant.ts'
import { freshZoneData, isZoneDataFresh, zoneDataVersion } from '../../time/zone-data.ts'
import type { ZoneFindings } from '../../time/zone-findings.ts'
import type { Room } from '../room.ts'
import { instant } from '../schemas.ts'

const closed = { additionalProperties: false }

const findingsSchema = Type.Object(
  {
    records: Type.Integer({ description: 'All records and corrections.' }),
    withoutClock: Type.Integer({
      description: 'Those made before the program kept what the clocks showed.',
    }),
    changes: Type.Array(
      Type.Object(
        {
          zone: Type.String(),
          sites: Type.Array(Type.String(), {
            description:
              'The names of the sites there are in it, of those that the caller reaches.',
          }),
          keptOffsetSeconds: Type.Integer({ description: 'As it was when they were made.' }),
          offsetSeconds: Type.Union([Type.Integer(), Type.Null()], {
            description: 'By the new rules; null where the zone is not known any more.',
          }),
          count: Type.Integer(),
          first: instant,
          last: instant,
        },
        closed,
      ),
      { description: 'The records that the new rules read otherwise, by zone.' },
    ),
  },
  { title: 'ZoneFindings', ...closed },
)

export function zoneDataRoutes({ app, services }: Room): void {
  app.get(
    '/zone-data',
    {
      config: { access: { who: readers, of: 'all' } },
      schema: {
        tags: ['server'],
        summary: 'Show the time zone data in use, and what each change of it made of the records',
        description:
          'A record keeps its instant, its zone and how far the clocks were ahead of UTC when it was made. ' +
          'When the rules of a zone change, timesheets follow the new ones; what was recorded stays.',
        response: {
          200: Type.Object(
            {
              version: Type.String({ description: '`2026c`' }),
              fresh: Type.Boolean({
                description: 'Whether it is recent enough for hours to be right.',
              }),
              freshSince: Type.String(),
              events: Type.Array(
                Type.Object(
                  { version: Type.String(), at: instant, findings: findingsSchema },
                  { title: 'ZoneDataEvent', ...closed },
                ),
                {
                  description: 'Each time that the program started with other data; oldest first.',
                },
              ),
            },
            { description: 'The version and its events.', ...closed },
          ),
        },
      },
    },
    async ({ principal }) => {
      const { hours, store } = services()
      const reached = sitesOf(principal)
      const sites = (await store.sites.list()).filter(({ id }) => reaches(reached, id))
      const events = await hours.zoneRules.events()
      return {
        version: zoneDataVersion,
        fresh: isZoneDataFresh(zoneDataVersion),
        freshSince: freshZoneData,
        events: events.map(({ version, at, findings }) => ({
          version,
          at: instantOfMicros(at).toString(),
          findings: showFindings(findings, sites),
        })),
      }
    },
  )
}

const showFindings = ({ changes, ...counts }: ZoneFindings, sites: readonly KeptSite[]) => ({
  ...counts,
  changes: changes.map((change) => ({
    ...change,
    sites: sites.filter(({ zone }) => zone === change.zone).map(({ name }) => name),
    first: instantOfMicros(change.first).toString(),
    last: instantOfMicros(change.last).toString(),
  })),
})
