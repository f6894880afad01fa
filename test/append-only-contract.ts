import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import { microsOf } from '../src/time/instant.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import type { Tables } from '../src/store/tables.ts'
import type { StoreUnderTest } from './store-under-test.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const at = Temporal.Instant.from('2026-03-02T08:00:00Z')

type Recorded = { readonly employeeId: string; readonly correctionId: string }

/** An employee with a record, a decided correction and an answer. */
async function record(store: Store): Promise<Recorded> {
  const id = newId()
  await store.employees.create({ id, name: 'Ana', createdAt: at }, [])
  const answer = () => ({ fingerprint: 'f', status: 201, body: '{}' })
  const made = { id: newId(), employeeId: id, kind: 'in' as const, at }
  await store.records.append(id, () => made, { key: newId(), answer })
  const correctionId = newId()
  await store.corrections.add({
    id: correctionId,
    employeeId: id,
    action: 'void',
    recordId: made.id,
    was: { kind: 'in', at: microsOf(at), siteId: null },
    reason: 'Wrong person',
    by: 'Bo',
    writtenAt: microsOf(at),
  })
  const decision = { correctionId, outcome: 'approved', by: 'Cy', at: microsOf(at) } as const
  await store.corrections.decide(decision)
  return { employeeId: id, correctionId }
}

const tables = [
  'employee',
  'attendance_record',
  'correction',
  'correction_decision',
  'answered_request',
  'erasure',
] as const

/** What the database refuses, whoever asks for it in the program's name. */
export function appendOnlyContract({ name, makePlace }: StoreUnderTest): void {
  describe(`${name}: what was recorded stays`, () => {
    const withStore = (
      title: string,
      check: (store: Store, db: Kysely<Tables>, kind: string) => Promise<void>,
    ) => {
      it(title, async () => {
        const place = await makePlace()
        const store = await place.open()
        const dialect = await chooseDialect(place.url)
        // The connection that the program itself answers people with.
        const db = new Kysely<Tables>({ dialect: dialect.connect('brief') })
        try {
          await check(store, db, dialect.name)
        } finally {
          await db.destroy()
          await store.close()
          await place.remove()
        }
      })
    }

    const contentOf = async (db: Kysely<Tables>) => {
      const content: unknown[] = []
      for (const table of tables) content.push(await db.selectFrom(table).selectAll().execute())
      return content
    }

    withStore('no statement changes or deletes it', async (store, db, kind) => {
      assert.equal(store.caution, undefined)
      const { employeeId } = await record(store)
      const erased = await record(store)
      await store.employees.forget(erased.employeeId, 'erase', at)
      const before = await contentOf(db)
      assert.equal((before[5] as unknown[]).length, 1)
      const statements = [
        `update attendance_record set at_micros = at_micros - 3600000000`,
        `update attendance_record set kind = 'out' where employee_id = '${employeeId}'`,
        `update attendance_record set ordinal = null`,
        `delete from attendance_record`,
        `delete from attendance_record where employee_id = '${employeeId}'`,
        `update correction set reason = 'Nothing'`,
        `delete from correction`,
        `update correction_decision set outcome = 'refused'`,
        `delete from correction_decision`,
        `update answered_request set status = 200`,
        `update erasure set at_micros = 0`,
        `delete from erasure`,
        `delete from employee`,
      ]
      for (const statement of statements) {
        await assert.rejects(sql.raw(statement).execute(db), /append-only|foreign key/i, statement)
      }
      if (kind === 'postgres') {
        const truncate = `truncate attendance_record, correction, correction_decision, employee cascade`
        await assert.rejects(sql.raw(truncate).execute(db), /append-only/)
      }
      if (kind === 'sqlite') {
        const replace = `insert or replace into attendance_record select * from attendance_record`
        await assert.rejects(sql.raw(replace).execute(db), /append-only/)
      }
      assert.deepEqual(await contentOf(db), before)
    })

    withStore('an employee who has nothing but corrections is not deleted', async (store, db) => {
      const id = newId()
      await store.employees.create({ id, name: 'Ana', createdAt: at }, [])
      await store.corrections.add({
        id: newId(),
        employeeId: id,
        action: 'add',
        becomes: { kind: 'in', at: microsOf(at), siteId: null },
        reason: 'No camera',
        by: 'Bo',
        writtenAt: microsOf(at),
      })
      await assert.rejects(db.deleteFrom('employee').where('id', '=', id).execute(), /append-only/)
      assert.equal(await store.employees.forget(id, 'keep', at), true)
      assert.equal((await store.corrections.of([id])).length, 1)
    })

    withStore('erasing is the one way, and leaves only that it was done', async (store, db) => {
      const kept = await record(store)
      const { employeeId, correctionId } = await record(store)
      // Also later, when the records were kept at first.
      assert.equal(await store.employees.forget(employeeId, 'keep', at), true)
      assert.equal(await store.employees.forget(employeeId, 'erase', at), true)
      assert.equal(await store.corrections.find(correctionId), undefined)
      assert.deepEqual(
        (await store.records.list({ limit: 10 })).map(({ employee }) => employee?.id),
        [kept.employeeId],
      )
      assert.equal((await db.selectFrom('correction_decision').selectAll().execute()).length, 1)
      const erasures = await db.selectFrom('erasure').selectAll().execute()
      assert.deepEqual(
        erasures.map(({ employee_id, at_micros }) => [employee_id, at_micros]),
        [[employeeId, microsOf(at)]],
      )
    })

    withStore('nobody is said to be erased of whom nothing was recorded', async (store, db) => {
      const id = newId()
      await store.employees.create({ id, name: 'Ana', createdAt: at }, [])
      assert.equal(await store.employees.forget(id, 'erase', at), true)
      assert.deepEqual(await db.selectFrom('erasure').selectAll().execute(), [])
    })
  })
}
