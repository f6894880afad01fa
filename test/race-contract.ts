import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCorrections } from '../src/attendance/corrections.ts'
import { createImportEmployees } from '../src/attendance/import/employee-import.ts'
import { createSchedules } from '../src/attendance/schedules.ts'
import { createSites } from '../src/attendance/sites.ts'
import type { Store } from '../src/store/store.ts'
import { createIds } from '../src/system/ids.ts'
import { weekdays } from '../src/time/day.ts'
import { microsOf } from '../src/time/instant.ts'
import { accepted } from '../src/time/problem.ts'
import { checkVersion, type Schedule } from '../src/time/schedule.ts'
import { createTestClock } from './house.ts'
import type { StoreUnderTest } from './store-under-test.ts'

/** As many as are asked at once, half of them at another server of the same database. */
const atOnce = 6
const rounds = 10

const isDone = (result: { readonly ok: boolean } | object | undefined): boolean =>
  result !== undefined && 'ok' in result && result.ok === true

/** What is decided by what there is holds also when others decide at the same moment, at whichever server. */
export function raceContract({ name, makePlace }: StoreUnderTest): void {
  const clock = createTestClock()
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))

  const guarantees = (title: string, check: (servers: readonly Store[]) => Promise<void>) => {
    it(title, async () => {
      const place = await makePlace()
      try {
        const servers = [await place.open(), await place.open()]
        try {
          await check(servers)
        } finally {
          for (const server of servers) await server.close()
        }
      } finally {
        await place.remove()
      }
    })
  }
  const inTurns = <Service>(servers: readonly Store[], make: (store: Store) => Service) => {
    const services = servers.map(make)
    return <Result>(ask: (service: Service, i: number) => Promise<Result>) =>
      Promise.all(
        Array.from({ length: atOnce }, (_, i) => ask(services[i % services.length] as Service, i)),
      )
  }
  const enrol = async (store: Store) => {
    const id = newId()
    await store.employees.create({ id, name: 'Amina', createdAt: clock.now() }, [])
    return id
  }

  describe(`${name}: several at once`, () => {
    guarantees(
      'a list of employees that is imported again and again adds each once',
      async (servers) => {
        const all = inTurns(servers, (store) => createImportEmployees({ store, clock, newId }))
        for (let round = 0; round < rounds; round++) {
          const names = Array.from({ length: 20 }, (_, i) => `Employee ${round} ${i}`)
          const file = new TextEncoder().encode(`name\n${names.join('\n')}`)
          const results = await all((importEmployees) => importEmployees(file, { isDryRun: false }))
          assert.ok(results.every(({ isImported }) => isImported))
          const people = await servers[0]?.hours.people({ limit: 1000, since: 0 })
          assert.equal(people?.length, 20 * (round + 1))
        }
      },
    )

    guarantees('the same correction without approval is added once', async (servers) => {
      const [store] = servers as [Store]
      const employeeId = await enrol(store)
      const settings = { correctionsNeedApproval: false }
      const account = { by: 'Nadia', byId: newId() }
      const all = inTurns(servers, (at) => createCorrections({ store: at, clock, newId, settings }))
      for (let round = 0; round < rounds; round++) {
        const results = await all((corrections) =>
          corrections.propose(
            {
              ...{ employeeId, reason: 'Oubli', action: 'add', kind: 'in' },
              at: `2026-03-01T08:${10 + round}:00Z`,
            },
            account,
          ),
        )
        const refused = results.flatMap((result) => (result?.ok === false ? result.problems : []))
        assert.deepEqual(new Set(refused.map(({ code }) => code)), new Set(['records-overlap']))
        assert.equal(results.filter((result) => result?.ok).length, 1)
      }
      assert.equal((await store.corrections.of([employeeId])).length, rounds)
    })

    guarantees('of two assignments that exclude each other one is kept', async (servers) => {
      const [store] = servers as [Store]
      const site = { id: newId(), name: 'Fès', zone: 'Africa/Casablanca', calendar: null }
      await store.sites.add(site, microsOf(clock.now()))
      const all = inTurns(servers, (at) => createSchedules({ store: at, clock, newId }))
      const daily = async (name: string, start: string, end: string) => {
        const shifts = [{ name, start, end }]
        const week = Object.fromEntries(weekdays.map((weekday) => [weekday, shifts]))
        const version = checkVersion({ from: '2026-01-05', weeks: [week] })
        assert.ok(version.ok)
        const id = newId()
        await store.schedules.add({ id, name, versions: [version.value] }, 0)
        return id
      }
      // The second day would begin before the first night is over.
      const drafts = [
        { from: '2026-12-07', scheduleId: await daily('Nuit', '22:00', '06:00') },
        { from: '2026-12-08', scheduleId: await daily('Matin', '05:00', '13:00') },
      ]
      for (let round = 0; round < rounds; round++) {
        const employeeId = await enrol(store)
        await all((schedules, i) => {
          const draft = drafts[i % drafts.length] as (typeof drafts)[number]
          return schedules.assign(employeeId, { siteId: site.id, ...draft })
        })
        assert.equal((await store.assignments.of([employeeId])).length, 1)
      }
    })

    guarantees('nobody is assigned to what goes out of use at the same moment', async (servers) => {
      const [store] = servers as [Store]
      const both = inTurns(servers, (at) => ({
        schedules: createSchedules({ store: at, clock, newId }),
        sites: createSites({ store: at, clock, newId }),
      }))
      const version = checkVersion({ from: '2026-01-05', weeks: [{}] })
      assert.ok(version.ok)
      for (let round = 0; round < rounds; round++) {
        const site = { id: newId(), name: 'Fès', zone: 'Africa/Casablanca', calendar: null }
        await store.sites.add(site, 0)
        const schedule: Schedule = { id: newId(), name: 'Jour', versions: [version.value] }
        await store.schedules.add(schedule, 0)
        const people = await Promise.all(Array.from({ length: atOnce }, () => enrol(store)))
        const draft = { from: '2026-12-07', siteId: site.id, scheduleId: schedule.id }
        const retired = round % 2 === 0 ? 'site' : 'schedule'
        const [isArchived, ...areAssigned] = await both(async ({ schedules, sites }, i) => {
          if (i > 0) return isDone(await schedules.assign(people[i] ?? '', draft))
          return retired === 'site'
            ? isDone(await sites.change(site.id, { archived: true }))
            : isDone(await schedules.archive(schedule.id, true))
        })
        const assigned = await store.assignments.of(people)
        assert.ok(!isArchived || assigned.length === 0, `${retired} in round ${round}`)
        assert.equal(areAssigned.filter(Boolean).length, assigned.length)
      }
    })

    guarantees('an assignment is withdrawn once', async (servers) => {
      const [store] = servers as [Store]
      const site = { id: newId(), name: 'Fès', zone: 'Africa/Casablanca', calendar: null }
      await store.sites.add(site, 0)
      const all = inTurns(servers, (at) => createSchedules({ store: at, clock, newId }))
      for (let round = 0; round < rounds; round++) {
        const employeeId = await enrol(store)
        const draft = { from: '2026-12-07', siteId: site.id, scheduleId: null }
        await createSchedules({ store, clock, newId }).assign(employeeId, draft)
        const withdrawn = await all(async (schedules) =>
          isDone(await schedules.withdraw(employeeId, '2026-12-07')),
        )
        assert.equal(withdrawn.filter(Boolean).length, 1)
        assert.deepEqual(await store.assignments.of([employeeId]), [])
      }
    })

    guarantees(
      'every version of a schedule knows of those that came before it',
      async (servers) => {
        const [store] = servers as [Store]
        const versionFrom = (from: string) => {
          const version = checkVersion({ from, weeks: [{}] })
          assert.ok(version.ok)
          return version.value
        }
        const schedule = { id: newId(), name: 'Jour', versions: [versionFrom('2026-01-05')] }
        await store.schedules.add(schedule, 0)
        const seen = new Set<number>()
        await inTurns(
          servers,
          (at) => at.schedules,
        )((schedules, i) => {
          const version = versionFrom(`2026-12-0${i + 1}`)
          return schedules.addVersion(schedule.id, version, 0, (before) => {
            seen.add(before.versions.length)
            return accepted({ ...before, versions: [...before.versions, version] })
          })
        })
        assert.deepEqual([...seen].sort(), [1, 2, 3, 4, 5, 6])
      },
    )
  })
}
