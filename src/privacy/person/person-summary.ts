import { heading, paragraph, table, type Block, type Document } from '../../document/document.ts'
import type { Language, LocalText } from '../language.ts'
import type { HeldTable } from './held-data.ts'

const words = {
  title: { fr: 'Ce qui est détenu sur vous', en: 'What is held about you', ar: 'ما يُحفظ عنكم' },
  intro: {
    fr: 'Établi le {at} (UTC). Les fichiers CSV et data.json joints contiennent chaque ligne. Les gabarits de visage eux-mêmes n’y sont pas : qui les a, a le visage ; ils sont dits avec leur date et leur qualité.',
    en: 'Made at {at} (UTC). The CSV files and data.json beside this one hold every row. Face templates themselves are not among them: whoever has them has the face; they are told with when they were made and how good they are.',
    ar: 'أُعدّ في {at} (UTC). تتضمن ملفات CSV وdata.json المرفقة كل سطر. ولا تتضمن قوالب الوجه نفسها، فمن يملكها يملك الوجه؛ ويُذكر تاريخها وجودتها.',
  },
  tables: { fr: 'Fichiers', en: 'Files', ar: 'الملفات' },
  rows: { fr: 'lignes', en: 'rows', ar: 'أسطر' },
  person: { fr: 'Vous', en: 'You', ar: 'أنتم' },
  consent: { fr: 'Vos consentements', en: 'Your consents', ar: 'موافقاتكم' },
  face_template: { fr: 'Vos gabarits de visage', en: 'Your face templates', ar: 'قوالب وجهكم' },
  correction: {
    fr: 'Corrections de vos pointages',
    en: 'Corrections of your records',
    ar: 'تصحيحات تسجيلاتكم',
  },
  audit_entry: {
    fr: 'Ce qui a été fait de vos données, et qui les a consultées (en dernier)',
    en: 'What was done with your data, and who looked at it (the last)',
    ar: 'ما جرى لبياناتكم ومن اطّلع عليها (الأحدث)',
  },
} as const satisfies Record<string, LocalText>

/** Tables that are short enough to be read on paper. */
const shown = ['consent', 'face_template', 'correction', 'audit_entry'] as const
/** Rows of one table that a page of paper bears. */
const maxRows = 100

/** What is held about somebody, as something to read. `at` is when it was put together. */
export function personSummary(
  tables: readonly HeldTable[],
  language: Language,
  at: string,
): Document {
  const say = (key: keyof typeof words) => words[key][language]
  const find = (name: string) => tables.find((each) => each.name === name)
  const blocks: Block[] = [
    heading(say('title'), 1),
    paragraph(say('intro').replace('{at}', at)),
    heading(say('person')),
    ...(find('employee')?.rows ?? []).map((row) =>
      table(
        [],
        Object.entries(row).map(([name, value]) => [name, String(value ?? '')]),
      ),
    ),
    heading(say('tables')),
    table(
      ['', say('rows')],
      tables.map(({ name, rows }) => [`${name}.csv`, String(rows.length)]),
    ),
  ]
  for (const name of shown) {
    const held = find(name)
    if (!held) continue
    const columns = Object.keys(held.rows[0] ?? {}).filter(
      (column) => !/(^|_)id$|hash/.test(column),
    )
    const rows = held.rows
      .slice(-maxRows)
      .map((row) => columns.map((column) => String(row[column] ?? '')))
    blocks.push(heading(say(name)), table(columns, rows))
  }
  return { language, title: say('title'), blocks }
}
