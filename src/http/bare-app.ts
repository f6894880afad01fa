import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import type { NewId } from '../ports/ids.ts'
import { answerError } from './error-handler.ts'
import { buildSerializer, validatorCompiler } from './lazy-compilers.ts'

/** Far above what one answer takes: something hangs, and the caller should hear so. */
const handlerTimeoutMs = 30_000
/** Within this time a request must have arrived; a photo over a slow line takes some seconds. */
const requestTimeoutMs = 30_000
/** Largest JSON body in bytes; forms with photos have their own limits. */
export const maxJsonBytes = 64 * 1024

export type BareApp = ReturnType<typeof createBareApp>

/** The HTTP server before it has any route: limits, logging, and how schemas are read. */
export function createBareApp({
  log,
  newId,
}: {
  readonly log: FastifyBaseLogger
  readonly newId: NewId
}) {
  return fastify({
    loggerInstance: log,
    bodyLimit: maxJsonBytes,
    requestTimeout: requestTimeoutMs,
    handlerTimeout: handlerTimeoutMs,
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
