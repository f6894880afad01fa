import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import card from '../card.module.css'
import { ImportFile } from './import-file.tsx'
import styles from './import-page.module.css'
import { ImportResult } from './import-result.tsx'
import { importables, type Importable } from './queries.ts'

/** Employees or leave from a table: what would become of each row first, and written only when confirmed. */
export function ImportPage() {
  const { t } = useTranslation()
  const [what, setWhat] = useState<Importable>('employees')
  const [imported, setImported] = useState<number>()
  if (imported !== undefined) {
    return <ImportResult what={what} rows={imported} onAnother={() => setImported(undefined)} />
  }
  return (
    <section className={card.card}>
      <h1 className={card.title}>{t('imports.title')}</h1>
      <SegmentedControl
        className={styles.what ?? ''}
        aria-label={t('imports.kind')}
        value={what}
        data={importables.map((value) => ({ value, label: t(`imports.${value}.name`) }))}
        onChange={setWhat}
      />
      <p className={card.intro}>{t(`imports.${what}.intro`)}</p>
      <p className={styles.example}>{t('imports.example')}</p>
      <pre className={styles.code} dir="auto">
        {t(`imports.${what}.exampleRows`)}
      </pre>
      <ImportFile key={what} what={what} onImported={setImported} />
    </section>
  )
}
