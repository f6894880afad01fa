import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniserNamed } from '../face/index.ts'
import { readCalibration } from './calibration.ts'
import { decideAtSite, policiesAt, type SitePolicies } from './decide-at-site.ts'
import { policyFor } from './decision.ts'
import type { Nearest } from './gallery.ts'

const calibration = readCalibration(recogniserNamed('retail-0095'))
const settings = { targetFpir: 1e-3, minMargin: 0.5 }
/** One template each. */
const gallery = (size: number, alikeAtSite = 0, alike = 0) => ({
  size,
  countOf: () => 1,
  alikeness: (_: number, own?: ReadonlySet<string>) => (own ? alikeAtSite : alike),
})
const people = (count: number) => new Set(Array.from({ length: count }, (_, i) => `e${i}`))
const at = (scope: 'own-first' | 'own-only', size = 820, own = 41): SitePolicies => {
  const policies = policiesAt(gallery(size), calibration, settings, { scope, own: people(own) })
  assert.ok(policies)
  return policies
}
const who = (employeeId: string, score: number): Nearest => ({ best: { employeeId, score } })

test('both steps together take no more strangers than the target, whatever the sizes', () => {
  for (const [size, own] of [
    [820, 41],
    [820, 1],
    [50, 49],
    [1000, 500],
  ] as const) {
    const { own: mine, everybody } = at('own-first', size, own)
    const all = 1 - (1 - mine.fmr) ** own * (1 - everybody.fmr) ** size
    assert.ok(all <= settings.targetFpir, `${size} ${own}`)
    assert.ok(all > 0.9 * settings.targetFpir)
  }
})

test('where only own people are looked among, the whole target is theirs', () => {
  const { own } = at('own-only')
  const alone = policyFor(calibration, 41, settings)
  assert.equal(own.threshold, alone.threshold)
})

test('own people are found at a lower threshold than everybody, who pay little for it', () => {
  const { own, everybody } = at('own-first')
  const alike = policyFor(calibration, 820, settings)
  assert.ok(own.threshold < alike.threshold - 0.5)
  assert.ok(everybody.threshold < alike.threshold + 0.5)
})

test('strangers who are like the people of the site meet its threshold in the second step too', () => {
  const policies = policiesAt(gallery(820, 3, 0), calibration, settings, {
    scope: 'own-first',
    own: people(41),
  })
  assert.ok(policies && policies.everybody.threshold >= policies.own.threshold)
})

test('one step is enough where own people are everybody, or nobody, or all are looked for alike', () => {
  const search = (scope: 'own-first' | 'own-only' | 'everybody', own: number) =>
    policiesAt(gallery(41), calibration, settings, { scope, own: people(own) })
  assert.equal(search('own-first', 41), undefined)
  assert.equal(search('own-only', 41), undefined)
  assert.equal(search('own-first', 0), undefined)
  assert.equal(search('everybody', 10), undefined)
  assert.ok(search('own-only', 0), 'nobody belongs there: nobody is found')
})

const first = at('own-first')
const only = at('own-only')
const low = first.own.threshold
const high = first.everybody.threshold

test('one of the site is found at its threshold, one of elsewhere at that for all', () => {
  const mine = { own: who('a', low), others: who('b', low - 2) }
  assert.deepEqual(decideAtSite(mine, first), { outcome: 'match', employeeId: 'a' })
  const below = { own: {}, others: who('b', high - 0.01) }
  assert.deepEqual(decideAtSite(below, first), { outcome: 'unknown' })
  const above = { own: who('a', low - 1), others: who('b', high) }
  assert.deepEqual(decideAtSite(above, first), { outcome: 'match', employeeId: 'b' })
})

test('where own people only are looked among, nobody of elsewhere is found', () => {
  const other = { own: {}, others: who('b', 50) }
  assert.deepEqual(decideAtSite(other, only), { outcome: 'unknown' })
})

test('somebody of elsewhere is never taken for one of the site who is like them', () => {
  const visitor = { own: who('a', high), others: who('b', high + 5) }
  assert.deepEqual(decideAtSite(visitor, first), { outcome: 'match', employeeId: 'b' })
  const certain = only.everybody.threshold
  const seen = { own: who('a', certain), others: who('b', certain + 5) }
  assert.deepEqual(decideAtSite(seen, only), { outcome: 'unknown' })
})

test('two who are as near are ambiguous, wherever they belong', () => {
  const apart = { own: who('a', high), others: who('b', high + 0.1) }
  assert.deepEqual(decideAtSite(apart, first), { outcome: 'ambiguous' })
  const twins = {
    own: { best: { employeeId: 'a', score: low }, second: { employeeId: 'c', score: low - 0.1 } },
    others: {},
  }
  assert.deepEqual(decideAtSite(twins, first), { outcome: 'ambiguous' })
})

test('somebody of elsewhere who is below the threshold for all puts nobody in doubt', () => {
  const mine = { own: who('a', low), others: who('b', low + 0.1) }
  assert.deepEqual(decideAtSite(mine, first), { outcome: 'match', employeeId: 'a' })
})

test('what is no number lets nobody in', () => {
  const broken = { own: who('a', NaN), others: who('b', NaN) }
  assert.deepEqual(decideAtSite(broken, first), { outcome: 'unknown' })
  assert.deepEqual(decideAtSite(broken, only), { outcome: 'unknown' })
})
