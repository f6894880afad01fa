import { isSignedBy, type Signer } from './signer.ts'

/**
 * What whoever clocked in is given to keep: that their record was entered, at what time, and what the chain had come
 * to with it. Whoever has it can prove a record that is gone.
 */
export type ClockInReceipt = {
  readonly recordId: string
  readonly atMicros: number
  /** The number of the entry, and the hash of the chain with it, in hexadecimal. */
  readonly entry: number
  readonly head: string
}

/** One word of some 300 characters: the content in base64url, a dot, and its Ed25519 signature. */
export function writeReceipt(receipt: ClockInReceipt, signer: Pick<Signer, 'sign'>): string {
  const { recordId, atMicros, entry, head } = receipt
  const content = Buffer.from(
    JSON.stringify(['pointeuse receipt', recordId, atMicros, entry, head]),
  )
  return `${content.toString('base64url')}.${signer.sign(content).toString('base64url')}`
}

/** What a receipt says; undefined when this installation has not signed it. */
export function readReceipt(text: string, publicKey: string): ClockInReceipt | undefined {
  const [content = '', signature = '', ...more] = text.trim().split('.')
  const bytes = Buffer.from(content, 'base64url')
  if (more.length > 0 || !isSignedBy(publicKey, bytes, Buffer.from(signature, 'base64url')))
    return undefined
  // Only this program signs, and only what it wrote.
  const [, recordId, atMicros, entry, head] = JSON.parse(bytes.toString()) as [
    string,
    string,
    number,
    number,
    string,
  ]
  return { recordId, atMicros, entry, head }
}
