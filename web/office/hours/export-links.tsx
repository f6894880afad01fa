import { useTranslation } from 'react-i18next'
import type { paths } from '../shared/api.ts'
import type { TimesheetsQuery } from '../shared/client.ts'
import { useLanguage } from '../shared/language.ts'
import styles from './timesheets-page.module.css'

const kinds = ['days', 'months', 'records'] as const
const formats = { xlsx: 'Excel', csv: 'CSV' } as const

/** What is shown as files, with headings in the language of the pages. */
export function ExportLinks({ query }: { query: TimesheetsQuery }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <nav className={styles.exports} aria-label={t('timesheets.export')}>
      <span>{t('timesheets.export')}</span>
      {kinds.flatMap((kind) =>
        (['xlsx', 'csv'] as const).map((format) => {
          const path: keyof paths = `/exports/${kind}.${format}`
          // Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
          const asked = { ...query, language, ...(format === 'csv' ? { bom: 'true' } : {}) }
          return (
            <a key={path} href={`.${path}?${new URLSearchParams(asked).toString()}`} download>
              {`${t(`timesheets.exports.${kind}`)} (${formats[format]})`}
            </a>
          )
        }),
      )}
    </nav>
  )
}
