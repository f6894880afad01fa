import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import type { KeptAssignment } from '../src/attendance/ports/planning.ts'
import { contradictionOf, type Correction, type TimedRecord } from '../src/time/correction.ts'
import { dayOf } from '../src/time/day.ts'
import { microsOf } from '../src/time/instant.ts'
import type { Leave } from '../src/time/leave.ts'
import { accepted, refused } from '../src/time/problem.ts'
import { addVersion, checkVersion, type Schedule } from '../src/time/schedule.ts'
import { createGuarantees, type StoreUnderTest } from './store-under-test.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00.123456Z')
const now = microsOf(createdAt)

const versionFrom = (from: string) => {
  const shift = { name: 'Équipe de nuit 夜', start: '22:00', end: '06:00' }
  const version = checkVersion({ from, weeks: [{ monday: [shift] }, {}] })
  assert.ok(version.ok)
  return version.value
}

/** What every database must do alike with sites, schedules, leave and corrections. */
export function hoursContract({ name, makePlace, skip = {} }: StoreUnderTest): void {
  const guarantees = createGuarantees({ name, makePlace, skip })
  const enrol = async (store: Store) => {
    const id = newId()
    await store.employees.create({ id, name: 'Amina', createdAt }, [])
    return id
  }
  const addSite = async (store: Store) => {
    const site = { id: newId(), name: 'Fès', zone: 'Africa/Casablanca', calendar: null }
    await store.sites.add(site, now)
    return site
  }

  describe(`${name} store of hours`, () => {
    guarantees('a site is kept, changed, and has its days', async (store) => {
      const site = await addSite(store)
      assert.deepEqual(await store.sites.list(), [site])
      const changed = await store.sites.change(site.id, { name: 'فاس' })
      assert.deepEqual(changed, accepted({ ...site, name: 'فاس' }))
      assert.equal(await store.sites.change(newId(), { name: 'Nowhere' }), undefined)
      const days = [
        { day: dayOf('2026-03-20'), name: 'Aïd', isHoliday: true },
        { day: dayOf('2026-03-21'), name: 'Aïd', isHoliday: false },
      ]
      await store.sites.putDays(site.id, days, now)
      await store.sites.putDays(
        site.id,
        [{ day: dayOf('2026-03-21'), name: 'Fête', isHoliday: true }],
        now,
      )
      assert.equal(await store.sites.removeDay(site.id, dayOf('2026-03-20')), true)
      assert.equal(await store.sites.removeDay(site.id, dayOf('2026-03-20')), false)
      assert.deepEqual(await store.sites.daysOf(site.id), [
        { day: dayOf('2026-03-21'), name: 'Fête', isHoliday: true },
      ])
    })

    guarantees('a schedule comes back as it was, with its versions in order', async (store) => {
      const schedule = { id: newId(), name: 'Nuit', versions: [versionFrom('2026-01-05')] }
      await store.schedules.add(schedule, now)
      const next = versionFrom('2026-12-07')
      const change = (before: Schedule) => addVersion(before, next, 0)
      const add = (id: string) => store.schedules.addVersion(id, next, now, change)
      assert.equal((await add(schedule.id))?.ok, true)
      assert.equal((await add(schedule.id))?.ok, false)
      assert.equal(await add(newId()), undefined)
      const whole = { ...schedule, versions: [...schedule.versions, next] }
      assert.deepEqual(await store.schedules.find(schedule.id), whole)
      assert.deepEqual(await store.schedules.list(), [whole])
    })

    guarantees('one assignment begins on a day, also when two are made at once', async (store) => {
      const employeeId = await enrol(store)
      const site = await addSite(store)
      const bare = { employeeId, siteId: site.id, scheduleId: null, weekOffset: 1 }
      const make = (from: string) => ({ ...bare, id: newId(), from: dayOf(from) })
      const twice = [make('2026-02-02'), make('2026-02-02')]
      const none = (earlier: readonly KeptAssignment[]) =>
        earlier.some(({ from }) => from === dayOf('2026-02-02'))
          ? refused('rewrites-the-past', 'from', 'there is one')
          : accepted(null)
      const add = (each: KeptAssignment, check = none) => store.assignments.add(each, now, check)
      const added = await Promise.all(twice.map((each) => add(each)))
      assert.deepEqual(added.map((each) => each?.ok).toSorted(), [false, true])
      assert.equal((await add(make('2026-01-05'), () => accepted(null)))?.ok, true)
      assert.equal(await add({ ...make('2026-01-05'), employeeId: newId() }), undefined)
      const kept = await store.assignments.of([employeeId])
      assert.deepEqual(
        kept.map(({ from, weekOffset }) => [from, weekOffset]),
        [
          [dayOf('2026-01-05'), 1],
          [dayOf('2026-02-02'), 1],
        ],
      )
    })

    guarantees(
      'a site keeps calendars from a day on, and goes out of use and back',
      async (store) => {
        const site = await addSite(store)
        const from = dayOf('2026-03-09')
        await store.sites.change(site.id, { calendar: { from, calendar: 'fr' } })
        await store.sites.change(site.id, { calendar: { from, calendar: 'ma' } })
        await store.sites.change(site.id, { calendar: { from: from - 1, calendar: null } })
        const whole = {
          ...site,
          laterCalendars: [
            { from: from - 1, calendar: null },
            { from, calendar: 'ma' as const },
          ],
        }
        assert.deepEqual(await store.sites.list(), [whole])
        const archived = await store.sites.change(site.id, { archivedAt: now })
        assert.deepEqual(archived, accepted({ ...whole, archivedAt: now }))
        assert.deepEqual(await store.sites.change(site.id, { archivedAt: null }), accepted(whole))
      },
    )

    guarantees('only what nothing points at can be removed', async (store) => {
      const employeeId = await enrol(store)
      const [site, unused] = [await addSite(store), await addSite(store)]
      const calendar = { from: dayOf('2026-03-09'), calendar: 'fr' } as const
      await store.sites.change(unused.id, { calendar })
      await store.sites.putDays(unused.id, [{ day: 0, name: 'x', isHoliday: true }], now)
      const schedule = { id: newId(), name: 'Nuit', versions: [versionFrom('2026-01-05')] }
      const spare = { ...schedule, id: newId() }
      for (const each of [schedule, spare]) await store.schedules.add(each, now)
      const from = dayOf('2026-03-02')
      const assignment = {
        id: newId(),
        employeeId,
        from,
        siteId: site.id,
        scheduleId: schedule.id,
        weekOffset: 0,
      }
      await store.assignments.add(assignment, now, () => accepted(true))
      assert.equal(await store.sites.remove(site.id), 'used')
      assert.equal(await store.sites.remove(unused.id), 'removed')
      assert.equal(await store.sites.remove(unused.id), 'not-there')
      assert.equal(await store.schedules.remove(schedule.id), 'used')
      assert.equal(await store.schedules.remove(spare.id), 'removed')
      assert.equal(await store.schedules.remove(spare.id), 'not-there')
      const archived = await store.schedules.archive(schedule.id, now)
      assert.deepEqual(archived, accepted({ ...schedule, archivedAt: now }))
      const late = { ...assignment, id: newId(), from: from + 7 }
      const tooLate = await store.assignments.add(late, now, () => accepted(true))
      assert.equal(tooLate?.ok === false && tooLate.problems[0]?.code, 'archived')
      assert.deepEqual(await store.schedules.archive(schedule.id, null), accepted(schedule))
      const removeVersion = (date: string) =>
        store.schedules.removeVersion(schedule.id, dayOf(date), (asked) => accepted(asked))
      assert.equal(await removeVersion('2026-01-06'), false)
      await store.schedules.addVersion(schedule.id, versionFrom('2026-12-07'), now, accepted)
      assert.ok(await removeVersion('2026-12-07'))
      assert.deepEqual(await store.schedules.list(), [schedule])
      let asked: readonly KeptAssignment[] = []
      const ifUnused = {
        day: from,
        check: (rows: readonly KeptAssignment[]) => {
          asked = rows
          return refused('in-use', 'archived', 'it is in use')
        },
      }
      const still = await store.schedules.archive(schedule.id, now, ifUnused)
      assert.deepEqual([still?.ok, asked], [false, [assignment]])
      asked = []
      const stillSite = await store.sites.change(site.id, { archivedAt: now }, ifUnused)
      assert.deepEqual([stillSite?.ok, asked], [false, [assignment]])
      assert.deepEqual(await store.schedules.list(), [schedule])
      await store.employments.set(employeeId, { firstDay: null, lastDay: from - 1 })
      await store.sites.change(site.id, {}, ifUnused)
      assert.deepEqual(asked, [])
      const withdraw = () => store.assignments.remove(employeeId, from, (all) => accepted(all))
      assert.deepEqual(await withdraw(), accepted([assignment]))
      assert.equal(await withdraw(), false)
      await store.records.append(employeeId, () => ({
        id: newId(),
        employeeId,
        kind: 'in',
        at: createdAt,
        siteId: site.id,
      }))
      assert.equal(await store.sites.remove(site.id), 'used')
    })

    guarantees(
      'the days of an employment are kept, and who left long ago is not asked for',
      async (store) => {
        const employeeId = await enrol(store)
        const days = { firstDay: dayOf('2026-01-05'), lastDay: dayOf('2026-02-27') }
        assert.deepEqual(await store.employments.of([employeeId]), new Map())
        assert.equal(await store.employments.set(employeeId, days), true)
        assert.equal(await store.employments.set(newId(), days), false)
        assert.deepEqual(
          await store.employments.of([employeeId, newId()]),
          new Map([[employeeId, days]]),
        )
        const person = { id: employeeId, name: 'Amina', forgottenAt: null, ...days }
        assert.deepEqual(await store.hours.person(employeeId), person)
        const since = async (date: string) =>
          store.hours.people({ limit: 9, since: dayOf(date) * 86_400_000_000 })
        assert.deepEqual(await since('2026-02-27'), [person])
        assert.deepEqual(await since('2026-02-28'), [])
        // Whoever comes after their last day is seen.
        await store.records.append(employeeId, () => ({
          id: newId(),
          employeeId,
          kind: 'in',
          at: createdAt,
        }))
        assert.deepEqual(await since('2026-02-28'), [person])
      },
    )

    guarantees('leave that was taken back counts for nothing and is still there', async (store) => {
      const employeeId = await enrol(store)
      const [from, to] = [dayOf('2026-03-10'), dayOf('2026-03-12')]
      const leave = { id: newId(), employeeId, from, to, kind: 'sick' } as const
      await store.leaves.add(leave, now)
      assert.deepEqual(await store.leaves.find(leave.id), leave)
      assert.equal(await store.leaves.withdraw(leave.id, now), true)
      assert.equal(await store.leaves.withdraw(leave.id, now), false)
      assert.equal(await store.leaves.find(leave.id), undefined)
      assert.deepEqual(await store.leaves.of([employeeId], { from, to }), [])
      const kept = [{ leave, at: now }]
      assert.deepEqual(await store.leaves.withdrawnOf(employeeId, { from, to }), kept)
      assert.deepEqual(await store.leaves.add({ ...leave, id: newId() }, now), { clash: null })
    })

    guarantees('leave is found by the days that it touches', async (store) => {
      const employeeId = await enrol(store)
      const leave = {
        id: newId(),
        employeeId,
        from: dayOf('2026-03-10'),
        to: dayOf('2026-03-12'),
        kind: 'sick',
      } as const
      assert.deepEqual(await store.leaves.add(leave, now), { clash: null })
      const on = (from: string, to: string) =>
        store.leaves.of([employeeId], { from: dayOf(from), to: dayOf(to) })
      assert.deepEqual(await on('2026-03-12', '2026-03-31'), [leave])
      assert.deepEqual(await on('2026-03-13', '2026-03-31'), [])
      assert.deepEqual(await store.leaves.of([], { from: leave.from, to: leave.to }), [])
      assert.equal(await store.leaves.remove(leave.id), true)
      assert.equal(await store.leaves.remove(leave.id), false)
    })

    guarantees(
      'leave of a part of a day comes back as it was, and clashes are found',
      async (store) => {
        const employeeId = await enrol(store)
        const day = {
          employeeId,
          from: dayOf('2026-03-10'),
          to: dayOf('2026-03-10'),
          kind: 'paid',
        } as const
        const leaves: Leave[] = [
          { ...day, id: newId(), part: { start: 540, end: 600 } },
          { ...day, id: newId(), part: { start: 1320, end: 360 } },
          { ...day, id: newId(), from: day.from + 2, to: day.from + 2, part: 'morning' },
        ]
        for (const leave of leaves) {
          assert.deepEqual(await store.leaves.add(leave, now), { clash: null })
        }
        const twice = [1, 2].map(() => ({ ...day, id: newId(), part: { start: 600, end: 660 } }))
        const added = await Promise.all(twice.map((leave) => store.leaves.add(leave, now)))
        assert.equal(added.filter((result) => result?.clash === null).length, 1)
        const clash = await store.leaves.add(
          {
            ...day,
            id: newId(),
            part: { start: 300, end: 400 },
            from: day.from + 1,
            to: day.from + 1,
          },
          now,
        )
        assert.deepEqual(clash, { clash: leaves[1] })
        const kept = await store.leaves.of([employeeId], { from: day.from + 1, to: day.from + 2 })
        assert.deepEqual(kept, leaves.slice(2))
        assert.equal(
          await store.leaves.add({ ...day, employeeId: newId(), id: newId() }, now),
          undefined,
        )
      },
    )

    guarantees('many leaves are kept at once, or none of them', async (store) => {
      const people = [await enrol(store), await enrol(store)]
      const leaves = people.map((employeeId): Leave => ({
        id: newId(),
        employeeId,
        from: 20_000,
        to: 20_004,
        kind: 'paid',
      }))
      const again = leaves.map((leave) => ({ ...leave, id: newId() }))
      const both = [leaves, again].map((some) => store.hours.addLeaves(some, now))
      assert.deepEqual((await Promise.all(both)).toSorted(), [false, true])
      const range = { from: 20_000, to: 20_010 }
      assert.equal((await store.leaves.of(people, range)).length, 2)
      const stranger = {
        ...leaves[0],
        id: newId(),
        employeeId: newId(),
        from: 20_006,
        to: 20_006,
      } as Leave
      const free = { ...stranger, id: newId(), employeeId: people[0] ?? '' }
      assert.equal(await store.hours.addLeaves([free, stranger], now), false)
      assert.equal((await store.leaves.of(people, range)).length, 2)
      assert.equal(await store.hours.addLeaves([free], now), true)
    })

    guarantees('a decision is not kept when the records speak against it', async (store) => {
      const employeeId = await enrol(store)
      const at = microsOf(createdAt)
      const recordId = newId()
      const add = (id: string, minutes: number) =>
        store.records.append(employeeId, () => ({
          id,
          employeeId,
          kind: 'in',
          at: createdAt.add({ minutes }),
        }))
      await add(recordId, 0)
      await add(newId(), 1)
      await add(newId(), 60)
      const told = { employeeId, reason: 'x', by: 'Nadia', writtenAt: now }
      const was = { kind: 'in', at, siteId: null } as const
      const clock = { zone: 'Asia/Kathmandu', offsetSeconds: 20_700 }
      const becomes = { ...was, at: at + 3_600_000_000, clock }
      const correction: Correction = {
        ...told,
        id: newId(),
        action: 'change',
        recordId,
        was,
        becomes,
      }
      await store.corrections.add(correction)
      assert.deepEqual((await store.corrections.find(correction.id))?.correction, correction)
      const decision = { correctionId: correction.id, outcome: 'approved', by: 'Omar', at } as const
      let about = 0
      const refused = await store.corrections.decide(decision, undefined, (records) => {
        about = records.length
        return 'no'
      })
      // The record itself, and the one at the moment that it would be moved to.
      assert.deepEqual([refused, about], ['no', 2])
      assert.equal((await store.corrections.find(correction.id))?.decision, null)
      assert.equal(await store.corrections.decide(decision), 'decided')
      let after: readonly TimedRecord[] = []
      const next = { ...correction, id: newId(), was: becomes, becomes: was }
      const objected = await store.corrections.add(next, undefined, null, (records) => {
        after = records
        return 'no'
      })
      assert.deepEqual([objected, await store.corrections.find(next.id)], ['no', undefined])
      assert.equal(after.find(({ id }) => id === recordId)?.at, becomes.at)
    })

    guarantees(
      'of two corrections of one record that are approved at once, one counts',
      async (store) => {
        const employeeId = await enrol(store)
        const recordId = newId()
        await store.records.append(employeeId, () => ({
          id: recordId,
          employeeId,
          kind: 'in',
          at: createdAt,
        }))
        const was = { kind: 'in', at: microsOf(createdAt), siteId: null } as const
        const told = {
          employeeId,
          reason: 'x',
          by: 'Nadia',
          writtenAt: now,
          action: 'change',
          recordId,
          was,
        } as const
        const corrections = Array.from({ length: 6 }, (_, i): Correction => ({
          ...told,
          id: newId(),
          becomes: { ...was, at: was.at + (i + 1) * 300_000_000 },
        }))
        for (const correction of corrections) await store.corrections.add(correction)
        const results = await Promise.all(
          corrections.map((correction) =>
            store.corrections.decide(
              { correctionId: correction.id, outcome: 'approved', by: 'Omar', at: now },
              undefined,
              (records) => contradictionOf(correction, records),
            ),
          ),
        )
        assert.deepEqual(results.toSorted(), [
          'decided',
          ...Array<string>(5).fill('record-changed'),
        ])
      },
    )

    guarantees('what clocks showed is counted by zone, offset and day', async (store) => {
      assert.equal(await store.zoneData.span(), undefined)
      const employeeId = await enrol(store)
      const clock = { zone: 'Asia/Kathmandu', offsetSeconds: 20_700 }
      for (const hours of [0, 1, 24]) {
        const id = newId()
        const at = createdAt.add({ hours })
        await store.records.append(employeeId, () => ({ id, employeeId, kind: 'in', at, clock }))
      }
      const day = 86_400_000_000
      const becomes = { kind: 'in', at: now + 2 * day, siteId: null, clock } as const
      const told = { employeeId, reason: 'x', by: 'Nadia', writtenAt: now }
      await store.corrections.add({ ...told, id: newId(), action: 'add', becomes })
      const span = await store.zoneData.span()
      assert.deepEqual(span, { from: now, to: now + 2 * day + 1 })
      const { uses, withoutClock } = await store.zoneData.uses({ from: now, to: now + 3 * day })
      assert.deepEqual(
        uses.toSorted((a, b) => a.first - b.first),
        [
          { clock, count: 2, first: now, last: now + 3_600_000_000 },
          { clock, count: 1, first: now + day, last: now + day },
          { clock, count: 1, first: now + 2 * day, last: now + 2 * day },
        ],
      )
      assert.equal(withoutClock, 0)
      const range = { from: now, to: now + 2 * day }
      assert.deepEqual(await store.zoneData.moments(clock, range), [
        now,
        now + 3_600_000_000,
        now + day,
      ])
      assert.deepEqual(await store.zoneData.moments({ ...clock, offsetSeconds: 0 }, range), [])
      const event = {
        ordinal: 1,
        version: '2026c',
        at: now,
        findings: { records: 1, withoutClock: 0, changes: [] },
      }
      const added = await Promise.all([store.zoneData.add(event), store.zoneData.add(event)])
      assert.deepEqual(added.toSorted(), [false, true])
      assert.deepEqual(await store.zoneData.events(), [event])
    })

    guarantees('a correction is kept as it was written, and decided once', async (store) => {
      const employeeId = await enrol(store)
      const told = {
        employeeId,
        reason: 'Oubli « badge »',
        by: 'Nadia',
        byId: newId(),
        writtenAt: now,
      }
      const was = { kind: 'in', at: now + 1, siteId: null } as const
      const becomes = { kind: 'break-end', at: now - 1_000_001, siteId: newId() } as const
      const corrections: Correction[] = [
        { ...told, id: newId(), action: 'add', becomes },
        { ...told, id: newId(), action: 'void', recordId: newId(), was },
        { ...told, id: newId(), action: 'change', recordId: newId(), was, becomes },
      ]
      for (const correction of corrections) {
        assert.equal(await store.corrections.add(correction), 'added')
      }
      const [first] = corrections
      assert.ok(first)
      const account = { by: 'Omar', byId: newId() }
      const outcome = { correctionId: first.id, outcome: 'approved', at: now } as const
      const decision = { ...outcome, ...account }
      const decided = await Promise.all([
        store.corrections.decide(decision),
        store.corrections.decide({ ...decision, outcome: 'rejected' }),
      ])
      assert.deepEqual(decided.toSorted(), ['decided', 'not-open'])
      assert.equal(
        await store.corrections.decide({ ...decision, correctionId: newId() }),
        'not-open',
      )
      const all = await store.corrections.of([employeeId])
      assert.deepEqual(
        all.map(({ correction }) => correction),
        corrections,
      )
      assert.equal(all[0]?.decision?.correctionId, first.id)
      const open = await store.corrections.list({ employeeId, state: 'open', limit: 10 })
      assert.deepEqual(
        open.map(({ correction }) => correction.id),
        [corrections[2]?.id, corrections[1]?.id],
      )
      const rest = await store.corrections.list({ after: corrections[1]?.id ?? '', limit: 10 })
      assert.deepEqual(
        rest.map(({ correction }) => correction.id),
        [first.id],
      )
      const { by, byId } = (await store.corrections.find(first.id))?.decision ?? {}
      assert.deepEqual({ by, byId }, account)
    })

    guarantees('recorded hours come by employee and moment, duplicates included', async (store) => {
      const ids = [await enrol(store), await enrol(store)]
      for (const employeeId of ids) {
        for (const minutes of [30, 0, 90]) {
          const at = createdAt.add({ minutes })
          const id = newId()
          const duplicateOf = minutes === 90 ? { duplicateOf: newId() } : {}
          await store.records.append(employeeId, () => ({
            id,
            employeeId,
            kind: 'in',
            at,
            ...duplicateOf,
          }))
        }
      }
      const range = { from: now, to: now + 90 * 60_000_000 + 1 }
      const found = await store.hours.of(ids, range)
      assert.deepEqual(
        found.map(({ employeeId, at }) => [ids.indexOf(employeeId), (at - now) / 60_000_000]),
        [
          [0, 0],
          [0, 30],
          [0, 90],
          [1, 0],
          [1, 30],
          [1, 90],
        ],
      )
      assert.ok(found[2]?.duplicateOf)
      assert.equal((await store.hours.of(ids, { ...range, to: range.to - 1 })).length, 4)
      assert.deepEqual(await store.hours.find(found[0]?.id ?? ''), found[0])
    })

    guarantees('who left is among the people as long as their records may count', async (store) => {
      const [stays, leaves] = [await enrol(store), await enrol(store)]
      const id = newId()
      await store.records.append(leaves, () => ({
        id,
        employeeId: leaves,
        kind: 'in',
        at: createdAt,
      }))
      await store.employees.forget(leaves, 'keep', createdAt)
      const since = async (micros: number) =>
        (await store.hours.people({ limit: 10, since: micros })).map((person) => person.id)
      assert.deepEqual(await since(now), [stays, leaves])
      assert.deepEqual(await since(now + 1), [stays])
      assert.deepEqual(
        await store.hours
          .people({ after: stays, limit: 10, since: now })
          .then((list) => list.length),
        1,
      )
    })

    guarantees('whoever is erased takes their hours with them', async (store) => {
      const employeeId = await enrol(store)
      const site = await addSite(store)
      await store.assignments.add(
        { id: newId(), employeeId, from: 1, siteId: site.id, scheduleId: null, weekOffset: 0 },
        now,
        () => accepted(null),
      )
      await store.leaves.add({ id: newId(), employeeId, from: 1, to: 2, kind: 'paid' }, now)
      const correctionId = newId()
      await store.corrections.add({
        id: correctionId,
        employeeId,
        reason: 'forgot',
        by: 'Nadia',
        writtenAt: now,
        action: 'add',
        becomes: { kind: 'in', at: now, siteId: null },
      })
      await store.corrections.decide({ correctionId, outcome: 'approved', by: 'Omar', at: now })
      assert.equal(await store.employees.forget(employeeId, 'erase', createdAt), true)
      assert.deepEqual(await store.assignments.of([employeeId]), [])
      assert.deepEqual(await store.leaves.of([employeeId], { from: 0, to: 9 }), [])
      assert.equal(await store.corrections.find(correctionId), undefined)
    })
  })
}
