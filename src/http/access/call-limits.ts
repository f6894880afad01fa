import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Rates } from '../../access/rates.ts'
import type { HttpLimits } from '../limits.ts'
import { Problem } from '../problems.ts'
import type { CallLimits } from './guard.ts'

type Counted = (error: Error | null, counted?: { current: number; ttl: number }) => void

/**
 * Limits how often an address and each caller is answered, however many servers share the database. While that
 * cannot be reached nobody is turned away for asking often.
 */
export async function limitCalls(
  app: FastifyInstance,
  rates: () => Rates,
  limits: HttpLimits['rates'],
): Promise<CallLimits> {
  /** What the library counts in: our rows, of which servers share each limit. */
  class SharedStore {
    child(): SharedStore {
      return this
    }

    incr(key: string, done: Counted, timeWindow: number, max: number): void {
      rates()
        .count(key, { max, seconds: timeWindow / 1000 })
        .then(
          ({ isExceeded, untilNextMs }) =>
            done(null, { current: isExceeded ? max + 1 : max, ttl: untilNextMs }),
          (error: Error) => done(error),
        )
    }
  }
  await app.register(rateLimit, { global: false, store: SharedStore as never, skipOnError: true })

  const limited = (options: CreateRateLimitOptions) => {
    const ask = app.createRateLimit(options)
    return async (request: FastifyRequest) => {
      const counted = await ask(request)
      if (counted.isAllowed || !counted.isExceeded) return
      const seconds = counted.ttlInSeconds
      const again = { retryAfterSeconds: seconds }
      throw new Problem('too-many-requests', `Please wait ${seconds} seconds.`, {}, again)
    }
  }
  const limitOf = ({ principal }: FastifyRequest) =>
    principal.kind === 'anonymous' ? limits.address : limits[principal.kind]
  return {
    ofAddress: limited({
      max: limits.address.max,
      timeWindow: limits.address.seconds * 1000,
      keyGenerator: ({ ip }) => `address:${rateLimit.normalizeIP(ip)}`,
    }),
    ofPrincipal: limited({
      max: (request) => limitOf(request).max,
      timeWindow: (request) => limitOf(request).seconds * 1000,
      keyGenerator: ({ principal }) => `${principal.kind}:${'id' in principal ? principal.id : ''}`,
    }),
  }
}
