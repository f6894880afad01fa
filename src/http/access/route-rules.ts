import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Principal } from '../../access/principal.ts'
import { open, type Rule } from '../../access/rule.ts'

/** Who may call a route: a rule, or everybody, even before the program is set up. */
export type Access = Rule | typeof open

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Who asks; nobody in particular until the guard has looked. */
    principal: Principal
  }
  interface FastifyInstance {
    /** The rule of routes that a plugin registers, which cannot say it of each. */
    accessOfPlugin: Access | undefined
  }
}

/**
 * Keeps an eye on every route that is registered after it: one that does not say who may call it cannot be
 * registered, and openapi.json says of the others who that is.
 */
export function askEveryRouteForItsRule(app: FastifyInstance): void {
  app.decorate('accessOfPlugin', undefined)
  app.addHook('onRoute', function (route) {
    const access = route.config?.access ?? this.accessOfPlugin
    if (access === undefined) {
      throw new Error(`${nameOf(route)} does not say who may call it: set config.access`)
    }
    route.config = { ...route.config, access }
    route.schema = { ...route.schema, ...describe(access) }
  })
}

const nameOf = ({ method, url }: RouteOptions) => `${String(method)} ${url}`

/** Registers a plugin all of whose routes are under one rule. */
export async function registerUnder(
  app: FastifyInstance,
  access: Access,
  register: (child: FastifyInstance) => Promise<unknown>,
): Promise<void> {
  await app.register(async (child) => {
    child.accessOfPlugin = access
    await register(child)
  })
}

/** What openapi.json says of who may call. */
function describe(access: Access): object {
  if (access === open) return { security: [], 'x-callers': open }
  const { who, of } = access
  const security = who.includes('anonymous') ? [] : [{ session: [] }, { apiKey: [] }]
  return { security, 'x-callers': who, 'x-subject': of }
}
