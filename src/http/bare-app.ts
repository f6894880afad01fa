import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import type { NewId } from '../ports/ids.ts'
import { answerClientError } from './client-error.ts'
import { answerError } from './error-handler.ts'
import type { HttpLimits } from './limits.ts'
import { buildSerializer, validatorCompiler } from './lazy-compilers.ts'

/** Largest JSON body in bytes; forms with photos have their own limits. */
export const maxJsonBytes = 64 * 1024

/** A connection without a request stays for longer than proxies keep theirs, a minute, so that none is cut off by us. */
const keptOpenMs = 72_000

/** What a certificate is to the server: see `src/tls.ts`. */
export type TlsOptions = {
  readonly cert: Buffer
  readonly key: Buffer
  readonly minVersion: 'TLSv1.2'
}

export type BareApp = ReturnType<typeof createBareApp>

/** The HTTP server before it has any route: limits, logging, and how schemas are read. */
export function createBareApp({
  log,
  newId,
  limits,
  trustProxy = [],
  tls,
}: {
  readonly log: FastifyBaseLogger
  readonly newId: NewId
  readonly limits: HttpLimits
  /** Proxies whose word on the client's address, scheme and host is taken. */
  readonly trustProxy?: readonly string[]
  /** A certificate of the program's own; without it the server speaks HTTP. */
  readonly tls?: TlsOptions | undefined
}) {
  const times = {
    // The parser takes the longer of the two for the body, and Node's own for the headers is a minute.
    requestTimeout: limits.arriveWithinMs,
    headersTimeout: limits.arriveWithinMs,
    connectionsCheckingInterval: limits.lookForLateEveryMs,
    keepAliveTimeout: keptOpenMs,
  }
  return fastify({
    loggerInstance: log,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: maxJsonBytes,
    serverFactory: (answer) =>
      tls ? createTlsServer({ ...times, ...tls }, answer) : createServer(times, answer),
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
