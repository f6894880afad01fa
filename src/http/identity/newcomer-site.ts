import type { FastifyRequest } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import { sitesOf } from '../../access/principal.ts'
import { dayIn } from '../../time/zone.ts'
import { dateOf } from '../../time/day.ts'
import { refuseSiteBeyondReach } from '../access/beyond-reach.ts'
import { present } from '../attendance/time-problem.ts'
import { Problem } from '../problems.ts'
import type { Services } from '../services.ts'

/**
 * Where somebody new is to belong: the site stated, or the only one that the caller reaches. Undefined for a
 * caller of every site who states none. Throws a Problem where nobody could see them afterwards.
 */
export async function newcomerSite(
  request: FastifyRequest,
  stated: string | undefined,
  { store }: Pick<Services, 'store'>,
): Promise<string | undefined> {
  const own = sitesOf(request.principal)
  const siteId = stated ?? (own !== 'all' && own.length === 1 ? own[0] : undefined)
  if (siteId === undefined) {
    if (own === 'all') return undefined
    throw new Problem('invalid-request', '"site" is missing.', { field: 'site' })
  }
  refuseSiteBeyondReach(request, siteId)
  if (!(await store.sites.find(siteId))) {
    throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'site' })
  }
  return siteId
}

/** Assigns somebody new to a site from today on. */
export async function belongTo(
  siteId: string | undefined,
  employeeId: string,
  { hours, store }: Pick<Services, 'hours' | 'store'>,
  now: Temporal.Instant,
): Promise<void> {
  const site = siteId === undefined ? undefined : await store.sites.find(siteId)
  if (!site) return
  const from = dateOf(dayIn(site.zone, now))
  present(await hours.schedules.assign(employeeId, { from, siteId: site.id, scheduleId: null }))
}
