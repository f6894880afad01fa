import { Buffer } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { textOf } from '../time/utf8.ts'
import { Problem } from './problems.ts'

/**
 * The text of a body in the encoding that its type names, such as `application/json; charset=iso-8859-1`; UTF-8
 * without a name. Throws a problem for an encoding that is not known, and for bytes that are no text in it: to read
 * on would keep U+FFFD for what somebody is called.
 */
export function sentText(contentType: string | undefined, bytes: Uint8Array): string {
  const charset = charsetOf(contentType)
  const text = charset === undefined ? textOf(bytes) : decode(charset, bytes)
  if (text !== undefined) return text
  throw new Problem('malformed-body', `The body is not ${charset ?? 'UTF-8'}.`)
}

/** A file in UTF-8 whatever it came in; without a named encoding it is left to its reader, who knows its fields. */
export function sentFile(contentType: string | undefined, bytes: Uint8Array): Uint8Array {
  return charsetOf(contentType) === undefined ? bytes : Buffer.from(sentText(contentType, bytes))
}

/** Reads JSON in whatever encoding it says that it is in, and no text of another type. */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body, done) => {
      try {
        void parse(request, sentText(request.headers['content-type'], body), done)
      } catch (error) {
        done(error as Error)
      }
    },
  )
}

/** Refuses an address whose query holds what is no text; of the path the router says so itself. */
export function refuseUnreadableQuery(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    const [, query = ''] = (raw.url ?? '').split('?', 2)
    try {
      decodeURIComponent(query)
    } catch {
      // The only thing that it throws.
      throw new Problem('invalid-request', 'The query is not UTF-8, percent-encoded.')
    }
  })
}

/** The name as the Encoding Standard has it, in small letters; only a harmless one comes into an answer. */
const charsetOf = (contentType = ''): string | undefined =>
  /;\s*charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase()

function decode(charset: string, bytes: Uint8Array): string | undefined {
  const decoder = decoderFor(charset)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined // as for UTF-8
  }
}

function decoderFor(charset: string) {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    // It throws for a name that is not known, nothing else.
    throw new Problem('unsupported-media-type', `The encoding ${charset} is not known here.`)
  }
}
