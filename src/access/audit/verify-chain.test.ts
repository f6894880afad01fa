import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchorLine, readAnchors } from './anchor.ts'
import { chainLength, chainOf, createRandom, mutations } from '../../../test/chain-mutations.ts'
import { emptyHead, hashOf, headBytes } from './chain.ts'
import type { ChainedEntry, ChainHead } from './entry.ts'
import { createSigner, newSigningKey } from './signer.ts'
import { verifyChain } from './verify-chain.ts'

const signer = createSigner(newSigningKey())
const stranger = createSigner(newSigningKey())

const headOf = (entries: readonly ChainedEntry[], by = signer) => {
  const { number, hash } = entries.at(-1) ?? emptyHead
  return { number, hash, signature: by.sign(headBytes({ number, hash })) }
}
const anchorAt = (entries: readonly ChainedEntry[], number: number) => {
  const { hash } = entries[number - 1] ?? emptyHead
  return anchorLine({ kind: 'day', at: '2026-03-02T00:00:00Z', number, hash }, signer)
}

const length = chainLength
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
