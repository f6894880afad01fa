import { createHash } from 'node:crypto'
import type { ChainedEntry, ChainHead } from './entry.ts'

/** Before the first entry. */
export const emptyHead: ChainHead = { number: 0, hash: new Uint8Array(32) }

/** The hash of an entry after the one whose hash is given: SHA-256 over that and the entry as a JSON array. */
export function hashOf(previous: Uint8Array, entry: Omit<ChainedEntry, 'hash'>): Buffer {
  const { number, atMicros, actor, action, subject, detail } = entry
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([number, atMicros, actor, action, subject, detail]))
    .digest()
}

/** What a signature of a head is over. */
export const headBytes = ({ number, hash }: ChainHead): Buffer =>
  Buffer.from(JSON.stringify(['pointeuse audit head', number, Buffer.from(hash).toString('hex')]))
