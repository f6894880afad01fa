import type { FastifyInstance, FastifyRequest } from 'fastify'
import { anonymous, type Principal } from '../../access/principal.ts'
import { mayCall, open } from '../../access/rule.ts'
import { Problem } from '../problems.ts'
import { refuseCrossSite } from './cross-site.ts'

/** Finds out who asks; undefined when the request does not say so in this way. Throws a Problem for a lie. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal | undefined>

export type GuardDeps = {
  /** Whether the first start is over. */
  readonly isSetUp: () => Promise<boolean>
  /** The ways in which a request can say whose it is; the first that answers decides. */
  readonly ways: readonly Authenticate[]
  readonly limits: CallLimits
  /** Whether somebody may do nothing but add a second factor. */
  readonly lacksSecondFactor: (principal: Principal) => boolean
}

/** Throws the problem `too-many-requests` for whoever asks too often. */
export type CallLimits = {
  /** Before anybody knows who it is. */
  readonly ofAddress: (request: FastifyRequest) => Promise<void>
  readonly ofPrincipal: (request: FastifyRequest) => Promise<void>
}

/** Looks at every request before its body is read: who asks, and whether the route's rule lets them in. */
export function guardRoutes(
  app: FastifyInstance,
  { isSetUp, ways, limits, lacksSecondFactor }: GuardDeps,
): void {
  // Set below before anybody can read it; the type has no place for that.
  app.decorateRequest('principal', null as never)
  app.addHook('onRequest', async (request) => {
    request.principal = anonymous
    if (request.is404) return
    refuseCrossSite(request)
    const { access } = request.routeOptions.config
    if (access === open) return
    if (!(await isSetUp())) {
      throw new Problem('not-set-up', 'Please open the setup link that the program printed.')
    }
    await limits.ofAddress(request)
    request.principal = await whoAsks(request, ways)
    if (request.principal.kind !== 'anonymous') await limits.ofPrincipal(request)
    // No route is registered without a rule; should one be, nobody is let in.
    if (access === undefined) throw new Problem('no-such-address', 'Nothing is here.')
    if (mayCall(access, request.principal)) {
      if (access.isForSigningIn === true || !lacksSecondFactor(request.principal)) return
      throw new Problem('second-factor-missing', 'Please add a second factor first.')
    }
    if (request.principal.kind === 'anonymous') {
      throw new Problem('not-signed-in', 'Please sign in, or send an API key.')
    }
    throw new Problem('not-allowed', 'This is for others to do.')
  })
}

async function whoAsks(request: FastifyRequest, ways: readonly Authenticate[]): Promise<Principal> {
  for (const authenticate of ways) {
    const principal = await authenticate(request)
    if (principal) return principal
  }
  return anonymous
}
