import type { Fetch } from '../shared/http.ts'
import { base64, signText, type Device } from './device-key.ts'

/** The address of the page, which lies beside those of the server: perhaps under a path of a proxy. */
export type Base = string

const covered = '("@method" "@path" "@query" "content-digest")'

/**
 * A `fetch` that signs every request as this kiosk's (RFC 9421, in the form that the server takes) with a
 * nonce of the server's, which each answer brings along for the next one. One that came too late is replaced
 * and the request sent again, once.
 */
export function createSignedFetch(device: Device, base: Base, send: Fetch): Fetch {
  let next: string | undefined

  async function nonce(): Promise<string> {
    const kept = next
    next = undefined
    if (kept !== undefined) return kept
    const answer = await send(new Request(new URL('kiosk/nonce', base)))
    const body = (await answer.json()) as { nonce?: string }
    // A server that does not give one answers the request itself with what is wrong.
    return body.nonce ?? 'none'
  }

  async function signed(request: Request, body: Uint8Array<ArrayBuffer>): Promise<Request> {
    const hash = await crypto.subtle.digest('SHA-256', body)
    const digest = `sha-256=:${base64(new Uint8Array(hash))}:`
    const parameters = `${covered};keyid="${device.kioskId}";nonce="${await nonce()}";tag="pointeuse"`
    const { path, query } = addressIn(base, request.url)
    const text = [
      `"@method": ${request.method}`,
      `"@path": ${path}`,
      `"@query": ${query}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters}`,
    ].join('\n')
    const headers = new Headers(request.headers)
    headers.set('content-digest', digest)
    headers.set('signature-input', `kiosk=${parameters}`)
    headers.set('signature', `kiosk=:${await signText(device.privateKey, text)}:`)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    return new Request(request.url, {
      method: request.method,
      headers,
      signal: request.signal,
      ...(hasBody && { body }),
    })
  }

  return async function signedFetch(request) {
    const body = new Uint8Array(await request.arrayBuffer())
    for (let attempt = 1; ; attempt++) {
      const answer = await send(await signed(request, body))
      next = answer.headers.get('kiosk-nonce') ?? undefined
      if (attempt === 2 || answer.status !== 401 || !(await isStale(answer.clone()))) return answer
    }
  }
}

async function isStale(answer: Response): Promise<boolean> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: string }
  return problem.code === 'stale-nonce'
}

/** Path and query as the server sees them: without the path under which a proxy serves it. */
export function addressIn(base: Base, url: string): { path: string; query: string } {
  const { pathname, search } = new URL(url)
  const prefix = new URL('.', base).pathname
  const path = pathname.startsWith(prefix) ? `/${pathname.slice(prefix.length)}` : pathname
  return { path, query: search === '' ? '?' : search }
}
