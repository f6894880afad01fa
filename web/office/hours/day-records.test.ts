import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Correction, TimesheetDay } from '../../shared/contract.ts'
import { instantsOfDay, openAdditions, recordsAfter } from './day-records.ts'
import { wallTimeAt, wallTimeText } from './wall-time.ts'

const day = { from: '2026-11-22T23:00:00Z', to: '2026-11-23T23:00:00Z' }
const record = (id: string, at: string) => ({ id, kind: 'in' as const, at, employee: null })
const correction = (change: Partial<Correction>): Correction => ({
  id: 'c1',
  employeeId: 'e',
  employee: { id: 'e', name: 'Alix' },
  action: 'add',
  recordId: null,
  was: null,
  becomes: null,
  reason: 'forgot',
  by: 'Nora',
  writtenAt: '2026-11-24T08:00:00Z',
  decision: null,
  ...change,
})
const approved = { outcome: 'approved' as const, by: 'Sami', at: '2026-11-24T09:00:00Z' }
const at5 = { kind: 'out' as const, at: '2026-11-23T16:00:00Z', siteId: null }

test('an approved correction shows, an open one is announced, a rejected one is nothing', () => {
  const records = [record('r1', '2026-11-23T07:00:00Z'), record('r2', '2026-11-23T07:05:00Z')]
  const found = recordsAfter(
    records,
    [
      correction({ id: 'c3', action: 'change', recordId: 'r1', becomes: at5 }),
      correction({ id: 'c2', action: 'void', recordId: 'r2', decision: approved }),
      correction({ id: 'c1', becomes: at5, decision: approved }),
      correction({ id: 'c0', becomes: at5, decision: { ...approved, outcome: 'rejected' } }),
    ],
    day,
  )
  assert.deepEqual(
    found.map(({ id, isVoid, open }) => [id, isVoid, open?.id]),
    [
      ['r1', false, 'c3'],
      ['r2', true, undefined],
      ['c1', false, undefined],
    ],
  )
})

test('a record that is moved to another day leaves this one', () => {
  const moved = { kind: 'in' as const, at: '2026-11-20T07:00:00Z', siteId: null }
  const change = correction({
    action: 'change',
    recordId: 'r1',
    becomes: moved,
    decision: approved,
  })
  assert.deepEqual(recordsAfter([record('r1', '2026-11-23T07:00:00Z')], [change], day), [])
})

test('what was asked to be added is told on its day only', () => {
  const open = correction({ becomes: at5 })
  assert.deepEqual(openAdditions([open], day), [open])
  assert.deepEqual(openAdditions([open], { from: day.to, to: '2026-11-24T23:00:00Z' }), [])
})

test('a day holds the night that belongs to it', () => {
  const sheet = {
    date: '2026-11-23',
    zone: 'Europe/Paris',
    shifts: [],
    intervals: [
      {
        kind: 'work' as const,
        from: '2026-11-23T21:00:00Z',
        to: '2026-11-24T05:00:00Z',
        closedByRule: false,
      },
    ],
  } as unknown as TimesheetDay
  assert.deepEqual(instantsOfDay(sheet), {
    from: '2026-11-22T23:00:00Z',
    to: '2026-11-24T05:00:01Z',
  })
})

test('times are those of the site, and one that came twice can be told', () => {
  assert.deepEqual(wallTimeAt('2026-11-23T16:00:30Z', 'Africa/Cairo'), {
    date: '2026-11-23',
    time: '18:00',
  })
  const twice = { date: '2026-10-25', time: '02:30' }
  assert.equal(wallTimeText(twice, 'Europe/Paris', undefined), '2026-10-25T02:30')
  assert.equal(wallTimeText(twice, 'Europe/Paris', 'first'), '2026-10-25T02:30+02:00')
  assert.equal(wallTimeText(twice, 'Europe/Paris', 'second'), '2026-10-25T02:30+01:00')
})
