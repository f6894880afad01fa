import { request } from 'node:http'
import { asWhoMay } from '../admin.ts'
import { withConsent } from '../set-up.ts'

/** At what moment a client's connection is reset. */
export type Interruption = 'none' | 'in-the-body' | 'before-the-answer' | 'in-the-answer'

export type Post = {
  readonly photo: Uint8Array
  readonly fields?: Readonly<Record<string, string>>
  readonly key?: string
  /** Who posts; the admin of the tests, or their key to clock in, unless told. */
  readonly as?: Readonly<Record<string, string>>
  readonly interruption?: Interruption
}

export type Answer = { readonly status: number; readonly body: unknown }

const boundary = '----pointeuse-crash'
const giveUpAfterMs = 20_000

/**
 * Posts a photo over a connection of its own. Undefined when no whole answer arrived, so that nobody
 * knows what became of it. The same call sends the same bytes.
 */
export function post(origin: string, path: string, sent: Post): Promise<Answer | undefined> {
  const { photo, fields = {}, key, as = asWhoMay(path), interruption = 'none' } = sent
  const body = multipart(photo, withConsent(path, fields))
  return new Promise((resolve) => {
    const outgoing = request(`${origin}${path}`, {
      method: 'POST',
      agent: false,
      timeout: giveUpAfterMs,
      headers: {
        ...as,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': body.length,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
    })
    const breakOff = () => {
      outgoing.socket?.resetAndDestroy()
      outgoing.destroy()
    }
    outgoing.on('timeout', breakOff)
    outgoing.on('error', () => resolve(undefined))
    outgoing.on('close', () => resolve(undefined))
    outgoing.on('response', (incoming) => {
      if (interruption === 'in-the-answer') {
        breakOff()
        return
      }
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', () => resolve(undefined))
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(text || 'null') })
      })
    })
    if (interruption === 'in-the-body') {
      outgoing.write(body.subarray(0, body.length >> 1), breakOff)
      return
    }
    outgoing.end(body, () => {
      // About when the photo has been looked at and the record is being written.
      if (interruption === 'before-the-answer') setTimeout(breakOff, 80)
    })
  })
}

function multipart(photo: Uint8Array, fields: Readonly<Record<string, string>>): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return Buffer.concat([
    Buffer.from(texts.join('')),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="photo.jpg"\r\n` +
        'content-type: image/jpeg\r\n\r\n',
    ),
    photo,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}
