import { useTranslation } from 'react-i18next'
import type { paths } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.ts'
import type { TimesheetsQuery } from '../hours-client.ts'
import styles from './timesheets-page.module.css'

const kinds = ['days', 'weeks', 'months', 'overtime', 'records', 'corrections'] as const
const formats = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' } as const

/** What is shown as files, with headings in the language of the pages. */
export function ExportLinks({ query }: { query: TimesheetsQuery }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <nav className={styles.exports} aria-label={t('timesheets.export')}>
      <h2 className={styles.subtitle}>{t('timesheets.export')}</h2>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`sheets.exports.${kind}`)}</dt>
            {(['xlsx', 'csv', 'json'] as const).map((format) => {
              const path: keyof paths = `/exports/${kind}.${format}`
              // Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
              const asked = { ...query, language, ...(format === 'csv' ? { bom: 'true' } : {}) }
              return (
                <dd key={format}>
                  <a
                    href={`.${path}?${new URLSearchParams(asked).toString()}`}
                    aria-label={`${t(`sheets.exports.${kind}`)} ${formats[format]}`}
                    download
                  >
                    {formats[format]}
                  </a>
                </dd>
              )
            })}
          </div>
        ))}
      </dl>
    </nav>
  )
}
