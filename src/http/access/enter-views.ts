import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actAs, actorOf } from '../../access/audit/acting.ts'
import type { Audit, AuditEntry } from '../../access/audit/entry.ts'

/** Beginnings of the addresses at which the data of people is read. */
const addresses = ['/employees', '/attendance', '/corrections', '/timesheets']

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
  app.addHook('onSend', async (request, reply) => {
    if (request.method !== 'GET' || reply.statusCode !== 200) return
    const route = request.routeOptions.url ?? ''
    if (!addresses.some((address) => route.startsWith(address))) return
    const type = String(reply.getHeader('content-type'))
    const entry = viewOf(request, route, type.startsWith('application/json'))
    const actor = actorOf(request.principal)
    const key = JSON.stringify([actor, entry])
    const now = performance.now()
    if (now - (entered.get(key) ?? -Infinity) < sameViewMs) return
    if (entered.size >= maxRemembered) entered.clear()
    entered.set(key, now)
    try {
      await actAs(actor, () => audit().append(entry))
    } catch (error) {
      entered.delete(key)
      request.log.error({ err: error }, 'a view was not entered in the audit chain')
    }
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function viewOf(request: FastifyRequest, route: string, isShown: boolean): AuditEntry {
  const { id } = request.params as { readonly id?: string }
  const { employee } = request.query as { readonly employee?: string }
  const employeeId = [id, employee].find((text) => text !== undefined && uuid.test(text))
  return {
    action: isShown ? 'viewed' : 'exported',
    ...(employeeId !== undefined && { employeeId }),
    detail: { route },
  }
}
