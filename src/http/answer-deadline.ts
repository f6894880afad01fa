import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problems.ts'

const deadlines = new WeakMap<FastifyRequest, AbortController>()
/** Work that was told to stop says so itself within this; what hears nothing is answered for. */
const stopsWithinMs = 100

/**
 * Aborted with the problem `timeout` when the answer has taken too long. Work that takes it answers that problem and
 * has written nothing.
 */
export const deadlineOf = (request: FastifyRequest): AbortSignal => controllerOf(request).signal

function controllerOf(request: FastifyRequest): AbortController {
  const controller = deadlines.get(request) ?? new AbortController()
  deadlines.set(request, controller)
  return controller
}

/**
 * Answers 503 `timeout` to what has no answer `withinMs` after its body was there: something hangs, and the caller
 * should hear so. The framework's own limit counts the time that the body takes to arrive, and ends without a word
 * as soon as that has been read. A body that never comes is the server's `requestTimeout`.
 */
export function limitAnswers(app: FastifyInstance, withinMs: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  const pause = (request: FastifyRequest) => clearTimeout(timers.get(request))
  const begin = (request: FastifyRequest, reply: FastifyReply) => {
    pause(request)
    if (!reply.raw.destroyed) timers.set(request, setTimeout(giveUp, withinMs, request, reply))
  }
  app.addHook('onRequest', async (request, reply) => {
    begin(request, reply) // for whoever looks at the request before its body is read
    // A file of the pages has ten listeners of the framework's own, all that Node takes without a warning.
    reply.raw.setMaxListeners(reply.raw.getMaxListeners() + 1)
    reply.raw.once('close', () => pause(request))
  })
  app.addHook('preParsing', async (request) => pause(request))
  app.addHook('preHandler', async (request, reply) => {
    // Forms are read by their handlers, all other bodies before.
    const isComing = request.isMultipart() && request.method !== 'GET' && !request.raw.readableEnded
    if (isComing) request.raw.once('end', () => begin(request, reply))
    else begin(request, reply)
  })
}

function giveUp(request: FastifyRequest, reply: FastifyReply): void {
  const problem = new Problem('timeout', 'Please try again.', {}, { retryAfterSeconds: 5 })
  controllerOf(request).abort(problem)
  setTimeout(() => {
    // An answer that has begun is on its way, however long it is.
    if (!reply.sent && !reply.raw.headersSent) reply.send(problem)
  }, stopsWithinMs)
}
