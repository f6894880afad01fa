import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { NumberTakenError } from '../src/identity/employee-number.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import { migrate } from '../src/store/migrate.ts'
import { schemaSteps } from '../src/store/migrations/index.ts'
import type { Store } from '../src/store/store.ts'
import type { Tables } from '../src/store/tables.ts'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import type { StoreUnderTest } from './store-under-test.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')

const add = async (store: Store, number?: string) =>
  store.employees.create(
    { id: newId(), name: 'Ana', createdAt, ...(number !== undefined && { number }) },
    [],
  )

/** Every employee has a number, and no two the same, on every database. */
export function employeeNumbersContract({ name, makePlace }: StoreUnderTest): void {
  describe(`${name}: numbers of employees`, () => {
    const guarantees = (title: string, check: (store: Store, url: string) => Promise<void>) => {
      it(title, async () => {
        const place = await makePlace()
        const store = await place.open()
        try {
          await check(store, place.url)
        } finally {
          await store.close()
          await place.remove()
        }
      })
    }

    guarantees('newcomers get the next one, and nobody one that is taken', async (store) => {
      assert.equal((await add(store)).number, '1')
      assert.equal((await add(store, '0041')).number, '0041')
      assert.equal((await add(store)).number, '42')
      assert.equal((await add(store, 'A-17')).number, 'A-17')
      assert.equal((await add(store, '1770151234567')).number, '1770151234567')
      const last = await add(store)
      assert.equal(last.number, '43')
      await assert.rejects(add(store, 'A-17'), NumberTakenError)
      assert.equal((await store.employees.find(last.id))?.number, '43')
      assert.equal((await store.employees.list({ limit: 10 })).length, 6)
    })

    guarantees('the number of one who left stays theirs', async (store) => {
      const { id } = await add(store, '7')
      await store.records.append(id, () => ({
        ...{ id: newId(), employeeId: id, kind: 'in', at: createdAt },
      }))
      await store.employees.forget(id, 'keep', createdAt)
      await assert.rejects(add(store, '7'), NumberTakenError)
      const known = await store.hours.known()
      assert.deepEqual(known, [{ name: 'Ana', number: '7', hasLeft: true }])
    })

    guarantees('a number is changed to one that is free', async (store) => {
      const ana = await add(store, '1')
      const bo = await add(store, '2')
      assert.equal((await store.employees.renumber(ana.id, 'B-1'))?.number, 'B-1')
      assert.equal((await store.employees.renumber(ana.id, 'B-1'))?.number, 'B-1')
      await assert.rejects(store.employees.renumber(bo.id, 'B-1'), NumberTakenError)
      assert.equal(await store.employees.renumber(newId(), '9'), undefined)
    })

    guarantees('people who come at the same moment get different ones', async (store) => {
      const all = await Promise.all(Array.from({ length: 8 }, () => add(store)))
      assert.equal(new Set(all.map(({ number }) => number)).size, 8)
    })

    guarantees('an import keeps its numbers, all or none', async (store) => {
      const person = (number?: string) => ({
        ...{ id: newId(), name: 'Ana', createdAt: 0, assignment: null },
        ...(number !== undefined && { number }),
      })
      await store.hours.addPeople([person(), person('10'), person()], 0)
      const known = await store.hours.known()
      assert.deepEqual(known.map(({ number }) => number).toSorted(), ['10', '11', '12'])
      const others = [person(), person('11')].map((each) => ({ ...each, name: 'Bo' }))
      await assert.rejects(store.hours.addPeople(others, 0), NumberTakenError)
      assert.equal((await store.hours.known()).length, 3)
    })

    it('whoever was there before numbers were gets one, oldest first', async () => {
      const place = await makePlace()
      try {
        const dialect = await chooseDialect(place.url)
        const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
        const steps = Object.entries(schemaSteps).filter(([step]) => step < '0013')
        await migrate(db, dialect, Object.fromEntries(steps))
        const ids = Array.from({ length: 1203 }, () => newId())
        for (const id of ids) {
          await sql`insert into employee (id, name, created_at_micros) values (${id}, 'A', 1)`.execute(
            db,
          )
        }
        await db.destroy()
        const store = await place.open()
        try {
          const numbered = await Promise.all(
            [0, 500, 1202].map(async (i) => (await store.employees.find(ids[i] ?? ''))?.number),
          )
          assert.deepEqual(numbered, ['1', '501', '1203'])
          assert.equal((await add(store)).number, '1204')
        } finally {
          await store.close()
        }
      } finally {
        await place.remove()
      }
    })
  })
}
