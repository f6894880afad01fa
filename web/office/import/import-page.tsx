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
      <ExampleTable rows={t(`imports.${what}.exampleRows`).split('\n')} />
      <ImportFile key={what} what={what} onImported={setImported} />
    </section>
  )
}

/** A table as it stands in a spreadsheet before it is saved: the first row has the names of the columns. */
function ExampleTable({ rows }: { rows: readonly string[] }) {
  const { t } = useTranslation()
  const [columns = [], ...others] = rows.map((row) => row.split(';'))
  return (
    <div className={styles.sheet} role="region" aria-label={t('imports.example')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {others.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, c) => (
                <td key={c}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
