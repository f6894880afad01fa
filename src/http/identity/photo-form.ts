import type { FastifyRequest } from 'fastify'
import type { FastifySchemaCompiler } from 'fastify'
import type { MultipartFile } from '@fastify/multipart'
import type { TSchema } from 'typebox'
import type { Admission, Arrival } from '../admission.ts'
import { holdFormToItsWord } from '../access/kiosk-requests.ts'
import { deadlineOf } from '../answer-deadline.ts'
import { validatorCompiler } from '../lazy-compilers.ts'
import { textOf } from '../../time/utf8.ts'
import { Problem } from '../problems.ts'

/** Largest photo in bytes. The parser is given one more, so that the engine sees that it is too large. */
export const maxPhotoBytes = 10 * 1024 * 1024
export const maxPhotos = 20
/** Largest request with photos in bytes: twenty photos of a usual camera. */
export const maxFormBytes = 64 * 1024 * 1024

/** Longest text of a form in bytes, as much as a body of JSON. */
const maxFieldBytes = 64 * 1024

export type PhotoForm = {
  /** The photos in the order sent; each at most one byte longer than `maxPhotoBytes`. */
  readonly photos: readonly Uint8Array[]
  /** The text fields asked for; those that must be there are. */
  readonly fields: Readonly<Record<string, string>>
  /** Until when its sender waits; after that nothing may be written. */
  readonly signal: AbortSignal
}

/** Everything in a form, in an order that does not depend on the sender. */
export const contentOf = ({
  fields,
  photos,
}: Omit<PhotoForm, 'signal'>): (string | Uint8Array)[] => [
  ...Object.entries(fields).sort().flat(),
  ...photos,
]

export type PhotoFormRules = {
  /** Fields that must be there. */
  readonly textFields: readonly string[]
  /** Fields that may be there. */
  readonly optionalFields?: readonly string[]
  readonly maxPhotos: number
  /** Whether a form without any photo is one too. */
  readonly isPhotoOptional?: boolean
}

/**
 * Reads a multipart form of photos into memory, never to the disk, and gives it to `work`. A form with
 * a fault is read to its end all the same, without keeping it: a client that is still sending would
 * otherwise see a broken connection instead of the answer.
 */
export async function withPhotoForm<Answer>(
  request: FastifyRequest,
  admission: Admission,
  rules: PhotoFormRules,
  work: (form: PhotoForm) => Promise<Answer>,
): Promise<Answer> {
  if (!request.isMultipart()) {
    throw new Problem('unsupported-media-type', 'Please send multipart/form-data.')
  }
  const arrival = admission.receive()
  try {
    const form = await Promise.race([readForm(request, arrival, rules), arrival.evicted])
    holdFormToItsWord(request)
    arrival.enter(form.photos.length)
    return await work({ ...form, signal: deadlineOf(request) })
  } finally {
    arrival.leave()
  }
}

async function readForm(
  request: FastifyRequest,
  arrival: Arrival,
  rules: PhotoFormRules,
): Promise<Omit<PhotoForm, 'signal'>> {
  const photos: Uint8Array[] = []
  const fields: Record<string, string> = {}
  let fault: Problem | undefined
  let formBytes = 0
  const known = [...rules.textFields, ...(rules.optionalFields ?? [])]

  const keep = (chunk: Uint8Array) => {
    formBytes += chunk.length
    if (formBytes > maxFormBytes)
      throw new Problem('request-too-large', 'Please send fewer photos.')
    arrival.hold(chunk.length)
  }

  try {
    for await (const part of request.parts()) {
      try {
        // Every part comes as its bytes: createApp asks the parser for that.
        if (part.type !== 'file') throw new TypeError('A part has come as text')
        if (!asItIs.has(part.encoding.toLowerCase())) throw encodedPart(part.fieldname)
        if (isFile(part)) {
          if (known.includes(part.fieldname))
            throw invalidField(part.fieldname, 'must be sent as text')
          if (part.fieldname !== 'photo') throw invalidField(part.fieldname, 'is not expected')
          if (photos.length === rules.maxPhotos) throw tooManyPhotos(rules.maxPhotos)
          photos.push(await readBytes(part, keep))
        } else {
          if (part.fieldname === 'photo')
            throw invalidField('photo', 'must be sent as a file, not as text or base64')
          if (!known.includes(part.fieldname)) throw invalidField(part.fieldname, 'is not expected')
          if (part.fieldname in fields) throw invalidField(part.fieldname, 'comes more than once')
          fields[part.fieldname] = textOfField(part.fieldname, await readBytes(part, keepText()))
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        fault ??= error
        arrival.leave()
        photos.length = 0
        if (part.type === 'file') part.file.resume()
      }
    }
  } catch (error) {
    throw new Problem('malformed-body', 'The form cannot be read to its end.', {}, { cause: error })
  }
  if (fault) throw fault
  for (const field of rules.textFields) {
    if (!(field in fields)) throw invalidField(field, 'is missing')
  }
  if (photos.length === 0 && !rules.isPhotoOptional) {
    throw new Problem('missing-photo', 'Please send at least one file as "photo".', {
      field: 'photo',
    })
  }
  return { photos, fields }
}

async function readBytes(part: MultipartFile, keep: (chunk: Uint8Array) => void) {
  const chunks: Uint8Array[] = []
  // Kept open when `keep` throws: the parser waits until somebody has taken the rest.
  for await (const chunk of part.file.iterator({ destroyOnReturn: false })) {
    keep(chunk)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Encodings of a part in which its bytes are those of the photo or the text (RFC 2045, 6.2). */
const asItIs: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary'])

function encodedPart(name: string): Problem {
  const fault = 'must be sent as it is, without "Content-Transfer-Encoding"'
  const { message, extras } = invalidField(name, fault)
  return new Problem('unsupported-media-type', message, extras)
}

/**
 * A part is a file with a file name, as browsers send it, or with the type of one (RFC 7578 asks for no name);
 * all else is text.
 */
const isFile = ({ filename, mimetype }: MultipartFile): boolean =>
  // Its type forgets that there may be none.
  (filename as string | undefined) !== undefined ||
  mimetype === 'application/octet-stream' ||
  mimetype.startsWith('image/')

/** Counts the bytes of one field. Throws when they are more than any text may have. */
function keepText(): (chunk: Uint8Array) => void {
  let bytes = 0
  return (chunk) => {
    bytes += chunk.length
    if (bytes > maxFieldBytes) throw new Problem('request-too-large', 'A field is too long.')
  }
}

/** The text of a field, in UTF-8 whatever its part says, as browsers send it (RFC 7578, 5.1). */
function textOfField(field: string, bytes: Uint8Array): string {
  const text = textOf(bytes)
  if (text === undefined) throw invalidField(field, 'is not UTF-8')
  return text
}

const tooManyPhotos = (most: number) =>
  new Problem('too-many-photos', `At most ${most} can be sent at once.`, { field: 'photo' })

/** The field's name comes from the caller: only a harmless one is repeated. */
function invalidField(name: string, fault: string): Problem {
  const harmless = /^[\w-]{1,40}$/.test(name)
  const extras = harmless ? { field: name } : {}
  return new Problem('invalid-request', `${harmless ? `"${name}"` : 'A field'} ${fault}.`, extras)
}

/** For routes that take forms: the body's schema is documentation, withPhotoForm checks it. */
export const formValidatorCompiler: FastifySchemaCompiler<TSchema> = (route) =>
  route.httpPart === 'body' ? () => true : validatorCompiler(route)
