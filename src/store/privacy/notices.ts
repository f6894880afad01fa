import type { Kysely, Selectable } from 'kysely'
import type { Country } from '../../privacy/country.ts'
import { languages } from '../../privacy/language.ts'
import type { Notice, NoticeText } from '../../privacy/notice/notice.ts'
import type { NoticeStore } from '../../privacy/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { NoticeTable, NoticeTextTable } from './tables.ts'

export function createNoticeStore(db: Kysely<Tables>, inTransaction: InTransaction): NoticeStore {
  return {
    async latest() {
      const row = await published(db).orderBy('version', 'desc').limit(1).executeTakeFirst()
      return (await withTexts(db, row ? [row] : []))[0]
    },

    async find(version) {
      const rows = await published(db).where('version', '=', version).execute()
      return (await withTexts(db, rows))[0]
    },

    async all() {
      return withTexts(db, await published(db).orderBy('version').execute())
    },

    async add(notice) {
      return inTransaction(async (trx) => {
        const last = await published(trx).orderBy('version', 'desc').limit(1).executeTakeFirst()
        const version = (last?.version ?? 0) + 1
        await trx
          .insertInto('notice')
          .values({
            version,
            country: notice.country,
            covers_face: notice.coversFace ? 1 : 0,
            published_by: notice.by,
            at_micros: toMicros(notice.at),
          })
          .execute()
        await trx
          .insertInto('notice_text')
          .values(
            languages.map((language) => {
              const { text, hash } = notice.texts[language]
              return { version, language, hash, body: Buffer.from(text) }
            }),
          )
          .execute()
        return { ...notice, version }
      })
    },
  }
}

const published = (db: Kysely<Tables>) => db.selectFrom('notice').selectAll()

async function withTexts(
  db: Kysely<Tables>,
  rows: readonly Selectable<NoticeTable>[],
): Promise<Notice[]> {
  if (rows.length === 0) return []
  const versions = rows.map(({ version }) => version)
  const texts = Map.groupBy(
    await db.selectFrom('notice_text').selectAll().where('version', 'in', versions).execute(),
    ({ version }) => version,
  )
  return rows.map((row) => toNotice(row, texts.get(row.version) ?? []))
}

// Only this program writes these tables, and only from a Notice: every language is there.
function toNotice(
  row: Selectable<NoticeTable>,
  texts: readonly Selectable<NoticeTextTable>[],
): Notice {
  const textIn = (language: string): NoticeText => {
    const found = texts.find((text) => text.language === language)
    return { text: new TextDecoder().decode(found?.body), hash: found?.hash ?? '' }
  }
  return {
    version: row.version,
    country: row.country as Country,
    coversFace: row.covers_face === 1,
    texts: { fr: textIn('fr'), en: textIn('en'), ar: textIn('ar') },
    by: row.published_by,
    at: fromMicros(row.at_micros),
  }
}
