import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Arrival } from './admission.ts'
import { Problem } from './problems.ts'
import type { Room } from './room.ts'
import { sentFile } from './sent-text.ts'

/**
 * Reads the body of these types whole, as bytes in UTF-8 where its type says what they are in, past the same
 * doorkeeper as photos. The limit is one byte more, so
 * that our own answer is given.
 */
export function takeBytes(
  { app, admission }: Pick<Room, 'app' | 'admission'>,
  types: string[],
  maxBytes: number,
): void {
  const arrivals = new WeakMap<FastifyRequest, Arrival>()
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => arrivals.get(request)?.leave())
  })
  app.addContentTypeParser(types, async (request: FastifyRequest, payload: IncomingMessage) => {
    const arrival = admission.receive()
    arrivals.set(request, arrival)
    const body = await Promise.race([read(payload, maxBytes + 1, arrival), arrival.evicted])
    arrival.enter(0)
    return sentFile(request.headers['content-type'], body)
  })
}

async function read(
  payload: AsyncIterable<Uint8Array>,
  maxBytes: number,
  arrival: Arrival,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of payload) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new Problem('request-too-large', 'The body is too large.')
    arrival.hold(chunk.length)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
