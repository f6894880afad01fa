import { headBytes } from './chain.ts'
import type { ChainHead } from './entry.ts'
import { isSignedBy, type Signer } from './signer.ts'

/**
 * What a chain had come to on a day, kept outside of the database: who changes the chain cannot change this.
 * `restored`: the database was filled from a backup, and entries after its head are lost with a reason.
 */
export type Anchor = ChainHead & {
  readonly kind: 'day' | 'restored'
  /** Instant in ISO 8601. */
  readonly at: string
  readonly signature: Uint8Array
}

const bytesOf = ({ kind, at, ...head }: Omit<Anchor, 'signature'>): Buffer =>
  Buffer.concat([Buffer.from(`${kind} ${at} `), headBytes(head)])

/** A line of the file of anchors. */
export function anchorLine(
  anchor: Omit<Anchor, 'signature'>,
  signer: Pick<Signer, 'sign'>,
): string {
  const { kind, at, number, hash } = anchor
  const text = { kind, at, number, hash: hex(hash), signature: hex(signer.sign(bytesOf(anchor))) }
  return `${JSON.stringify(text)}\n`
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The anchors of a file's text; undefined for a line that is none, or that somebody else signed. */
export function readAnchors(text: string, publicKey: string): (Anchor | undefined)[] {
  const lines = text.split('\n')
  // The last one may have been cut off when the machine went down: it has no end.
  return lines.slice(0, -1).map((line) => readAnchor(line, publicKey))
}

function readAnchor(line: string, publicKey: string): Anchor | undefined {
  try {
    const { kind, at, number, hash, signature } = JSON.parse(line) as Record<string, unknown>
    if (kind !== 'day' && kind !== 'restored') return undefined
    if (typeof at !== 'string' || !Number.isSafeInteger(number)) return undefined
    const head = { number: number as number, hash: Buffer.from(String(hash), 'hex') }
    const anchor = { kind, at, ...head, signature: Buffer.from(String(signature), 'hex') } as const
    return isSignedBy(publicKey, bytesOf({ kind, at, ...head }), anchor.signature)
      ? anchor
      : undefined
  } catch {
    return undefined // not JSON
  }
}
