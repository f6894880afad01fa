import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RecordKind } from './record-kind.ts'
import { byMoment, type TimedRecord } from './correction.ts'
import { pairRecords } from './session.ts'
import { toggledKind } from './toggle.ts'

const hour = 3600
const later = 10 * 86_400
const kinds: RecordKind[] = ['in', 'out', 'break-start', 'break-end']
const max = () => 16 * 60

/** A day of records, in hours: `[8, 'in'], [12, 'out']`. */
const day = (...entries: [number, RecordKind, Partial<TimedRecord>?][]): TimedRecord[] =>
  entries.map(([hours, kind, more], i) => ({
    id: `r${String(i).padStart(2, '0')}`,
    employeeId: 'e',
    siteId: null,
    kind,
    at: hours * hour * 1_000_000,
    ...more,
  }))
const pair = (records: TimedRecord[], now = later) => {
  const { sessions, anomalies } = pairRecords(records, max, now)
  return {
    sessions: sessions.map(({ intervals, end }) => [
      intervals.map(({ kind, from, to }) => `${kind} ${from / hour}-${to / hour}`).join(', '),
      end.how,
    ]),
    anomalies: anomalies.map(({ code, recordId }) => `${code} ${recordId}`),
  }
}

test('a day with a break is work, break, work', () => {
  const records = day([8, 'in'], [12, 'break-start'], [13, 'break-end'], [17, 'out'])
  assert.deepEqual(pair(records), {
    sessions: [['work 8-12, break 12-13, work 13-17', 'recorded']],
    anomalies: [],
  })
})

test('several sessions a day, and one across midnight', () => {
  assert.deepEqual(
    pair(day([8, 'in'], [12, 'out'], [14, 'in'], [18, 'out'], [22, 'in'], [30, 'out'])).sessions,
    [
      ['work 8-12', 'recorded'],
      ['work 14-18', 'recorded'],
      ['work 22-30', 'recorded'],
    ],
  )
})

test('a duplicate does not count, wherever it stands', () => {
  const records = day(
    [8, 'in'],
    [8.01, 'in', { duplicateOf: 'r00' }],
    [17, 'out'],
    [17.01, 'out', { duplicateOf: 'r02' }],
  )
  assert.deepEqual(pair(records), { sessions: [['work 8-17', 'recorded']], anomalies: [] })
})

test('a forgotten clock-out counts nothing after the last record, and is missing once the person comes again', () => {
  assert.deepEqual(pair(day([8, 'in'], [32, 'in'], [40, 'out'])), {
    sessions: [
      ['', 'missing-out'],
      ['work 32-40', 'recorded'],
    ],
    anomalies: [],
  })
})

test('an open session goes on until the longest session is over, then its end is missing', () => {
  const records = day([8, 'in'], [12, 'break-start'])
  assert.deepEqual(pair(records, 13 * hour).sessions, [['work 8-12', 'ongoing']])
  assert.deepEqual(pair(records, 25 * hour), {
    sessions: [['work 8-12', 'missing-out']],
    anomalies: ['break-not-ended r01'],
  })
})

test('a departure too long after the arrival is not its end', () => {
  assert.deepEqual(pair(day([8, 'in'], [32, 'out'])), {
    sessions: [['', 'missing-out']],
    anomalies: ['missing-in r01'],
  })
})

test('an arrival out of a break ends the break', () => {
  assert.deepEqual(pair(day([8, 'in'], [12, 'break-start'], [13, 'in'], [17, 'out'])), {
    sessions: [['work 8-12, break 12-13, work 13-17', 'recorded']],
    anomalies: [],
  })
})

test('leaving out of a break counts as break, and is noted', () => {
  assert.deepEqual(pair(day([8, 'in'], [12, 'break-start'], [17, 'out'])), {
    sessions: [['work 8-12, break 12-17', 'recorded']],
    anomalies: ['break-not-ended r02'],
  })
})

test('records that contradict are noted and count nothing', () => {
  assert.deepEqual(
    pair(day([7, 'break-start'], [8, 'out'], [9, 'in'], [10, 'break-end'], [11, 'out'])),
    {
      sessions: [['work 9-11', 'recorded']],
      anomalies: ['break-outside-work r00', 'missing-in r01', 'break-repeated r03'],
    },
  )
})

test('records of the same second make a session of no length', () => {
  assert.deepEqual(pair(day([8, 'in'], [8, 'out'])).sessions, [['', 'recorded']])
})

test('a second arrival of somebody who is in is noted, and the first stands', () => {
  assert.deepEqual(pair(day([8, 'in'], [11, 'in'], [16, 'out'])), {
    sessions: [['work 8-16', 'recorded']],
    anomalies: ['in-repeated r01'],
  })
  assert.deepEqual(pair(day([8, 'in'], [11, 'in']), 12 * hour), {
    sessions: [['', 'ongoing']],
    anomalies: ['in-repeated r01'],
  })
  // The night does not make up for the departure that was forgotten in the afternoon.
  assert.deepEqual(pair(day([8, 'in'], [22, 'in'], [30, 'out'])), {
    sessions: [
      ['', 'missing-out'],
      ['work 22-30', 'recorded'],
    ],
    anomalies: [],
  })
})

test('out and in at the same second are two sessions that touch, in whatever order they were written', () => {
  const touching = {
    sessions: [
      ['work 8-12', 'recorded'],
      ['work 12-17', 'recorded'],
    ],
    anomalies: [],
  }
  assert.deepEqual(pair(day([8, 'in'], [12, 'out'], [12, 'in'], [17, 'out'])), touching)
  assert.deepEqual(pair(day([8, 'in'], [12, 'in'], [12, 'out'], [17, 'out'])), touching)
  const breaks = day([8, 'in'], [12, 'break-start'], [13, 'break-start'], [13, 'break-end'])
  assert.deepEqual(pair([...breaks, ...day([14, 'break-end'], [17, 'out'])]), {
    sessions: [['work 8-12, break 12-13, break 13-14, work 14-17', 'recorded']],
    anomalies: [],
  })
})

test('the order in which records of the same second arrive does not matter', () => {
  const same = fc.array(
    fc.record({ second: fc.integer({ min: 0, max: 6 }), kind: fc.constantFrom(...kinds) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(
      same.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        const hoursOf = (entries: typeof all) => {
          const records = entries.map(({ second, kind }, i): TimedRecord => ({
            id: `r${String(i).padStart(2, '0')}`,
            employeeId: 'e',
            siteId: null,
            kind,
            at: second * 3600 * 1_000_000,
          }))
          return pairRecords(records.sort(byMoment), max, later).sessions.map(
            ({ intervals }) => intervals,
          )
        }
        assert.deepEqual(hoursOf(shuffled), hoursOf(all))
      },
    ),
  )
})

test('microseconds are cut to the second, so that sums come out even', () => {
  const records = day([8, 'in'], [9, 'break-start'], [10, 'break-end'], [11, 'out']).map(
    (record, i) => ({
      ...record,
      at: record.at + ([999_999, 1, 500_000, 0][i] ?? 0),
    }),
  )
  assert.deepEqual(pair(records).sessions, [['work 8-9, break 9-10, work 10-11', 'recorded']])
})

test('without a stated kind the last record decides, and a clock-out forgotten yesterday does not turn today round', () => {
  const at = 8 * hour
  assert.equal(toggledKind(undefined, at, 960), 'in')
  assert.equal(toggledKind({ kind: 'in', at }, at + hour, 960), 'out')
  assert.equal(toggledKind({ kind: 'break-end', at }, at + hour, 960), 'out')
  assert.equal(toggledKind({ kind: 'break-start', at }, at + hour, 960), 'break-end')
  assert.equal(toggledKind({ kind: 'out', at }, at + hour, 960), 'in')
  assert.equal(toggledKind({ kind: 'in', at }, at + 24 * hour, 960), 'in')
})

const stream = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 3 * 1440 }),
      micros: fc.integer({ min: 0, max: 59_999_999 }),
      kind: fc.constantFrom(...kinds),
      isDuplicate: fc.boolean(),
    }),
    // Without a size arrays have ten at most, and hardly ever a break between two others.
    { maxLength: 40, size: 'max' },
  )
  .map((entries) =>
    entries
      .map(({ minutes, micros, kind, isDuplicate }, i): TimedRecord => ({
        id: `r${i}`,
        employeeId: 'e',
        siteId: null,
        kind,
        at: minutes * 60_000_000 + micros,
        ...(isDuplicate && i % 4 === 0 ? { duplicateOf: 'r' } : {}),
      }))
      .sort(byMoment),
  )

test('the intervals of a session fill it without gap or overlap, and add up to the difference of its instants', () => {
  let seen = 0
  fc.assert(
    fc.property(stream, (records) => {
      for (const { start, end, intervals, pending } of pairRecords(records, max, later).sessions) {
        let at = start
        for (const { from, to } of intervals) {
          assert.equal(from, at)
          assert.ok(to > from)
          at = to
        }
        const sum = intervals.reduce((total, { from, to }) => total + to - from, 0)
        assert.equal(sum, (end.how === 'recorded' ? end.at : (pending?.since ?? start)) - start)
        if (intervals.length > 1) seen++
      }
    }),
  )
  assert.ok(seen > 0, 'no session had several intervals')
})

test('every counted record is in one session or one anomaly, duplicates in none', () => {
  fc.assert(
    fc.property(stream, (records) => {
      const { sessions, anomalies } = pairRecords(records, max, later)
      const used = sessions.flatMap(({ recordIds }) => recordIds)
      assert.equal(new Set(used).size, used.length)
      const outside = anomalies.filter(
        ({ code }) => code === 'missing-in' || code === 'break-outside-work',
      )
      const counted = records
        .filter(({ duplicateOf }) => duplicateOf === undefined)
        .map(({ id }) => id)
      assert.deepEqual([...used, ...outside.map(({ recordId }) => recordId)].sort(), counted.sort())
    }),
  )
})

type State = { at: 'off' | 'work' | 'break'; start: number }
const off: State = { at: 'off', start: 0 }

/** Whether an `in` of somebody who is in begins anew: the next `out` is too late for them, not for this one. */
function beginsAnew(records: TimedRecord[], i: number, start: number): boolean {
  const at = (record: TimedRecord | undefined) => Math.floor((record?.at ?? Infinity) / 1e6)
  const out = at(records.slice(i + 1).find(({ kind }) => kind === 'out'))
  return out - start > 16 * hour && out - at(records[i]) <= 16 * hour
}

/** What a person does after a record, worked out anew from the first record each time. */
function stateAfter(records: TimedRecord[], i: number): State {
  const record = records[i]
  if (record === undefined) return off
  const now = Math.floor(record.at / 1e6)
  const before = stateAfter(records, i - 1)
  const state = now - before.start > 16 * hour ? off : before
  if (record.kind === 'in' && state.at === 'break') return { at: 'work', start: state.start }
  if (record.kind === 'in') {
    const isNew = state.at === 'off' || beginsAnew(records, i, state.start)
    return isNew ? { at: 'work', start: now } : state
  }
  if (state.at === 'off' || record.kind === 'out') return off
  return { at: record.kind === 'break-start' ? 'break' : 'work', start: state.start }
}

/**
 * The rule said another way, slowly: the time between two neighbouring records counts as what the person
 * was doing after the first, if the second still belongs to the same session. Records that only repeat a
 * state are left out before.
 */
function slowly(records: TimedRecord[]): { work: number; break: number } {
  const counted = records.filter(({ duplicateOf }) => duplicateOf === undefined)
  const turning = counted
    .map(({ at }, i) => ({
      at: Math.floor(at / 1e6),
      before: stateAfter(counted, i - 1),
      after: stateAfter(counted, i),
    }))
    .filter(({ before, after }) => before.at !== after.at || before.start !== after.start)
  const total = { work: 0, break: 0 }
  turning.forEach(({ at: from, after: { at, start } }, i) => {
    const next = turning[i + 1]
    if (at === 'off' || next === undefined) return
    const isOther = next.after.at !== 'off' && next.after.start !== start
    if (next.at - start <= 16 * hour && !isOther) total[at] += next.at - from
  })
  return total
}

test('the hours equal those of a slow reference model', () => {
  fc.assert(
    fc.property(stream, (all) => {
      // The order of records of one second is a rule of its own, which the model does not know.
      const second = ({ at }: TimedRecord) => Math.floor(at / 1e6)
      const records = [...new Map(all.map((record) => [second(record), record])).values()]
      const fast = { work: 0, break: 0 }
      for (const { intervals } of pairRecords(records, max, later).sessions) {
        for (const { kind, from, to } of intervals) fast[kind] += to - from
      }
      assert.deepEqual(fast, slowly(records))
    }),
    { numRuns: 500 },
  )
})
