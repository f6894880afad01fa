import type { Kysely, Selectable } from 'kysely'
import type { Choices, MadeChoices } from '../../privacy/choices.ts'
import type { ChoiceStore } from '../../privacy/ports.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { PrivacyChoiceTable } from './tables.ts'

export function createChoiceStore(db: Kysely<Tables>, inTransaction: InTransaction): ChoiceStore {
  return {
    async latest() {
      const row = await chosen(db).orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
      return row && toChoices(row)
    },

    async all() {
      return (await chosen(db).orderBy('ordinal').execute()).map(toChoices)
    },

    async add(choices, { by, at }) {
      // Two at once would take the same number: the table's key sends one of them round again.
      return inTransaction(async (trx) => {
        const last = await chosen(trx).orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
        const ordinal = (last?.ordinal ?? 0) + 1
        await trx
          .insertInto('privacy_choice')
          .values({ ordinal, content: toBytes(choices), made_by: by, at_micros: toMicros(at) })
          .execute()
        return { ...choices, ordinal, by, at }
      })
    },
  }
}

const chosen = (db: Kysely<Tables>) => db.selectFrom('privacy_choice').selectAll()

function toBytes(choices: Choices): Uint8Array {
  const { country, controller, face, authorisation, retention } = choices
  return Buffer.from(JSON.stringify({ country, controller, face, authorisation, retention }))
}

function toChoices(row: Selectable<PrivacyChoiceTable>): MadeChoices {
  // Only this program writes the column, and only from Choices.
  const choices = JSON.parse(new TextDecoder().decode(row.content)) as Choices
  return { ...choices, ordinal: row.ordinal, by: row.made_by, at: fromMicros(row.at_micros) }
}
