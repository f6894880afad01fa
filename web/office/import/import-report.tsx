import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedRow } from '../../shared/contract.ts'
import { HoursTable } from '../hours/hours-table.tsx'
import styles from './import-page.module.css'
import { fieldText, problemText } from './problem-text.ts'

/** As many rows as one looks through at once. */
const shownAtFirst = 100

/** What becomes of each row, those that are refused first. */
export function ImportReport({ rows }: { rows: readonly ImportedRow[] }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(shownAtFirst)
  const isRefused = ({ outcome }: ImportedRow) => outcome === 'refused'
  const ordered = [...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))]
  const columns = ['imports.row', 'imports.outcome', 'imports.why'] as const
  return (
    <div className={styles.report}>
      <HoursTable label={t('imports.report')} columns={columns.map((column) => t(column))}>
        <Table.Tbody>
          {ordered.slice(0, shown).map(({ row, outcome, problems }) => (
            <Table.Tr key={row}>
              <Table.Th scope="row">{row}</Table.Th>
              <Table.Td>
                <span className={styles.outcome} data-outcome={outcome}>
                  {t(`imports.outcomes.${outcome}`)}
                </span>
              </Table.Td>
              <Table.Td className={styles.why}>
                {problems.map(({ code, field }) => (
                  <div key={`${code} ${field}`}>
                    {[fieldText(field, t), problemText(code, t)].filter(Boolean).join(' — ')}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </HoursTable>
      {rows.length > shown && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + shownAtFirst)}>
          {t('employees.showMore')}
        </Button>
      )}
    </div>
  )
}
