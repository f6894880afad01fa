import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actAs, actorOf } from '../../access/audit/acting.ts'
import type { Audit, AuditEntry } from '../../access/audit/entry.ts'
import { sitesOf } from '../../access/principal.ts'

/** Beginnings of the addresses at which the data of people is read. */
const people = [
  ...['/employees', '/attendance', '/corrections', '/timesheets'],
  ...['/privacy/retention', '/recogniser/waiting'],
]
/** Beginnings of those at which it is taken along, in whatever form. */
const files = ['/exports']
/** A face is compared with somebody's templates there, which reads them. */
const comparisons = ['/employees/:id/verify']

/** Whoever looks at the same again within this time has one entry: pages ask every few seconds. */
const sameViewMs = 10 * 60_000
/** Views that are remembered; beyond that all are forgotten, and entered again. */
const maxRemembered = 10_000

/**
 * Lets everything that a request does be entered in the name of whoever sent it, and enters who read or exported the
 * data of people, before they have it. Should the entry fail, as on a full disk, they are answered and the log says so.
 */
export function enterViews(app: FastifyInstance, audit: () => Pick<Audit, 'append'>): void {
  app.addHook('onRequest', (request, _reply, done) => actAs(actorOf(request.principal), done))
  const entered = new Map<string, number>()
  const isRemembered = (key: string) => {
    const now = performance.now()
    if (now - (entered.get(key) ?? -Infinity) < sameViewMs) return true
    if (entered.size >= maxRemembered) entered.clear()
    entered.set(key, now)
    return false
  }
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 200) return
    const action = actionOf(request, String(reply.getHeader('content-type')))
    if (action === undefined) return
    const entry = viewOf(request, action)
    const actor = actorOf(request.principal)
    const key = JSON.stringify([actor, entry])
    if (action === 'viewed' && isRemembered(key)) return
    try {
      await actAs(actor, () => audit().append(entry))
    } catch (error) {
      entered.delete(key)
      request.log.error({ err: error }, 'a view was not entered in the audit chain')
    }
  })
}

type Action = 'viewed' | 'exported' | 'compared'

/** What of people a request reads; undefined: nothing. */
function actionOf({ method, routeOptions }: FastifyRequest, type: string): Action | undefined {
  const route = routeOptions.url ?? ''
  const isAt = (addresses: readonly string[]) => addresses.some((each) => route.startsWith(each))
  if (method === 'POST') return comparisons.includes(route) ? 'compared' : undefined
  if (method !== 'GET') return undefined
  if (isAt(files)) return 'exported'
  if (isAt(people)) return type.startsWith('application/json') ? 'viewed' : 'exported'
  return undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of a list it is entered whose people it may have held: of everybody, or of those of some sites. */
function viewOf({ params, query, principal, routeOptions }: FastifyRequest, action: Action) {
  const { id } = params as { readonly id?: string }
  const { employee } = query as { readonly employee?: string }
  const employeeId = [id, employee].find((text) => text !== undefined && uuid.test(text))
  const route = routeOptions.url ?? ''
  if (employeeId !== undefined) return { action, employeeId, detail: { route } }
  const sites = sitesOf(principal)
  const of = sites === 'all' ? sites : sites.join(' ')
  return { action, detail: { route, of } } satisfies AuditEntry
}
