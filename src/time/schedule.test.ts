import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAssignment, type Assignment, plannedOn } from './assignment.ts'
import { dayOf } from './day.ts'
import { addVersion, checkVersion, type Schedule, shiftsOn, type VersionDraft } from './schedule.ts'

const office = { name: 'Office', start: '09:00', end: '17:00' }
const early = { name: 'Early', start: '05:00', end: '13:00' }
const night = { name: 'Night', start: '22:00', end: '06:00' }

const checked = (draft: VersionDraft) => {
  const version = checkVersion(draft)
  assert.ok(version.ok, JSON.stringify(version))
  return version.value
}
const problems = (draft: VersionDraft) => {
  const version = checkVersion(draft)
  return version.ok ? [] : version.problems
}

test('a week plans its shifts on their weekdays', () => {
  const version = checked({ from: '2026-01-01', weeks: [{ monday: [office], sunday: [night] }] })
  assert.deepEqual(
    shiftsOn(version, dayOf('2026-11-23'), 0).map(({ name }) => name),
    ['Office'],
  )
  assert.deepEqual(shiftsOn(version, dayOf('2026-11-24'), 0), [])
  assert.deepEqual(
    shiftsOn(version, dayOf('2026-11-29'), 0).map(({ name }) => name),
    ['Night'],
  )
})

test('a rotation repeats after its weeks, also before its anchor, and teams may be offset', () => {
  const version = checked({
    from: '2025-01-01',
    anchor: '2026-11-25',
    weeks: [{ monday: [early] }, { monday: [office] }, { monday: [night] }],
  })
  const on = (date: string, offset = 0) => shiftsOn(version, dayOf(date), offset)[0]?.name
  assert.deepEqual(
    ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map((d) =>
      on(d),
    ),
    ['Office', 'Night', 'Early', 'Office', 'Night', 'Early'],
  )
  assert.equal(on('2026-11-23', 1), 'Office')
  assert.equal(on('2026-11-23', 2), 'Night')
})

test('two shifts that overlap are refused and both are named', () => {
  const [problem] = problems({ from: '2026-01-01', weeks: [{ sunday: [night], monday: [early] }] })
  assert.equal(problem?.code, 'shifts-overlap')
  assert.match(
    problem?.detail ?? '',
    /Early \(05:00-13:00\) on monday of week 1 overlaps Night \(22:00-06:00\) on sunday of week 1/,
  )
})

test('shifts overlap across the weeks of a rotation and around its end', () => {
  const within = problems({ from: '2026-01-01', weeks: [{ sunday: [night] }, { monday: [early] }] })
  assert.match(within[0]?.detail ?? '', /monday of week 2 overlaps .* sunday of week 1/)
  const around = problems({ from: '2026-01-01', weeks: [{ monday: [early] }, { sunday: [night] }] })
  assert.match(around[0]?.detail ?? '', /monday of week 1 overlaps .* sunday of week 2/)
  const long = problems({
    from: '2026-01-01',
    weeks: [
      {
        monday: [
          { name: 'Long', start: '08:00', end: '20:00' },
          office,
          { ...early, start: '12:00' },
        ],
      },
    ],
  })
  assert.equal(long.length, 2)
})

test('shifts that touch do not overlap', () => {
  const touching = { name: 'Morning', start: '06:00', end: '09:00' }
  assert.deepEqual(
    problems({ from: '2026-01-01', weeks: [{ sunday: [night], monday: [touching, office] }] }),
    [],
  )
})

test('every wrong field of a schedule is named', () => {
  const fields = problems({
    from: '2026-02-30',
    weeks: [
      { monday: [{ name: ' ', start: '9', end: '17:00' }], friday: [{ ...office, end: '24:00' }] },
    ],
    rules: { graceLate: -1, overtimeWeekAfter: 2.5 },
  }).map(({ field }) => field)
  assert.deepEqual(fields, [
    'from',
    'weeks[0].monday[0].name',
    'weeks[0].monday[0].start',
    'weeks[0].friday[0].end',
    'rules.graceLate',
    'rules.overtimeWeekAfter',
  ])
})

test('a break must fit in its shift, and a paid one is never deducted', () => {
  const fieldsFor = (breaks: { minutes: number; paid: boolean; deductedAfterMinutes?: number }[]) =>
    problems({ from: '2026-01-01', weeks: [{ monday: [{ ...office, breaks }] }] }).map(
      ({ field }) => field,
    )
  assert.deepEqual(fieldsFor([{ minutes: 480, paid: false }]), [
    'weeks[0].monday[0].breaks[0].minutes',
  ])
  assert.deepEqual(fieldsFor([{ minutes: 20, paid: true, deductedAfterMinutes: 360 }]), [
    'weeks[0].monday[0].breaks[0].deductedAfterMinutes',
  ])
  assert.deepEqual(
    fieldsFor([
      { minutes: 300, paid: false },
      { minutes: 180, paid: true },
    ]),
    ['weeks[0].monday[0].breaks'],
  )
  assert.deepEqual(fieldsFor([{ minutes: 60, paid: false, deductedAfterMinutes: 360 }]), [])
})

const scheduleOf = (draft: VersionDraft): Schedule => ({
  id: 's',
  name: 'S',
  versions: [checked(draft)],
})

test('a new version leaves the days before it as they were, and may not begin in the past', () => {
  const schedule = scheduleOf({ from: '2026-01-01', weeks: [{ monday: [office] }] })
  const next = checked({ from: '2026-12-01', weeks: [{ monday: [early] }] })
  const changed = addVersion(schedule, next, dayOf('2026-11-23'))
  assert.ok(changed.ok)
  const site = { id: 'site', name: 'Site', zone: 'Europe/Paris' }
  const assignment: Assignment = {
    id: 'a',
    employeeId: 'e',
    from: dayOf('2026-01-01'),
    site,
    schedule: changed.value,
    weekOffset: 0,
  }
  assert.equal(plannedOn(assignment, dayOf('2026-11-30'))[0]?.name, 'Office')
  assert.equal(plannedOn(assignment, dayOf('2026-12-07'))[0]?.name, 'Early')
  const late = addVersion(schedule, next, dayOf('2026-12-02'))
  assert.equal(!late.ok && late.problems[0]?.code, 'rewrites-the-past')
})

test('an assignment may not begin in days already worked under another, nor overlap its last night', () => {
  const site = { id: 'site', name: 'Site', zone: 'Europe/Paris' }
  const nights = scheduleOf({ from: '2026-01-01', weeks: [{ sunday: [night] }] })
  const mornings = scheduleOf({ from: '2026-01-01', weeks: [{ monday: [early] }] })
  const bare = { employeeId: 'e', site, weekOffset: 0 }
  const first: Assignment = { ...bare, id: 'a', from: dayOf('2026-01-01'), schedule: nights }
  const today = dayOf('2026-11-23')

  const past = addAssignment([first], { ...first, id: 'b', from: dayOf('2026-11-01') }, today)
  assert.equal(!past.ok && past.problems[0]?.code, 'rewrites-the-past')

  const clash = addAssignment(
    [first],
    { ...bare, id: 'b', from: dayOf('2026-11-30'), schedule: mornings },
    today,
  )
  assert.match((!clash.ok && clash.problems[0]?.detail) || '', /Early .* overlaps Night/)

  const fine = addAssignment(
    [first],
    { ...bare, id: 'b', from: dayOf('2026-12-01'), schedule: mornings },
    today,
  )
  assert.equal(fine.ok && fine.value.length, 2)
})
