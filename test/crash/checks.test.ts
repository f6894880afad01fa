import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breaches } from './checks.ts'
import type { Row } from './databases.ts'
import type { Entry } from './ledger.ts'

const at = '2026-03-02T08:00:00.000001Z'
const row = (id: string, ordinal: number, kind = 'in'): Row => ({
  id,
  employee_id: 'ana',
  kind,
  at_micros: 1_772_438_400_000_001,
  ordinal,
})
const intent = (key: string): Entry => ({ said: 'intent', key, employee: 'ana' })
const answered = (key: string, id: string, kind = 'in'): Entry => ({
  said: 'answered',
  key,
  receipt: { id, kind, at },
})
const kindsOf = (found: readonly string[]) => found.map((text) => text.split(':')[0])

test('a promise that was kept has no breach', () => {
  const entries = [intent('k1'), answered('k1', 'r1'), answered('k1', 'r1')]
  const more = [intent('k2'), answered('k2', 'r2', 'out')]
  assert.deepEqual(breaches([...entries, ...more], [row('r1', 1), row('r2', 2, 'out')]), [])
})

test('every kind of breach is seen', () => {
  const one = [intent('k1'), answered('k1', 'r1')]
  const cases: [expected: string, entries: Entry[], rows: Row[]][] = [
    ['lost', one, []],
    ['phantom', one, [row('r1', 1), row('r2', 2, 'out')]],
    ['twice', [...one, answered('k1', 'r2', 'out')], [row('r1', 1), row('r2', 2, 'out')]],
    ['shared', [...one, intent('k2'), answered('k2', 'r1')], [row('r1', 1)]],
    ['changed', one, [{ ...row('r1', 1), employee_id: 'bo' }]],
    ['open', [...one, intent('k2')], [row('r1', 1)]],
    ['disorder', one, [row('r1', 2)]],
  ]
  for (const [expected, entries, rows] of cases) {
    assert.ok(kindsOf(breaches(entries, rows)).includes(expected), expected)
  }
})
