import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Choices, nobodyNamed } from '../src/privacy/choices.ts'
import type { Notice } from '../src/privacy/notice/notice.ts'
import { chooseDialect } from '../src/store/dialects/choose.ts'
import type { Tables } from '../src/store/tables.ts'
import { createGuarantees, type StoreUnderTest } from './store-under-test.ts'

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
  })
}
