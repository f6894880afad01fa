import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Consent, type ConsentForMore, NoConsentError } from '../src/identity/consent.ts'
import type { Template } from '../src/identity/template.ts'
import { type Choices, nobodyNamed } from '../src/privacy/choices.ts'
import type { Notice } from '../src/privacy/notice/notice.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import type { Store } from '../src/store/store.ts'
import type { Tables } from '../src/store/tables.ts'
import { createSystemClock } from '../src/system/clock.ts'
import { createIds } from '../src/system/ids.ts'
import { createGuarantees, type StoreUnderTest } from './store-under-test.ts'

const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))
const at = Temporal.Instant.from('2026-03-02T08:00:00.123456Z')

const choices: Choices = {
  country: 'MA',
  controller: { name: 'Atelier Zaïd 夜', address: '1 rue de Fès', contact: 'Rh, poste 12' },
  face: { use: 'on', reason: 'Caisse, avec l’accord de chacun' },
  authorisation: 'D-123-EUS/2026',
  retention: { recordYears: 6 },
}

const notice = (text = 'Une notice'): Omit<Notice, 'version'> => ({
  country: 'MA',
  coversFace: true,
  texts: {
    fr: { text, hash: 'a'.repeat(64) },
    en: { text: 'A notice', hash: 'b'.repeat(64) },
    ar: { text: 'إشعار '.repeat(3000), hash: 'c'.repeat(64) },
  },
  by: 'Zoé Ōta',
  at,
})

/** What every database must do alike with what people are told and with what was decided about their data. */
export function privacyContract(under: StoreUnderTest): void {
  describe(`${under.name}: privacy`, () => {
    const guarantees = createGuarantees(under)

    guarantees('choices are kept as they were made, and the last ones hold', async (store) => {
      assert.equal(await store.choices.latest(), undefined)
      const first = await store.choices.add(choices, { by: 'Zoé Ōta', at })
      assert.deepEqual(first, { ...choices, ordinal: 1, by: 'Zoé Ōta', at })
      const later: Choices = {
        country: 'other',
        controller: nobodyNamed,
        face: { use: 'off' },
        authorisation: null,
        retention: {},
      }
      const second = await store.choices.add(later, { by: 'Bo', at: at.add({ seconds: 1 }) })
      assert.equal(second.ordinal, 2)
      assert.deepEqual(await store.choices.latest(), second)
      assert.deepEqual(await store.choices.all(), [first, second])
    })

    guarantees('of choices made at the same moment none is lost', async (store, place) => {
      const other = await place.open()
      try {
        const made = await Promise.all(
          Array.from({ length: 8 }, (_, i) =>
            (i % 2 ? store : other).choices.add(choices, { by: String(i), at }),
          ),
        )
        assert.deepEqual(made.map(({ ordinal }) => ordinal).sort(), [1, 2, 3, 4, 5, 6, 7, 8])
        assert.equal((await store.choices.all()).length, 8)
      } finally {
        await other.close()
      }
    })

    guarantees('a notice is kept in every language, and each version stays', async (store) => {
      assert.equal(await store.notices.latest(), undefined)
      assert.equal(await store.notices.find(1), undefined)
      const first = await store.notices.add(notice())
      const second = await store.notices.add({ ...notice('Autre'), coversFace: false })
      assert.deepEqual([first.version, second.version], [1, 2])
      assert.deepEqual(first, { ...notice(), version: 1 })
      assert.deepEqual(await store.notices.latest(), second)
      assert.deepEqual(await store.notices.find(1), first)
      assert.deepEqual(await store.notices.all(), [first, second])
    })

    guarantees('no statement changes what was decided or published', async (store, place) => {
      await store.choices.add(choices, { by: 'Ana', at })
      await store.notices.add(notice())
      const db = new Kysely<Tables>({ dialect: (await chooseDialect(place.url)).connect('brief') })
      try {
        for (const statement of [
          `update privacy_choice set made_by = 'Bo'`,
          'delete from privacy_choice',
          'update notice set at_micros = 0',
          'delete from notice',
          `update notice_text set hash = ''`,
          'delete from notice_text',
        ]) {
          await assert.rejects(
            sql.raw(statement).execute(db),
            /append-only|foreign key/i,
            statement,
          )
        }
      } finally {
        await db.destroy()
      }
    })

    const consent: Consent = {
      notice: { version: 1, language: 'ar', hash: 'c'.repeat(64) },
      form: { how: 'on-paper', keptAt: 'Armoire 2, dossier Zoé Ōta' },
      by: 'Ada',
      at,
    }
    const onScreen: Consent = { ...consent, form: { how: 'on-screen' } }
    const templateOf = (employeeId: string): Template => ({
      id: newId(),
      employeeId,
      embedding: { model: 'm', vector: Float32Array.of(0.6, -0.8) },
      createdAt: at,
    })
    const enrol = async (store: Store, agreed?: Consent) => {
      const id = newId()
      const templates = [templateOf(id)]
      await store.employees.create(
        { id, name: 'Ana', createdAt: at },
        templates,
        undefined,
        undefined,
        agreed,
      )
      return id
    }

    guarantees('a consent is kept with the templates that stand on it', async (store) => {
      const id = await enrol(store, consent)
      assert.deepEqual(await store.consents.of(id), [{ ordinal: 1, act: 'given', ...consent }])
      assert.equal(await store.consents.add(id, onScreen), true)
      assert.deepEqual((await store.consents.of(id))[1], { ordinal: 2, act: 'given', ...onScreen })
      assert.equal(await store.consents.add(newId(), consent), false)
      assert.deepEqual(await store.consents.of(newId()), [])
    })

    guarantees('a consent taken back takes every template along, once', async (store) => {
      const id = await enrol(store, consent)
      const said = { by: 'Bo', at: at.add({ seconds: 5 }) }
      assert.deepEqual(await store.consents.withdraw(id, said), { templates: 1 })
      assert.deepEqual(await store.templates.ofEmployees('m', [id]), [])
      assert.deepEqual(await store.consents.withdraw(id, said), { templates: 0 })
      const events = await store.consents.of(id)
      assert.deepEqual(events[1], { ordinal: 2, act: 'withdrawn', ...said })
      assert.equal(events.length, 2)
      assert.equal(await store.consents.withdraw(newId(), said), undefined)
    })

    guarantees('templates are added on a consent that stands, and on no other', async (store) => {
      const id = await enrol(store, consent)
      const add = (agreed: ConsentForMore) =>
        store.employees.addTemplates(id, [templateOf(id)], { consent: agreed })
      assert.equal((await add('standing'))?.templates, 2)
      await store.consents.withdraw(id, { by: 'Bo', at })
      await assert.rejects(add('standing'), NoConsentError)
      assert.deepEqual(await store.templates.ofEmployees('m', [id]), [])
      assert.equal((await add(onScreen))?.templates, 1)
      const silent = await enrol(store)
      const more = store.employees.addTemplates(silent, [templateOf(silent)], {
        consent: 'standing',
      })
      await assert.rejects(more, NoConsentError)
    })

    guarantees(
      'whoever takes a consent back while photos are added ends without templates',
      async (store, place) => {
        const other = await place.open()
        try {
          for (let round = 0; round < 10; round++) {
            const id = await enrol(store, consent)
            await Promise.allSettled([
              other.employees.addTemplates(id, [templateOf(id)], { consent: 'standing' }),
              store.consents.withdraw(id, { by: 'Bo', at }),
            ])
            assert.deepEqual(await store.templates.ofEmployees('m', [id]), [])
          }
        } finally {
          await other.close()
        }
      },
    )

    guarantees(
      'it is counted who has templates without a consent, or on an older notice',
      async (store) => {
        const later = { ...consent, notice: { ...consent.notice, version: 3 } }
        for (const agreed of [undefined, consent, consent, later]) await enrol(store, agreed)
        await store.consents.withdraw(await enrol(store, consent), { by: 'Bo', at })
        assert.deepEqual(await store.consents.counts(3), {
          withTemplates: 4,
          withoutConsent: 1,
          toEarlierNotice: 2,
        })
      },
    )

    guarantees('consents stay as they are, and go with whoever is erased', async (store, place) => {
      const id = await enrol(store, consent)
      const db = new Kysely<Tables>({ dialect: (await chooseDialect(place.url)).connect('brief') })
      try {
        for (const statement of [`update consent set recorded_by = 'x'`, 'delete from consent'])
          await assert.rejects(sql.raw(statement).execute(db), /append-only/i, statement)
      } finally {
        await db.destroy()
      }
      assert.equal(await store.employees.forget(id, 'keep', at), true)
      assert.equal((await store.consents.of(id)).length, 1)
      assert.equal(await store.employees.forget(id, 'erase', at), true)
      assert.deepEqual(await store.consents.of(id), [])
    })

    guarantees('it is told who has templates, and when they last used them', async (store) => {
      const [quiet, busy, gone] = [await enrol(store), await enrol(store), await enrol(store)]
      const used = at.add({ hours: 24 })
      const record = { id: newId(), employeeId: busy, kind: 'in', at: used } as const
      await store.records.append(busy, () => record)
      const last = { id: newId(), employeeId: gone, kind: 'in', at } as const
      await store.records.append(gone, () => last)
      await store.employees.forget(gone, 'keep', used)
      const holders = await store.retention.holders()
      assert.deepEqual(
        holders.map(({ employeeId, lastUsedAt }) => [employeeId, lastUsedAt.toString()]).sort(),
        [
          [quiet, at.toString()],
          [busy, used.toString()],
        ].sort(),
      )
      assert.deepEqual(await store.retention.leavers(used), [])
      const [leaver] = await store.retention.leavers(used.add({ seconds: 1 }))
      assert.equal(leaver?.employeeId, gone)
      assert.ok(leaver.lastRecordedAt.equals(used))
    })

    guarantees(
      'everything that is held about somebody is told, also by tables of later versions',
      async (store, place) => {
        const id = await enrol(store, consent)
        const other = await enrol(store, consent)
        const db = new Kysely<Tables>({
          dialect: (await chooseDialect(place.url)).connect('brief'),
        })
        try {
          await sql`create table later_thing (employee_id varchar(36), said varchar(20), pin_hash varchar(20))`.execute(
            db,
          )
          for (const about of [id, other])
            await sql`insert into later_thing values (${about}, 'something', 'secret')`.execute(db)
        } finally {
          await db.destroy()
        }
        const held = new Map((await store.held.of(id)).map(({ name, rows }) => [name, rows]))
        assert.deepEqual(held.get('later_thing'), [{ employee_id: id, said: 'something' }])
        assert.equal(held.get('employee')?.[0]?.['name'], 'Ana')
        assert.equal(held.get('employee')?.[0]?.['created_at'], at.toString())
        assert.equal(held.get('consent')?.[0]?.['hash'], consent.notice.hash)
        assert.equal(held.get('face_template')?.length, 1)
        assert.equal('vector' in (held.get('face_template')?.[0] ?? {}), false)
        assert.equal(JSON.stringify([...held]).includes(other), false)
        assert.deepEqual(await store.held.of(newId()), [])
        assert.equal(await store.held.employees(), 2)
      },
    )
  })
}
