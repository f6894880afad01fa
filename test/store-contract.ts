import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { createIds } from '../src/system/ids.ts'
import { createSystemClock } from '../src/system/clock.ts'
import type { Store } from '../src/store/store.ts'
import { AlreadyAnsweredError } from '../src/ports/receipt.ts'
import type { AttendanceRecord } from '../src/attendance/record.ts'
import type { Template } from '../src/identity/template.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import { migrate } from '../src/store/migrate.ts'
import { schemaSteps } from '../src/store/migrations/index.ts'
import type { Tables } from '../src/store/tables.ts'
import { appendOnlyContract } from './append-only-contract.ts'
import { galleryFeedContract } from './gallery-feed-contract.ts'
import { credentialsContract } from './credentials-contract.ts'
import { employeeNumbersContract } from './employee-numbers-contract.ts'
import { hoursContract } from './hours-contract.ts'
import { kiosksContract } from './kiosks-contract.ts'
import { privacyContract } from './privacy-contract.ts'
import { raceContract } from './race-contract.ts'
import { createGuarantees, type StoreUnderTest } from './store-under-test.ts'
import { assertSameEmbedding } from './same-embedding.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const instant = (text: string) => Temporal.Instant.from(text)
const createdAt = instant('2026-03-02T08:00:00.123456Z')

const template = (employeeId: string, model = 'model-a'): Template => ({
  id: newId(),
  employeeId,
  embedding: { model, vector: Float32Array.from([0.6, -0.8, 1e-7]) },
  createdAt,
})

/** What every database must do alike. */
export function storeContract({ name, makePlace, skip = {} }: StoreUnderTest): void {
  hoursContract({ name, makePlace, skip })
  galleryFeedContract({ name, makePlace })
  appendOnlyContract({ name, makePlace })
  employeeNumbersContract({ name, makePlace })
  kiosksContract({ name, makePlace })
  credentialsContract({ name, makePlace })
  privacyContract({ name, makePlace })
  raceContract({ name, makePlace })

  const guarantees = createGuarantees({ name, makePlace, skip })

  const enrol = async (store: Store, name = 'Zoé Ōta') => {
    const id = newId()
    return store.employees.create({ id, name, createdAt }, [template(id)])
  }

  const clockIn = (store: Store, employeeId: string, at: string, kind: 'in' | 'out' = 'in') => {
    const id = newId()
    return store.records.append(employeeId, () => ({ id, employeeId, kind, at: instant(at) }))
  }

  describe(`${name} store`, () => {
    guarantees('what was kept is there when it is opened again', async (store, place) => {
      const employee = await enrol(store, 'Jean-François 山田 👩‍🏭')
      await clockIn(store, employee.id, '2026-03-02T08:00:00.000001Z')
      const again = await place.open()
      try {
        assert.deepEqual(await again.employees.find(employee.id), employee)
        const [kept] = await again.templates.page('model-a')
        assertSameEmbedding(kept?.embedding, template(employee.id).embedding)
        assert.equal(kept?.createdAt.toString(), '2026-03-02T08:00:00.123456Z')
        const [record] = await again.records.list({ limit: 10 })
        assert.equal(record?.at.toString(), '2026-03-02T08:00:00.000001Z')
        assert.deepEqual(record.employee, { id: employee.id, name: employee.name })
      } finally {
        await again.close()
      }
    })

    guarantees('a moment of the year 26 hides no other record', async (store) => {
      const { id } = await enrol(store)
      await clockIn(store, id, '2026-03-02T08:00:00Z')
      await clockIn(store, id, '0026-03-02T08:00:00Z', 'out')
      const found = (await store.records.list({ limit: 10 })).map(({ at }) => at.toString())
      assert.deepEqual(found, ['2026-03-02T08:00:00Z', '0026-03-02T08:00:00Z'])
      const range = { from: 0, to: 4e15 }
      assert.equal((await store.hours.of([id], range)).length, 1)
      assert.equal((await store.hours.lastCounted(id))?.kind, 'out')
      const span = await store.zoneData.span()
      assert.ok(span && span.from > 0)
    })

    guarantees(
      'an employee with a template that cannot be kept is not kept either',
      async (store) => {
        const id = newId()
        const twice = template(id)
        await assert.rejects(
          store.employees.create({ id, name: 'Half', createdAt }, [twice, twice]),
        )
        assert.equal(await store.employees.find(id), undefined)
      },
    )

    guarantees('pages of employees hold each once, oldest first', async (store) => {
      const ids: string[] = []
      for (let i = 0; i < 5; i++) ids.push((await enrol(store)).id)
      const first = await store.employees.list({ limit: 3 })
      const after = first.at(-1)?.id ?? ''
      const second = await store.employees.list({ limit: 3, after })
      assert.deepEqual(
        [...first, ...second].map(({ id }) => id),
        ids,
      )
    })

    guarantees('templates are counted, and found by their model only', async (store) => {
      const { id } = await enrol(store)
      const more = await store.employees.addTemplates(id, [template(id), template(id, 'model-b')])
      assert.equal(more?.templates, 3)
      assert.equal((await store.employees.find(id))?.templates, 3)
      assert.equal((await store.templates.page('model-a')).length, 2)
      assert.equal((await store.templates.page('model-b')).length, 1)
    })

    guarantees(
      'what is known of the photos of templates is kept, and nothing else',
      async (store) => {
        const id = newId()
        const views = [
          { side: 'front', quality: 71 },
          { side: 'left', quality: 0 },
        ] as const
        const [front, left] = views.map((view) => ({ ...template(id), view }))
        assert.ok(front && left)
        const created = await store.employees.create({ id, name: 'Ana', createdAt }, [front])
        assert.deepEqual(created.views, [views[0]])
        const more = await store.employees.addTemplates(id, [template(id), left])
        assert.deepEqual([more?.templates, more?.views], [3, views])
        const { id: otherId } = await enrol(store)
        const all = await store.employees.list({ limit: 10 })
        assert.deepEqual(
          all.map((each) => [each.id, each.views]),
          [
            [id, views],
            [otherId, []],
          ],
        )
        const kept = await store.templates.ofEmployees('model-a', [id])
        assert.deepEqual(
          kept.map(({ view }) => view),
          [...views, undefined],
        )
      },
    )

    guarantees('templates make room for others in one go, or not at all', async (store) => {
      const id = newId()
      const [first, second, third] = [template(id), template(id), template(id)]
      await store.employees.create({ id, name: 'Ana', createdAt }, [first, second])
      const foreign = template(newId())
      await store.employees.create({ id: foreign.employeeId, name: 'Bo', createdAt }, [foreign])
      const keptIds = async () =>
        (await store.templates.ofEmployees('model-a', [id])).map((each) => each.id)

      const twice = store.employees.addTemplates(id, [third, third], {
        dropping: new Set([first.id]),
      })
      await assert.rejects(twice)
      assert.deepEqual(await keptIds(), [first.id, second.id])

      const dropping = new Set([first.id, foreign.id])
      const changed = await store.employees.addTemplates(id, [third], { dropping })
      assert.equal(changed?.templates, 2)
      assert.deepEqual(await keptIds(), [second.id, third.id])
      assert.equal((await store.employees.find(foreign.employeeId))?.templates, 1)
    })

    guarantees('nobody is renamed or added to who is not there', async (store) => {
      assert.equal(await store.employees.rename(newId(), 'Nobody'), undefined)
      const id = newId()
      assert.equal(await store.employees.addTemplates(id, [template(id)]), undefined)
      assert.deepEqual(await store.templates.page('model-a'), [])
    })

    guarantees('a new name is shown with old records', async (store) => {
      const { id } = await enrol(store, 'Before')
      await clockIn(store, id, '2026-03-02T08:00:00Z')
      assert.equal((await store.employees.rename(id, 'After'))?.name, 'After')
      const [record] = await store.records.list({ limit: 1 })
      assert.equal(record?.employee?.name, 'After')
    })

    guarantees('forgetting keeps the records under their name when asked to', async (store) => {
      const { id } = await enrol(store, 'Left')
      await clockIn(store, id, '2026-03-02T08:00:00Z')
      assert.equal(await store.employees.forget(id, 'keep', createdAt), true)
      assert.equal(await store.employees.find(id), undefined)
      assert.deepEqual(await store.employees.list({ limit: 10 }), [])
      assert.deepEqual(await store.templates.page('model-a'), [])
      const [record] = await store.records.list({ limit: 1 })
      assert.equal(record?.employee?.name, 'Left')
      assert.equal(await clockIn(store, id, '2026-03-02T17:00:00Z'), undefined)
      assert.equal(await store.employees.forget(id, 'keep', createdAt), false)
    })

    guarantees('forgetting erases the records when asked to, and nobody else', async (store) => {
      const { id } = await enrol(store)
      const other = await enrol(store, 'Stays')
      await clockIn(store, id, '2026-03-02T08:00:00Z')
      await clockIn(store, other.id, '2026-03-02T08:00:00Z')
      assert.equal(await store.employees.forget(id, 'erase', createdAt), true)
      const records = await store.records.list({ limit: 10 })
      assert.deepEqual(
        records.map(({ employee }) => employee?.name),
        ['Stays'],
      )
      assert.equal((await store.templates.page('model-a')).length, 1)
    })

    guarantees('a record is made of the last counted one', async (store) => {
      const { id } = await enrol(store)
      const first = await clockIn(store, id, '2026-03-02T08:00:00Z')
      const originalId = first?.record.id ?? ''
      const repeat = await store.records.append(id, (previous) => ({
        id: newId(),
        employeeId: id,
        kind: 'in',
        at: instant('2026-03-02T08:00:30Z'),
        duplicateOf: previous?.id ?? '',
      }))
      assert.equal(repeat?.record.duplicateOf, originalId)
      const third = await clockIn(store, id, '2026-03-02T17:00:00Z', 'out')
      assert.equal(third?.previous?.id, originalId)
      const records = await store.records.list({ limit: 10 })
      assert.deepEqual(
        records.map(({ kind }) => kind),
        ['out', 'in'],
      )
    })

    guarantees(
      'clock-ins of one employee queue up, whatever process they come from',
      async (store, place) => {
        const { id } = await enrol(store)
        const others = await Promise.all([place.open(), place.open()])
        try {
          const stores = [store, ...others]
          const once = (previous: AttendanceRecord | undefined): AttendanceRecord => ({
            id: newId(),
            employeeId: id,
            kind: 'in',
            at: createdAt,
            ...(previous && { duplicateOf: previous.id }),
          })
          const parallel = Array.from({ length: 30 }, (_, i) =>
            (stores[i % 3] ?? store).records.append(id, once),
          )
          const appended = await Promise.all(parallel)
          const counted = appended.filter((one) => one?.record.duplicateOf === undefined)
          assert.equal(counted.length, 1)
          assert.equal((await store.records.list({ limit: 100 })).length, 1)
        } finally {
          await Promise.all(others.map((other) => other.close()))
        }
      },
    )

    guarantees('a request is answered once, however often it comes', async (store, place) => {
      const other = await place.open()
      try {
        const receipt = (name: string) => ({
          key: 'key-1',
          answer: () => ({ fingerprint: 'f', status: 201, body: `{"name":"${name}"}` }),
        })
        const parallel = Array.from({ length: 20 }, async (_, i) => {
          const id = newId()
          const name = `Zoé ${i}`
          const employee = { id, name, createdAt }
          await (i % 2 ? store : other).employees.create(employee, [template(id)], receipt(name))
          return name
        })
        const settled = await Promise.allSettled(parallel)
        const written = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
        const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
        assert.equal(written.length, 1)
        for (const reason of refused)
          assert.ok(reason instanceof AlreadyAnsweredError, String(reason))
        const employees = await store.employees.list({ limit: 100 })
        assert.deepEqual(
          employees.map(({ name }) => name),
          written,
        )
        const kept = { fingerprint: 'f', status: 201, body: `{"name":"${written[0]}"}` }
        assert.deepEqual(await other.answers.find('key-1'), kept)
      } finally {
        await other.close()
      }
    })

    guarantees('what was written along with an answer that is there is undone', async (store) => {
      const { id } = await enrol(store)
      const receipt = {
        key: 'key-1',
        answer: () => ({ fingerprint: 'f', status: 201, body: '{}' }),
      }
      const clock = () =>
        store.records.append(
          id,
          () => ({ id: newId(), employeeId: id, kind: 'in', at: createdAt }),
          receipt,
        )
      await clock()
      await assert.rejects(clock(), AlreadyAnsweredError)
      assert.equal((await store.records.list({ limit: 10 })).length, 1)
      await assert.rejects(
        store.employees.addTemplates(id, [template(id)], { receipt }),
        AlreadyAnsweredError,
      )
      assert.equal((await store.employees.find(id))?.templates, 1)
    })

    guarantees('answers go with their time, and with whom they name', async (store) => {
      const answer = () => ({ fingerprint: 'f', status: 201, body: '{}' })
      for (const [key, at] of [
        ['early', '2026-03-01T00:00:00Z'],
        ['late', '2026-04-01T00:00:00Z'],
        ['erased', '2026-04-01T00:00:00Z'],
      ] as const) {
        const id = newId()
        const employee = { id, name: key, createdAt: instant(at) }
        await store.employees.create(employee, [], { key, answer })
        if (key === 'erased') await store.employees.forget(id, 'erase', createdAt)
      }
      await store.answers.dropBefore(instant('2026-04-01T00:00:00Z'))
      assert.equal(await store.answers.find('early'), undefined)
      assert.deepEqual(await store.answers.find('late'), answer())
      assert.equal(await store.answers.find('erased'), undefined)
    })

    guarantees('records are found by range, employee and page, newest first', async (store) => {
      const one = await enrol(store, 'One')
      const two = await enrol(store, 'Two')
      const minutes = ['00', '01', '02', '03', '04']
      for (const minute of minutes) {
        await clockIn(store, one.id, `2026-03-02T08:${minute}:00Z`)
        await clockIn(store, two.id, `2026-03-02T08:${minute}:00Z`)
      }
      const range = await store.records.list({
        from: instant('2026-03-02T08:01:00Z'),
        to: instant('2026-03-02T08:03:00Z'),
        employeeId: two.id,
        limit: 100,
      })
      assert.deepEqual(
        range.map(({ at, employee }) => [at.toString(), employee?.name]),
        [
          ['2026-03-02T08:02:00Z', 'Two'],
          ['2026-03-02T08:01:00Z', 'Two'],
        ],
      )
      const seen: AttendanceRecord[] = []
      for (;;) {
        const last = seen.at(-1)
        const page = await store.records.list({ limit: 3, ...(last && { after: last }) })
        seen.push(...page)
        if (page.length < 3) break
      }
      assert.equal(new Set(seen.map(({ id }) => id)).size, 2 * minutes.length)
      const times = seen.map(({ at }) => at.epochMilliseconds)
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
      )
    })

    guarantees('several programs that start at once make the tables once', async (store, place) => {
      await store.close()
      const fresh = await makePlace()
      try {
        const opened = await Promise.all(Array.from({ length: 4 }, () => fresh.open()))
        const [first, second] = opened
        if (!first || !second) throw new Error('No store was opened')
        const { id } = await enrol(first)
        assert.equal((await second.employees.find(id))?.id, id)
        await Promise.all(opened.map((each) => each.close()))
      } finally {
        await fresh.remove()
      }
      await (await place.open()).close()
    })

    guarantees(
      'a database of a newer version is refused and left as it is',
      async (store, place) => {
        await enrol(store)
        const dialect = await chooseDialect(place.url)
        const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
        await migrate(db, dialect, { ...schemaSteps, '9999-later': async () => undefined })
        await db.destroy()
        await assert.rejects(place.open(), { name: 'NewerSchemaError', message: /9999-later/ })
        assert.equal((await store.employees.list({ limit: 10 })).length, 1)
      },
    )

    guarantees(
      'steps go on where a clock was put back between two of them',
      async (store, place) => {
        const dialect = await chooseDialect(place.url)
        const db = new Kysely<{ schema_step: { name: string; timestamp: string } }>({
          dialect: dialect.connect('patient'),
        })
        await db
          .updateTable('schema_step')
          .set({ timestamp: '2038-01-01T00:00:00.000Z' })
          .where('name', '=', '0001-employees')
          .execute()
        await db.deleteFrom('schema_step').where('name', '>', '0007').execute()
        await db.destroy()
        await (await place.open()).close()
        assert.deepEqual(await store.employees.list({ limit: 1 }), [])
      },
    )

    guarantees(
      'templates of an earlier version are kept, and nothing is said of their photos',
      async () => {
        const older = await makePlace()
        try {
          const dialect = await chooseDialect(older.url)
          const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
          const steps = Object.entries(schemaSteps).filter(([step]) => step < '0009')
          await migrate(db, dialect, Object.fromEntries(steps))
          const id = newId()
          const kept = template(id)
          await sql`insert into employee (id, name, created_at_micros) values (${id}, 'Ana', 1)`.execute(
            db,
          )
          await sql`
          insert into face_template (id, employee_id, model, ${sql.ref('vector')}, created_at_micros)
          values (${kept.id}, ${id}, 'model-a', ${Buffer.from(kept.embedding.vector.buffer)}, 1)
        `.execute(db)
          await db.destroy()
          const store = await older.open()
          try {
            const employee = await store.employees.find(id)
            assert.deepEqual([employee?.templates, employee?.views], [1, []])
            const [found] = await store.templates.ofEmployees('model-a', [id])
            assertSameEmbedding(found?.embedding, kept.embedding)
            assert.equal(found?.view, undefined)
          } finally {
            await store.close()
          }
        } finally {
          await older.remove()
        }
      },
    )

    guarantees('it can be relied on as it is set up', async (store) => {
      assert.equal(await store.trouble(), undefined)
    })
  })
}
