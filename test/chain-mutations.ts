import { emptyHead, hashOf } from '../src/access/audit/chain.ts'
import type { ChainedEntry, ChainHead } from '../src/access/audit/entry.ts'

/** Entries in the chain that is mutated. */
export const chainLength = 150

/** Mulberry32: numbers that look random and are the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A chain of so many entries of all kinds. */
export function chainOf(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = []
  let last: ChainHead = emptyHead
  for (let number = 1; number <= length; number++) {
    const entry = {
      number,
      atMicros: 1_772_438_400_000_000 + number,
      actor: `operator:${number % 7}`,
      action: number % 3 === 0 ? 'viewed' : 'record-added',
      subject: number % 5 === 0 ? null : `p${number % 11}`,
      detail: JSON.stringify({ record: String(number) }),
    }
    last = { number, hash: hashOf(last.hash, entry) }
    entries.push({ ...entry, hash: last.hash })
  }
  return entries
}

/** What somebody may do to a chain of `chainLength` entries. */
type Mutation = (entries: ChainedEntry[], random: (below: number) => number) => ChainedEntry[]

const flipped = (hash: Uint8Array, at: number) =>
  hash.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte))

export const mutations: Readonly<Record<string, Mutation>> = {
  'another time': (entries, random) => {
    const at = random(chainLength)
    const entry = entries[at] as ChainedEntry
    return entries.with(at, { ...entry, atMicros: entry.atMicros + 1 + random(1e6) })
  },
  'another actor': (entries, random) => {
    const at = random(chainLength)
    return entries.with(at, {
      ...(entries[at] as ChainedEntry),
      actor: `operator:${100 + random(9)}`,
    })
  },
  'another action': (entries, random) => {
    const at = random(chainLength)
    return entries.with(at, { ...(entries[at] as ChainedEntry), action: 'nothing' })
  },
  'another subject': (entries, random) => {
    const at = random(chainLength)
    return entries.with(at, { ...(entries[at] as ChainedEntry), subject: `q${random(9)}` })
  },
  'another detail': (entries, random) => {
    const at = random(chainLength)
    return entries.with(at, {
      ...(entries[at] as ChainedEntry),
      detail: `{"record":"-${random(99)}"}`,
    })
  },
  'a bit of a hash': (entries, random) => {
    const at = random(chainLength)
    const entry = entries[at] as ChainedEntry
    return entries.with(at, { ...entry, hash: flipped(entry.hash, random(256)) })
  },
  'an entry taken out': (entries, random) => entries.toSpliced(random(chainLength), 1),
  'entries taken out': (entries, random) =>
    entries.toSpliced(random(chainLength - 10), 2 + random(8)),
  'taken out, and the others moved up': (entries, random) =>
    entries.toSpliced(random(chainLength - 1), 1).map((entry, i) => ({ ...entry, number: i + 1 })),
  'an entry put in, and the others moved down': (entries, random) => {
    const at = random(chainLength)
    return entries
      .toSpliced(at, 0, entries[random(chainLength)] as ChainedEntry)
      .map((entry, i) => ({ ...entry, number: i + 1 }))
  },
  'an entry added at the end': (entries) => {
    const last = entries.at(-1) as ChainedEntry
    const added = { ...last, number: last.number + 1 }
    return [...entries, { ...added, hash: hashOf(last.hash, added) }]
  },
  'two entries exchanged': (entries, random) => {
    const at = random(chainLength)
    const other = (at + 1 + random(chainLength - 1)) % chainLength
    const [a, b] = [entries[at] as ChainedEntry, entries[other] as ChainedEntry]
    return entries.with(at, { ...b, number: a.number }).with(other, { ...a, number: b.number })
  },
  'the end cut off': (entries, random) => entries.slice(0, chainLength - 1 - random(chainLength)),
}
