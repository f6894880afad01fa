import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reaches, sitesOf } from '../../access/principal.ts'
import type { Subject } from '../../access/rule.ts'
import type { Reach } from '../../ports/reach.ts'
import { Problem, type ProblemCode } from '../problems.ts'
import type { Services } from '../services.ts'

type Named = Exclude<Subject, 'all' | 'reach'>

const notThere = {
  employee: ['no-such-employee', 'There is no such employee.'],
  site: ['no-such-site', 'Nothing is known of this site.'],
  leave: ['no-such-leave', 'There is no such leave.'],
  correction: ['no-such-correction', 'There is no such correction.'],
} as const satisfies Record<Named, readonly [ProblemCode, string]>

/**
 * Answers for what the address names and the caller does not reach as if it were not there. Looks before the
 * body is checked and the handler begins, so that no handler can forget it, and no fault of the body tells.
 */
export function hideWhatIsBeyondReach(app: FastifyInstance, services: () => Services): void {
  app.addHook('preValidation', async (request) => {
    const { access } = request.routeOptions.config
    if (access === undefined || access === 'open') return
    const { of } = access
    if (of === 'all' || of === 'reach') return
    const { id = '' } = request.params as { id?: string }
    if (request.principal.kind === 'employee') {
      if (of === 'employee' && request.principal.id === id) return
    } else {
      const reach = services().access.reachOf(request.principal)
      if (reach === undefined || (await isWithin(of, id, reach, services()))) return
    }
    const [code, detail] = notThere[of]
    throw new Problem(code, detail)
  })
}

/** For an employee whom the body names. Throws the problem `no-such-employee`. */
export async function refuseBeyondReach(
  { principal }: FastifyRequest,
  employeeId: string,
  services: Services,
): Promise<void> {
  const reach = services.access.reachOf(principal)
  if (reach === undefined || (await isWithin('employee', employeeId, reach, services))) return
  throw new Problem(...notThere.employee)
}

/** For a site that the body names. Throws the problem `no-such-site`. */
export function refuseSiteBeyondReach({ principal }: FastifyRequest, siteId: string): void {
  if (!reaches(sitesOf(principal), siteId)) throw new Problem(...notThere.site)
}

async function isWithin(
  of: Named,
  id: string,
  reach: Reach,
  { store }: Services,
): Promise<boolean> {
  switch (of) {
    case 'site':
      return reach.siteIds.includes(id)
    case 'employee':
      return store.assignments.isWithin(id, reach)
    case 'leave': {
      const leave = await store.leaves.find(id)
      return leave !== undefined && store.assignments.isWithin(leave.employeeId, reach)
    }
    case 'correction': {
      const found = await store.corrections.find(id)
      return found !== undefined && store.assignments.isWithin(found.employee.id, reach)
    }
  }
}
