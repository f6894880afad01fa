import type { FastifyInstance } from 'fastify'
import { Problem } from './problems.ts'

/**
 * Refuses bodies that come compressed: small ones may become large, and photos are compressed already. The answer
 * says which encoding is taken (RFC 9110, 15.5.16).
 */
export function refuseEncodedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding.toLowerCase() === 'identity') return
    void reply.header('accept-encoding', 'identity')
    throw new Problem(
      'unsupported-media-type',
      'Please send the body as it is, without "Content-Encoding".',
    )
  })
}
