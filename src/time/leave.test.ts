import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf } from './day.ts'
import { checkLeave, type Leave, type LeaveDraft, leavesClash } from './leave.ts'
import { dayWindows, hourWindows, reliefOf, type TimedShift } from './relief.ts'
import { zoneOf } from './zone.ts'

const hour = 3600
const leave = (from: string, to: string, part?: Leave['part']): Leave => ({
  id: `${from}${to}${JSON.stringify(part)}`,
  employeeId: 'e',
  from: dayOf(from),
  to: dayOf(to),
  kind: 'paid',
  ...(part !== undefined && { part }),
})
const at = (start: number, end: number) => ({ start: start * 60, end: end * 60 })
const shift = (start: number, end: number): TimedShift => ({
  shift: { name: 'S', start: 0, end: 0, breaks: [] },
  start: start * hour,
  end: end * hour,
})

test('what is wrong with a leave is said field by field', () => {
  const wrong: [draft: Partial<LeaveDraft>, problems: string[]][] = [
    [{ part: 'hours' }, ['missing-value start', 'missing-value end']],
    [{ part: 'hours', start: '14:00', end: '14:00' }, ['shift-empty end']],
    [{ part: 'hours', start: '25:00', end: '14:60' }, ['not-a-time start', 'not-a-time end']],
    [{ part: 'morning', end: '14:00' }, ['out-of-range end']],
    [{ start: '14:00' }, ['out-of-range start']],
    [
      { to: '2026-03-01', part: 'hours', start: '9', end: '10:00' },
      ['range-reversed to', 'not-a-time start'],
    ],
  ]
  for (const [draft, problems] of wrong) {
    const checked = checkLeave({ from: '2026-03-02', to: '2026-03-02', kind: 'paid', ...draft })
    assert.equal(checked.ok, false)
    assert.deepEqual(
      checked.problems.map(({ code, field }) => `${code} ${field}`),
      problems,
    )
  }
})

test('leaves clash when they take the same time, whichever was first', () => {
  const clashing: [Leave, Leave, boolean][] = [
    [leave('2026-03-02', '2026-03-04'), leave('2026-03-04', '2026-03-06'), true],
    [leave('2026-03-02', '2026-03-04'), leave('2026-03-05', '2026-03-06'), false],
    [leave('2026-03-02', '2026-03-04'), leave('2026-03-03', '2026-03-03', 'morning'), true],
    [
      leave('2026-03-02', '2026-03-04', 'morning'),
      leave('2026-03-03', '2026-03-03', 'afternoon'),
      false,
    ],
    [
      leave('2026-03-02', '2026-03-04', 'morning'),
      leave('2026-03-03', '2026-03-03', 'morning'),
      true,
    ],
    [
      leave('2026-03-03', '2026-03-03', 'morning'),
      leave('2026-03-03', '2026-03-03', at(14, 15)),
      true,
    ],
    [
      leave('2026-03-03', '2026-03-03', at(9, 10)),
      leave('2026-03-03', '2026-03-03', at(10, 11)),
      false,
    ],
    [
      leave('2026-03-03', '2026-03-03', at(9, 10.5)),
      leave('2026-03-03', '2026-03-03', at(10, 11)),
      true,
    ],
    // From 22:00 to 06:00 reaches into the next day.
    [
      leave('2026-03-03', '2026-03-03', at(22, 6)),
      leave('2026-03-04', '2026-03-04', at(5, 7)),
      true,
    ],
    [
      leave('2026-03-03', '2026-03-03', at(22, 6)),
      leave('2026-03-04', '2026-03-04', at(6, 7)),
      false,
    ],
    [leave('2026-03-03', '2026-03-03', at(22, 6)), leave('2026-03-04', '2026-03-04'), false],
  ]
  for (const [a, b, clash] of clashing) {
    assert.equal(leavesClash(a, b), clash, `${a.id} ${b.id}`)
    assert.equal(leavesClash(b, a), clash, `${b.id} ${a.id}`)
  }
})

test('a half ends in the middle of a single shift, or between the two that divide the day most evenly', () => {
  const day = dayOf('2026-03-02')
  const halves = [
    leave('2026-03-02', '2026-03-02', 'morning'),
    leave('2026-03-02', '2026-03-02', 'afternoon'),
  ]
  const cases: [TimedShift[], [number, number][]][] = [
    [[shift(9, 17)], [[9, 13], [13, 17]]],
    [[shift(8, 12), shift(13, 17.5)], [[8, 12], [12, 17.5]]],
    [[shift(6, 8), shift(9, 11), shift(14, 18)], [[6, 11], [11, 18]]],
    [[], []],
  ] // prettier-ignore
  for (const [shifts, expected] of cases) {
    const windows = dayWindows(halves, day, shifts)
    assert.deepEqual(
      windows.map(({ from, to }) => [from / hour, to / hour]),
      expected,
    )
  }
})

test('whoever has leave at one end of a shift is expected later, or until earlier', () => {
  const whole = shift(9, 17)
  const hours = (from: number, to: number) =>
    ({ kind: 'sick', from: from * hour, to: to * hour, counts: 'length' }) as const
  const relieved = (...windows: ReturnType<typeof hours>[]) => {
    const relief = reliefOf(whole, 7 * hour, windows)
    const taken = relief?.taken.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0
    return relief && [relief.from / hour, relief.to / hour, taken / hour]
  }
  assert.deepEqual(relieved(hours(8, 11)), [11, 17, 2])
  assert.deepEqual(relieved(hours(15, 20)), [9, 15, 2])
  assert.deepEqual(relieved(hours(12, 13)), [9, 17, 1])
  assert.deepEqual(relieved(hours(9, 11), hours(10, 12), hours(16, 17)), [12, 16, 4])
  assert.deepEqual(relieved(hours(8, 18)), [17, 17, 7])
  assert.equal(relieved(hours(17, 18)), undefined)
})

test('leave never takes more of a shift than it planned, nor less than nothing', () => {
  const moment = fc.integer({ min: 0, max: 86_400 })
  const window = fc.record({ from: moment, to: moment, counts: fc.constantFrom('share', 'length') })
  let whole = 0
  fc.assert(
    fc.property(fc.array(window), fc.integer({ min: 1, max: 8 * hour }), (drafts, planned) => {
      const windows = drafts
        .map(({ from, to, counts }) => ({
          kind: 'paid' as const,
          from: Math.min(from, to),
          to: Math.max(from, to),
          counts: counts as 'share' | 'length',
        }))
        .sort((a, b) => a.from - b.from)
      const relief = reliefOf(shift(9, 17), planned, windows)
      const taken = relief?.taken.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0
      assert.ok(taken >= 0 && taken <= planned)
      assert.equal(relief?.taken.every(({ seconds }) => seconds >= 0) ?? true, true)
      if (!relief || relief.from < relief.to) return
      assert.equal(taken, planned)
      whole++
    }),
    { numRuns: 500 },
  )
  assert.ok(whole > 0, 'no shift was taken whole')
})

test('leave by the hour is on the clocks of the site, also in the night of a clock change', () => {
  const zone = zoneOf('Europe/Paris')
  const windows = hourWindows(
    [leave('2026-03-28', '2026-03-28', at(22, 6))],
    dayOf('2026-03-27'),
    dayOf('2026-03-29'),
    () => zone,
  )
  const [window] = windows.get(dayOf('2026-03-28')) ?? []
  assert.equal(((window?.to ?? 0) - (window?.from ?? 0)) / hour, 7)
})
