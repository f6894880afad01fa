import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { PackError } from './pack-error.ts'

/** Which proxy leads out, as the usual variables say it. */
export type ProxySettings = {
  readonly HTTPS_PROXY?: string
  readonly HTTP_PROXY?: string
  readonly NO_PROXY?: string
}

export type FetchOptions = {
  readonly proxy: ProxySettings
  /** Ends it, whatever it waits for. */
  readonly signal: AbortSignal
  /** Of the file, which is known: nobody may send more. */
  readonly bytes: number
}

const mostRedirects = 3

/**
 * The bytes of a file that a URL names (http or https), told by parts as they come. Throws a PackError when there is no
 * way there, when it is answered otherwise, and when it ends before or after so many bytes.
 */
export async function fetchFile(
  url: URL,
  options: FetchOptions,
  onPart: (part: Uint8Array) => Promise<void>,
): Promise<void> {
  const answer = await ask(url, options, mostRedirects)
  const parts = (answer as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let received = 0
  try {
    for (;;) {
      // Only what the network does is told as such: what `onPart` throws is its own.
      const next = await parts.next().catch((error: unknown) => {
        throw late(options.signal, url, error) ?? cutOff(url, received, options.bytes, error)
      })
      if (next.done) break
      received += next.value.length
      if (received > options.bytes)
        throw new PackError('wrong-file', `${url.href} is longer than the file that is wanted`)
      await onPart(next.value)
    }
  } finally {
    answer.destroy()
  }
  if (received < options.bytes) throw cutOff(url, received, options.bytes)
}

const cutOff = (url: URL, received: number, bytes: number, cause?: unknown) =>
  new PackError('cut-off', `${url.href} ended after ${received} of ${bytes} bytes`, { cause })

const late = ({ aborted }: AbortSignal, url: URL, cause: unknown) =>
  aborted ? new PackError('too-slow', `${url.href} took too long`, { cause }) : undefined

async function ask(
  url: URL,
  { proxy, signal, bytes }: FetchOptions,
  redirects: number,
): Promise<IncomingMessage> {
  const from = url.protocol === 'https:' ? https : http
  const agent = new from.Agent({ proxyEnv: { ...proxy } })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    from.get(url, { agent, signal }, resolve).on('error', reject)
  }).catch((error: unknown) => {
    throw (
      late(signal, url, error) ??
      new PackError('no-route', `${url.host} cannot be reached`, { cause: error })
    )
  })
  const { statusCode = 0, headers } = answer
  if (statusCode === 200) return answer
  answer.destroy()
  const { location } = headers
  if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined && redirects > 0) {
    const to = new URL(location, url)
    // What began in secret stays so.
    if (to.protocol === url.protocol || to.protocol === 'https:')
      return ask(to, { proxy, signal, bytes }, redirects - 1)
  }
  throw new PackError('answered', `${url.href} answered ${statusCode}`)
}
