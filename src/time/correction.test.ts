import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Correction, type Decision, foldCorrections, type TimedRecord } from './correction.ts'

const raw = (id: string, at: number, kind: TimedRecord['kind'] = 'in'): TimedRecord => ({
  id,
  employeeId: 'e',
  siteId: null,
  kind,
  at,
})
const told = { employeeId: 'e', reason: 'forgot', by: 'operator-1' }
const approve = (correctionId: string): Decision => ({
  correctionId,
  outcome: 'approved',
  by: 'operator-2',
  at: 99,
})
const becomes = { kind: 'out', at: 50, siteId: null } as const
const was = { kind: 'in', at: 10, siteId: null } as const

test('an approved correction counts, one that waits or was rejected does not', () => {
  const add: Correction = { ...told, id: 'c1', action: 'add', becomes, writtenAt: 60 }
  const records = [raw('r1', 10)]
  const idsWith = (decisions: Decision[]) =>
    foldCorrections(records, [add], decisions).map(({ id }) => id)
  assert.deepEqual(idsWith([]), ['r1'])
  assert.deepEqual(idsWith([{ ...approve('c1'), outcome: 'rejected' }]), ['r1'])
  assert.deepEqual(idsWith([approve('c1')]), ['r1', 'c1'])
})

test('a record can be voided and changed, and the raw rows stay as they were', () => {
  const records = Object.freeze([Object.freeze(raw('r1', 10)), Object.freeze(raw('r2', 20))])
  const corrections: Correction[] = [
    { ...told, id: 'c1', action: 'void', recordId: 'r1', was, writtenAt: 60 },
    { ...told, id: 'c2', action: 'change', recordId: 'r2', was, becomes, writtenAt: 61 },
  ]
  const folded = foldCorrections(records, corrections, [approve('c1'), approve('c2')])
  assert.deepEqual(folded, [{ ...raw('r2', 50, 'out'), correctionId: 'c2' }])
  assert.deepEqual(records, [raw('r1', 10), raw('r2', 20)])
})

test('an added record can be corrected in its turn, and a void one stays void', () => {
  const corrections: Correction[] = [
    { ...told, id: 'c1', action: 'add', becomes, writtenAt: 60 },
    {
      ...told,
      id: 'c2',
      action: 'change',
      recordId: 'c1',
      was: becomes,
      becomes: { ...becomes, at: 55 },
      writtenAt: 61,
    },
    { ...told, id: 'c3', action: 'void', recordId: 'r1', was, writtenAt: 62 },
    { ...told, id: 'c4', action: 'change', recordId: 'r1', was, becomes, writtenAt: 63 },
  ]
  const folded = foldCorrections(
    [raw('r1', 10)],
    corrections,
    corrections.map(({ id }) => approve(id)),
  )
  assert.deepEqual(
    folded.map(({ id, at }) => [id, at]),
    [['c1', 55]],
  )
})

test('a record that is changed into the range appears even when its raw row was not read', () => {
  const change: Correction = {
    ...told,
    id: 'c1',
    action: 'change',
    recordId: 'far',
    was,
    becomes,
    writtenAt: 60,
  }
  assert.deepEqual(
    foldCorrections([], [change], [approve('c1')]).map(({ id }) => id),
    ['far'],
  )
})

test('the order in which rows arrive changes nothing', () => {
  const corrections: Correction[] = [
    { ...told, id: 'c1', action: 'add', becomes, writtenAt: 60 },
    {
      ...told,
      id: 'c2',
      action: 'change',
      recordId: 'c1',
      was: becomes,
      becomes: { ...becomes, at: 5 },
      writtenAt: 60,
    },
    { ...told, id: 'c3', action: 'void', recordId: 'r2', was, writtenAt: 61 },
  ]
  const records = [raw('r1', 10), raw('r2', 10), raw('r3', 10)]
  const decisions = corrections.map(({ id }) => approve(id))
  const expected = foldCorrections(records, corrections, decisions)
  const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length })
  fc.assert(
    fc.property(shuffled(records), shuffled(corrections), shuffled(decisions), (r, c, d) => {
      assert.deepEqual(foldCorrections(r, c, d), expected)
    }),
  )
})
