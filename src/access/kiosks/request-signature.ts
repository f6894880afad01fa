/**
 * A kiosk signs its requests as RFC 9421 (HTTP Message Signatures) describes, in the one form that is taken:
 *
 *     Content-Digest: sha-256=:BASE64:
 *     Signature-Input: kiosk=("@method" "@path" "@query" "content-digest");keyid="ID";nonce="N";tag="pointeuse"
 *     Signature: kiosk=:BASE64:
 *
 * `@path` is the path as this server sees it, also behind a proxy that serves it under another one.
 */
export type SignedRequest = {
  readonly kioskId: string
  readonly nonce: string
  readonly signature: Uint8Array
  /** The signature base: what was signed. */
  readonly base: string
  /** SHA-256 of the body, 32 bytes; of an empty body when there is none. */
  readonly digest: Uint8Array
}

/** What a request shows of itself. A header that came twice is given as none. */
export type RequestHead = {
  readonly method: string
  /** Path and query as they were sent. */
  readonly url: string
  readonly header: (name: 'content-digest' | 'signature-input' | 'signature') => string | undefined
}

const covered = '("@method" "@path" "@query" "content-digest")'
const inputForm =
  /^kiosk=(\("@method" "@path" "@query" "content-digest"\);keyid="([0-9a-f-]{36})";nonce="([\w-]{20,100})";tag="pointeuse")$/
const signatureForm = /^kiosk=:([A-Za-z0-9+/]{86}==):$/
const digestForm = /^sha-256=:([A-Za-z0-9+/]{43}=):$/

/** The parameters of a signature, as a kiosk writes them. */
export const signatureParameters = (kioskId: string, nonce: string): string =>
  `${covered};keyid="${kioskId}";nonce="${nonce}";tag="pointeuse"`

/** What is signed: RFC 9421, section 2.5. */
export function signatureBase(
  { method, url }: Pick<RequestHead, 'method' | 'url'>,
  contentDigest: string,
  parameters: string,
): string {
  const queryAt = url.indexOf('?')
  const path = queryAt < 0 ? url : url.slice(0, queryAt)
  // An absent query is signed as an empty one (section 2.2.7).
  const query = queryAt < 0 ? '?' : url.slice(queryAt)
  return [
    `"@method": ${method}`,
    `"@path": ${path}`,
    `"@query": ${query}`,
    `"content-digest": ${contentDigest}`,
    `"@signature-params": ${parameters}`,
  ].join('\n')
}

/** The signature of a request; undefined when it has none, or one of another form. */
export function readSignedRequest(head: RequestHead): SignedRequest | undefined {
  const contentDigest = head.header('content-digest') ?? ''
  const [, parameters, kioskId, nonce] = inputForm.exec(head.header('signature-input') ?? '') ?? []
  const [, signature] = signatureForm.exec(head.header('signature') ?? '') ?? []
  const [, digest] = digestForm.exec(contentDigest) ?? []
  if (parameters === undefined || kioskId === undefined || nonce === undefined) return undefined
  if (signature === undefined || digest === undefined) return undefined
  return {
    kioskId,
    nonce,
    signature: Buffer.from(signature, 'base64'),
    base: signatureBase(head, contentDigest, parameters),
    digest: Buffer.from(digest, 'base64'),
  }
}
