import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchorLine, readAnchors } from './anchor.ts'
import { emptyHead, hashOf, headBytes } from './chain.ts'
import type { ChainedEntry, ChainHead } from './entry.ts'
import { createSigner, newSigningKey } from './signer.ts'
import { verifyChain } from './verify-chain.ts'

const signer = createSigner(newSigningKey())
const stranger = createSigner(newSigningKey())

/** Mulberry32: numbers that look random and are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function chainOf(length: number): ChainedEntry[] {
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

const headOf = (entries: readonly ChainedEntry[], by = signer) => {
  const { number, hash } = entries.at(-1) ?? emptyHead
  return { number, hash, signature: by.sign(headBytes({ number, hash })) }
}
const anchorAt = (entries: readonly ChainedEntry[], number: number) => {
  const { hash } = entries[number - 1] ?? emptyHead
  return anchorLine({ kind: 'day', at: '2026-03-02T00:00:00Z', number, hash }, signer)
}

const length = 150
const whole = chainOf(length)
const head = headOf(whole)
const anchors = readAnchors(anchorAt(whole, 50) + anchorAt(whole, 110), signer.publicKey)
const { publicKey } = signer
const verify = (entries: readonly ChainedEntry[], more = {}) =>
  verifyChain({ entries, head, anchors, publicKey, ...more })

test('a chain that nobody touched has no fault, and neither has one without entries', async () => {
  assert.deepEqual(await verify(whole), { entries: length, faults: [] })
  const none = { head: headOf([]), anchors: [] }
  assert.deepEqual(await verify([], none), { entries: 0, faults: [] })
})

type Mutation = (entries: ChainedEntry[], random: (below: number) => number) => ChainedEntry[]

const flipped = (hash: Uint8Array, at: number) =>
  hash.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte))

const mutations: Readonly<Record<string, Mutation>> = {
  'another time': (entries, random) => {
    const at = random(length)
    const entry = entries[at] as ChainedEntry
    return entries.with(at, { ...entry, atMicros: entry.atMicros + 1 + random(1e6) })
  },
  'another actor': (entries, random) => {
    const at = random(length)
    return entries.with(at, {
      ...(entries[at] as ChainedEntry),
      actor: `operator:${100 + random(9)}`,
    })
  },
  'another action': (entries, random) => {
    const at = random(length)
    return entries.with(at, { ...(entries[at] as ChainedEntry), action: 'nothing' })
  },
  'another subject': (entries, random) => {
    const at = random(length)
    return entries.with(at, { ...(entries[at] as ChainedEntry), subject: `q${random(9)}` })
  },
  'another detail': (entries, random) => {
    const at = random(length)
    return entries.with(at, {
      ...(entries[at] as ChainedEntry),
      detail: `{"record":"-${random(99)}"}`,
    })
  },
  'a bit of a hash': (entries, random) => {
    const at = random(length)
    const entry = entries[at] as ChainedEntry
    return entries.with(at, { ...entry, hash: flipped(entry.hash, random(256)) })
  },
  'an entry taken out': (entries, random) => entries.toSpliced(random(length), 1),
  'entries taken out': (entries, random) => entries.toSpliced(random(length - 10), 2 + random(8)),
  'taken out, and the others moved up': (entries, random) =>
    entries.toSpliced(random(length - 1), 1).map((entry, i) => ({ ...entry, number: i + 1 })),
  'an entry put in, and the others moved down': (entries, random) => {
    const at = random(length)
    return entries
      .toSpliced(at, 0, entries[random(length)] as ChainedEntry)
      .map((entry, i) => ({ ...entry, number: i + 1 }))
  },
  'an entry added at the end': (entries) => {
    const last = entries.at(-1) as ChainedEntry
    const added = { ...last, number: last.number + 1 }
    return [...entries, { ...added, hash: hashOf(last.hash, added) }]
  },
  'two entries exchanged': (entries, random) => {
    const at = random(length)
    const other = (at + 1 + random(length - 1)) % length
    const [a, b] = [entries[at] as ChainedEntry, entries[other] as ChainedEntry]
    return entries.with(at, { ...b, number: a.number }).with(other, { ...a, number: b.number })
  },
  'the end cut off': (entries, random) => entries.slice(0, length - 1 - random(length)),
}

test('each of 1,000 random mutations is found', async () => {
  const random = createRandom(20260302)
  const below = (limit: number) => Math.floor(random() * limit)
  const kinds = Object.entries(mutations)
  const unnoticed: string[] = []
  for (let i = 0; i < 1000; i++) {
    const [kind, mutate] = kinds[i % kinds.length] as (typeof kinds)[number]
    const { faults } = await verify(mutate(whole, below))
    if (faults.length === 0) unnoticed.push(`${kind} (${i})`)
  }
  assert.deepEqual(unnoticed, [])
})

test('a chain that was made anew is found by its head, and with the key for that by its anchors', async () => {
  const rewritten = chainOf(length).map((entry) => ({ ...entry }))
  let last: ChainHead = emptyHead
  for (const [i, entry] of rewritten.entries()) {
    const changed = i === 20 ? { ...entry, actor: 'operator:other' } : entry
    last = { number: entry.number, hash: hashOf(last.hash, changed) }
    rewritten[i] = { ...changed, hash: last.hash }
  }
  const byStranger = await verify(rewritten, { head: headOf(rewritten, stranger) })
  assert.ok(byStranger.faults.some(({ fault }) => fault === 'head-forged'))
  const byUs = await verify(rewritten, { head: headOf(rewritten) })
  assert.deepEqual(
    byUs.faults.map(({ fault, number }) => [fault, number]),
    [
      ['rewritten', 50],
      ['rewritten', 110],
    ],
  )
})

test('a chain cut off together with its head is found by an anchor, unless a restore is the reason', async () => {
  const short = whole.slice(0, 80)
  const found = await verify(short, { head: headOf(short) })
  assert.deepEqual(found.faults, [{ fault: 'cut-off', number: 81, last: 110 }])
  const { number, hash } = headOf(short)
  const line = anchorLine({ kind: 'restored', at: '2026-03-09T00:00:00Z', number, hash }, signer)
  const restored = [...anchors, ...readAnchors(line, publicKey)]
  const explained = await verify(short, { head: headOf(short), anchors: restored })
  assert.deepEqual(explained.faults, [])
})

test('an anchor of somebody else, or one that was changed, is none', async () => {
  const line = anchorAt(whole, 50)
  const changed = [
    line.replace('"number":50', '"number":51'),
    line.replace('2026-03-02', '2026-03-03'),
    line.replace('"day"', '"restored"'),
    'rubbish\n',
    '{}\n',
    anchorLine({ kind: 'day', at: '2026-03-02T00:00:00Z', ...emptyHead }, stranger),
  ]
  for (const text of changed) {
    const { faults } = await verify(whole, { anchors: readAnchors(text, publicKey) })
    assert.deepEqual(faults, [{ fault: 'anchor-forged', number: 1 }], text)
  }
})
