import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { createSystemClock } from '../src/system/clock.ts'
import { GalleryMovedError } from '../src/identity/gallery-changes.ts'
import { createGalleryFeed } from '../src/identity/gallery-feed.ts'
import { createGallery } from '../src/identity/gallery.ts'
import { createIds } from '../src/system/ids.ts'
import type { Store } from '../src/store/store.ts'
import { AlreadyAnsweredError } from '../src/ports/receipt.ts'
import type { Template } from '../src/identity/template.ts'
import type { Embedding, ImpostorModel } from '../src/face/index.ts'
import { testMasterKey } from './master-key.ts'
import { createBackups } from '../src/store/backup/backups.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import { noteGalleryChange } from '../src/store/identity/gallery-changes.ts'
import type { Tables } from '../src/store/tables.ts'
import type { StoreUnderTest } from './store-under-test.ts'

const clock = createSystemClock()
const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const model = 'm'
/** Nobody is like many others here: a score is the similarity itself. */
const impostors: ImpostorModel = {
  model,
  expect: () => ({ mean: 0, deviation: 1 }),
  sameShot: 2,
  isSameForAll: false,
}

/** A face unlike the others: a direction of its own among eight. */
const face = (direction: number): Embedding => ({
  model,
  vector: Float32Array.from({ length: 8 }, (_, i) => (i === direction ? 1 : 0)),
})
const template = (employeeId: string, direction: number): Template => ({
  id: newId(),
  employeeId,
  embedding: face(direction),
  createdAt,
})

/** What a server keeps in memory, on a connection of its own. */
function serverOn(store: Store) {
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model })
  return {
    gallery,
    feed,
    catchUp: feed.catchUp,
    /** Whose face this is. */
    whose(direction: number): string | undefined {
      const { best } = gallery.nearest(face(direction))
      return best && best.score > 0.5 ? best.employeeId : undefined
    },
  }
}

async function enrol(store: Store, direction: number, seen?: number): Promise<string> {
  const id = newId()
  const employee = { id, name: 'Ana', createdAt }
  await store.employees.create(employee, [template(id, direction)], undefined, seen)
  return id
}

/** What several servers on one database know of each other's templates, in every database. */
export function galleryFeedContract({ name, makePlace }: StoreUnderTest): void {
  const guarantees = (
    title: string,
    check: (one: Store, other: Store, url: string) => Promise<void>,
  ) => {
    it(title, async () => {
      const place = await makePlace()
      const stores = [await place.open(), await place.open()] as const
      try {
        await check(...stores, place.url)
      } finally {
        await Promise.all(stores.map((store) => store.close()))
        await place.remove()
      }
    })
  }

  describe(`${name}: several servers on one database`, () => {
    guarantees('know whom another one enrolled, and no more whom it forgot', async (one, other) => {
      const early = await enrol(one, 0)
      const server = serverOn(other)
      await server.catchUp()
      assert.equal(server.whose(0), early)
      const late = await enrol(one, 1)
      assert.equal(server.whose(1), undefined)
      await server.catchUp()
      assert.equal(server.whose(1), late)
      await one.employees.addTemplates(late, [template(late, 2)])
      await one.employees.forget(early, 'keep', createdAt)
      await server.catchUp()
      assert.deepEqual([server.whose(0), server.whose(1), server.whose(2)], [undefined, late, late])
      assert.deepEqual([server.gallery.size, server.gallery.employees], [2, 1])
    })

    guarantees(
      'pass over no change, though the first may be the last to end',
      async (one, other, url) => {
        const dialect = await chooseDialect(url)
        const db = new Kysely<Tables>({ dialect: dialect.connect('brief') })
        const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
        const { promise: hasNumber, resolve: begun } = Promise.withResolvers<void>()
        const slow = db.transaction().execute(async (trx) => {
          await noteGalleryChange(trx, 'slow', createdAt)
          begun()
          await mayEnd
        })
        await hasNumber
        let isDone = false
        const fast = enrol(one, 0).then((id) => {
          isDone = true
          return id
        })
        try {
          await sleep(300)
          // Were it done by now, whoever reads would see the second change and never the first.
          assert.deepEqual([isDone, await other.galleryChanges.last()], [false, 0])
        } finally {
          end()
          await Promise.allSettled([slow, fast])
          await db.destroy()
        }
        assert.deepEqual(await one.galleryChanges.after(0, 10), [
          { number: 1, employeeId: 'slow' },
          { number: 2, employeeId: await fast },
        ])
      },
    )

    guarantees('agree in the end, however they enrol and forget at once', async (one, other) => {
      const reader = serverOn(one)
      await reader.catchUp()
      let isWriting = true
      const reading = (async () => {
        while (isWriting) {
          await reader.catchUp()
          await sleep(1)
        }
      })()
      const writers = [one, other, one, other].map(async (store) => {
        for (let i = 0; i < 10; i++) {
          const id = await enrol(store, i % 8)
          if (i % 3 === 0) await store.employees.addTemplates(id, [template(id, (i + 1) % 8)])
          if (i % 5 === 0) await store.employees.forget(id, 'erase', createdAt)
        }
      })
      // Whatever becomes of the writers, nobody reads on after them.
      await Promise.all(writers).finally(() => (isWriting = false))
      await reading
      await reader.catchUp()
      const fresh = serverOn(other)
      await fresh.catchUp()
      const heldBy = ({ gallery }: typeof fresh) =>
        [...gallery.employeeIds()].sort().map((id) => [id, gallery.countOf(id)])
      assert.deepEqual(heldBy(reader), heldBy(fresh))
      assert.equal(fresh.gallery.employees, 32)
    })

    guarantees(
      'find out that they have slept too long, and look at all again',
      async (one, other) => {
        const gone = await enrol(one, 0)
        const half = await enrol(one, 1)
        const server = serverOn(other)
        await server.catchUp()
        const late = await enrol(one, 2)
        await one.employees.addTemplates(half, [template(half, 3)])
        await one.employees.forget(gone, 'erase', createdAt)
        await one.galleryChanges.dropBefore(clock.now())
        assert.deepEqual(await one.galleryChanges.after(0, 10), [])
        await server.catchUp()
        const whose = [0, 1, 2, 3].map((direction) => server.whose(direction))
        assert.deepEqual(whose, [undefined, half, late, half])
        assert.deepEqual([server.gallery.size, server.feed.seen], [3, 5])
      },
    )

    guarantees('hear of a backup that was restored', async (one, other, url) => {
      const server = serverOn(other)
      await server.catchUp()
      const source = await makePlace()
      try {
        const elsewhere = await source.open()
        const id = await enrol(elsewhere, 0)
        await elsewhere.close()
        await createBackups(url, testMasterKey).restore(
          createBackups(source.url, testMasterKey).write().bytes,
        )
        await server.catchUp()
        assert.equal(server.whose(0), id)
        // Numbers do not go back with a backup: what comes next is heard of too.
        const next = await enrol(one, 1)
        await server.catchUp()
        assert.equal(server.whose(1), next)
      } finally {
        await source.remove()
      }
    })

    guarantees('enrol nobody by a look at a gallery that has changed', async (one, other) => {
      const server = serverOn(other)
      await server.catchUp()
      const id = await enrol(one, 0)
      await assert.rejects(enrol(other, 0, server.feed.seen), GalleryMovedError)
      const more = [template(id, 1)]
      const stale = other.employees.addTemplates(id, more, { seen: server.feed.seen })
      await assert.rejects(stale, GalleryMovedError)
      assert.equal((await other.employees.list({ limit: 10 })).length, 1)
      assert.equal((await other.employees.find(id))?.templates, 1)
      await server.catchUp()
      await other.employees.addTemplates(id, more, { seen: server.feed.seen })
      // Of two who have both looked, one is refused.
      await server.catchUp()
      const { seen } = server.feed
      const both = await Promise.allSettled([enrol(one, 2, seen), enrol(other, 2, seen)])
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
      assert.equal((await one.templates.page(model)).length, 3)
    })

    guarantees('answer a request once, though it comes to two at once', async (one, other) => {
      const id = await enrol(one, 0)
      for (let round = 0; round < 25; round++) {
        const append = (store: Store) => {
          const answer = () => ({ fingerprint: 'f', status: 201, body: '{}' })
          const record = { id: newId(), employeeId: id, kind: 'in', at: createdAt } as const
          return store.records.append(id, () => record, { key: `k${round}`, answer })
        }
        const both = await Promise.allSettled([append(one), append(other)])
        const refusals = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
        assert.equal(refusals.length, 1)
        assert.ok(refusals[0] instanceof AlreadyAnsweredError, String(refusals[0]))
      }
      assert.equal((await one.records.list({ limit: 100 })).length, 25)
    })

    guarantees('forget somebody while another one records them', async (one, other) => {
      for (let round = 0; round < 10; round++) {
        const id = await enrol(one, 0)
        const record = { id: newId(), employeeId: id, kind: 'in', at: createdAt } as const
        const [appended, wasThere] = await Promise.all([
          one.records.append(id, () => record),
          other.employees.forget(id, 'keep', createdAt),
        ])
        assert.equal(wasThere, true)
        const kept = await one.records.list({ employeeId: id, limit: 10 })
        assert.deepEqual(
          kept.map((each) => [each.id, each.employee?.name]),
          appended ? [[record.id, 'Ana']] : [],
        )
      }
    })
  })
}
