import type { Anchor } from './anchor.ts'
import { emptyHead, hashOf, headBytes } from './chain.ts'
import type { ChainedEntry, ChainHead } from './entry.ts'
import { isSignedBy } from './signer.ts'

/** What is wrong with a chain, and where. */
export type ChainFault =
  /** The entry is not what it was, or does not follow the one before it: changed, put there, or moved. */
  | { readonly fault: 'changed'; readonly number: number }
  /** Entries are not there, from the first number to the last. */
  | { readonly fault: 'missing'; readonly number: number; readonly last: number }
  /** There are entries after the one that was the last. */
  | { readonly fault: 'added'; readonly number: number }
  /** The last entries are gone, from this number on. */
  | { readonly fault: 'cut-off'; readonly number: number; readonly last: number }
  /** The head was not signed by this installation. */
  | { readonly fault: 'head-forged'; readonly number: number }
  /** A line of the file of anchors, counted from 1, is not one of this installation. */
  | { readonly fault: 'anchor-forged'; readonly number: number }
  /** The chain was made anew: it had another entry at this number on the day of an anchor. */
  | { readonly fault: 'rewritten'; readonly number: number }

export type ChainEvidence = {
  readonly entries: AsyncIterable<ChainedEntry> | Iterable<ChainedEntry>
  readonly head: ChainHead & { readonly signature: Uint8Array }
  readonly anchors: readonly (Anchor | undefined)[]
  readonly publicKey: string
}

export type ChainVerdict = { readonly entries: number; readonly faults: readonly ChainFault[] }

/** More are not told: the first say where to look. */
const maxFaults = 100

/** Reads a chain from its first entry to its last and compares it with its head and its anchors. */
export async function verifyChain({
  entries,
  head,
  anchors,
  publicKey,
}: ChainEvidence): Promise<ChainVerdict> {
  const faults: ChainFault[] = []
  const tell = (fault: ChainFault) => void (faults.length < maxFaults && faults.push(fault))
  const anchorsAt = new Map<number, Anchor[]>()
  for (const [i, anchor] of anchors.entries()) {
    if (!anchor) tell({ fault: 'anchor-forged', number: i + 1 })
    else anchorsAt.set(anchor.number, [...(anchorsAt.get(anchor.number) ?? []), anchor])
  }
  let last: ChainHead = emptyHead
  let count = 0
  for await (const entry of entries) {
    if (entry.number > last.number + 1)
      tell({ fault: 'missing', number: last.number + 1, last: entry.number - 1 })
    else if (!hashOf(last.hash, entry).equals(entry.hash))
      tell({ fault: 'changed', number: entry.number })
    if (anchorsAt.get(entry.number)?.some(({ hash }) => !isSame(hash, entry.hash)))
      tell({ fault: 'rewritten', number: entry.number })
    last = entry
    count++
  }
  if (!isSignedBy(publicKey, headBytes(head), head.signature))
    tell({ fault: 'head-forged', number: head.number })
  if (last.number > head.number) tell({ fault: 'added', number: head.number + 1 })
  else if (last.number === head.number && !isSame(last.hash, head.hash))
    tell({ fault: 'changed', number: last.number })
  const furthest = Math.max(head.number, ...anchored(anchors))
  if (furthest > last.number) tell({ fault: 'cut-off', number: last.number + 1, last: furthest })
  return { entries: count, faults }
}

/** The numbers that anchors speak of, but for those that a restore has put aside. */
function anchored(anchors: readonly (Anchor | undefined)[]): number[] {
  const restored = anchors.findLastIndex((anchor) => anchor?.kind === 'restored')
  const after = anchors.slice(Math.max(0, restored))
  return after.flatMap((anchor) => (anchor ? [anchor.number] : []))
}

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
