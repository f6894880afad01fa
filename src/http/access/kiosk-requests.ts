import { createHash, timingSafeEqual, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kiosks } from '../../access/kiosks/kiosks.ts'
import { Problem } from '../problems.ts'
import type { Authenticate } from './guard.ts'

/** Largest body that a kiosk signs, in bytes, besides forms, which have limits of their own. */
const maxSignedBytes = 64 * 1024

const digests = new WeakMap<FastifyRequest, Uint8Array>()

/** Recognises the requests of kiosks by their signature, before a byte of their body is read. */
export function asKiosk(kiosks: () => Kiosks): Authenticate {
  return async (request) => {
    const { method, raw } = request
    const header = (name: string) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    }
    if (header('signature-input') === undefined) return undefined
    const recognised = await kiosks().recognise({ method, url: raw.url ?? '', header })
    switch (recognised.outcome) {
      case 'kiosk': {
        const { id, siteId, digest } = recognised
        digests.set(request, digest)
        return { kind: 'kiosk', id, siteId }
      }
      case 'unsigned':
        return undefined
      case 'not-a-kiosk':
        throw new Problem('not-a-kiosk', 'Please pair this device again.')
      case 'stale':
        throw new Problem('stale-nonce', 'Please ask for another and send it again.')
      case 'replayed':
        throw new Problem('request-replayed', 'It was sent before, or its nonce was used.')
    }
  }
}

/**
 * Holds the body of a kiosk's request against what was signed, before anybody sees it; and gives every
 * answer to a kiosk the nonce for its next request.
 */
export function holdKiosksToTheirWord(app: FastifyInstance, kiosks: () => Kiosks): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const digest = digests.get(request)
    if (!digest) return payload
    if (isForm(request)) {
      listenToForm(request, digest)
      return payload
    }
    const bytes = await bytesOf(payload)
    compare(createHash('sha256').update(bytes), digest)
    return Object.assign(Readable.from(bytes.length > 0 ? [bytes] : []), {
      receivedEncodedLength: bytes.length,
    })
  })
  app.addHook('onSend', async (request, reply) => {
    if (digests.has(request)) void reply.header('kiosk-nonce', await kiosks().nonce())
  })
}

const isForm = ({ headers }: FastifyRequest) =>
  headers['content-type']?.toLowerCase().startsWith('multipart/form-data') ?? false

const forms = new WeakMap<FastifyRequest, () => void>()

/** The reader of forms takes the bytes from the connection itself: they are hashed as they pass by. */
function listenToForm(request: FastifyRequest, digest: Uint8Array): void {
  const hash = createHash('sha256')
  request.raw.on('data', (chunk: Buffer) => hash.update(chunk))
  // Listening lets it flow; nothing may pass before the reader is there.
  request.raw.pause()
  forms.set(request, () => compare(hash, digest))
}

/** To be called when a form was read to its end, before anything is done with it. */
export const holdFormToItsWord = (request: FastifyRequest): void => forms.get(request)?.()

function compare(hash: Hash, digest: Uint8Array): void {
  if (timingSafeEqual(hash.digest(), digest)) return
  throw new Problem('not-a-kiosk', 'The body is not what was signed.')
}

async function bytesOf(payload: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of payload) {
    const bytes = chunk as Buffer
    length += bytes.length
    if (length > maxSignedBytes) throw new Problem('request-too-large', 'The body is too large.')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
