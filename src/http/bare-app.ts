import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import type { NewId } from '../ports/ids.ts'
import { answerClientError } from './client-error.ts'
import { answerError } from './error-handler.ts'
import type { HttpLimits } from './limits.ts'
import { buildSerializer, validatorCompiler } from './lazy-compilers.ts'

/** Largest JSON body in bytes; forms with photos have their own limits. */
export const maxJsonBytes = 64 * 1024

export type BareApp = ReturnType<typeof createBareApp>

/** The HTTP server before it has any route: limits, logging, and how schemas are read. */
export function createBareApp({
  log,
  newId,
  limits,
  trustProxy = [],
}: {
  readonly log: FastifyBaseLogger
  readonly newId: NewId
  readonly limits: HttpLimits
  /** Proxies whose word on the client's address, scheme and host is taken. */
  readonly trustProxy?: readonly string[]
}) {
  return fastify({
    loggerInstance: log,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: maxJsonBytes,
    requestTimeout: limits.arriveWithinMs,
    // The parser takes the longer of the two for the body, and Node's own for the headers is a minute.
    http: {
      requestTimeout: limits.arriveWithinMs,
      headersTimeout: limits.arriveWithinMs,
      connectionsCheckingInterval: limits.lookForLateEveryMs,
    },
    clientErrorHandler: answerClientError,
    // One line for each answer is written by the hook in createApp.
    logController: new LogController({ disableRequestLogging: true }),
    // A client's own id could carry anything into the log.
    requestIdHeader: false,
    genReqId: () => newId(),
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply)
    },
    routerOptions: { maxParamLength: 100 },
    schemaController: { compilersFactory: { buildSerializer } },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(validatorCompiler)
}
