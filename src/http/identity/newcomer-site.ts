import type { FastifyRequest } from 'fastify'
import { sitesOf } from '../../access/principal.ts'
import type { FirstAssignment } from '../../identity/ports.ts'
import { dayIn } from '../../time/zone.ts'
import { dateOf } from '../../time/day.ts'
import { refuseSiteBeyondReach } from '../access/beyond-reach.ts'
import { Problem } from '../problems.ts'
import type { Services } from '../services.ts'

/**
 * Where somebody new is to belong from today on: the site stated, or the only one that the caller reaches. Undefined for a
 * caller of every site who states none. Throws a Problem where nobody could see them afterwards.
 */
export async function newcomerSite(
  request: FastifyRequest,
  stated: string | undefined,
  { store, clock }: Pick<Services, 'store' | 'clock'>,
): Promise<FirstAssignment | undefined> {
  const own = sitesOf(request.principal)
  const siteId = stated ?? (own !== 'all' && own.length === 1 ? own[0] : undefined)
  if (siteId === undefined) {
    if (own === 'all') return undefined
    throw new Problem('invalid-request', '"site" is missing.', { field: 'site' })
  }
  refuseSiteBeyondReach(request, siteId)
  const site = await store.sites.find(siteId)
  if (!site) {
    throw new Problem('no-such-site', 'Nothing is known of this site.', { field: 'site' })
  }
  return { siteId, from: dateOf(dayIn(site.zone, clock.now())) }
}
