import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Timesheet } from '../shared/contract.ts'
import { useHours } from './hours.ts'
import styles from './timesheets-page.module.css'

/** What each employee worked in all; their name leads to their days. */
export function TimesheetTotals(props: {
  timesheets: readonly Timesheet[]
  onEmployee: (id: string) => void
}) {
  const { t } = useTranslation()
  const { length, count } = useHours()
  return (
    <div className={styles.wide} role="region" aria-label={t('timesheets.totals')} tabIndex={0}>
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('records.employee')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.worked')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.planned')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.late')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.overtime')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.daysAbsent')}</Table.Th>
            <Table.Th scope="col">{t('timesheets.toCheck')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.timesheets.map(({ employee, total }) => (
            <Table.Tr key={employee.id}>
              <Table.Th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  onClick={() => props.onEmployee(employee.id)}
                >
                  <bdi>{employee.name}</bdi>
                </button>
              </Table.Th>
              <Table.Td>{length(total.worked)}</Table.Td>
              <Table.Td>{length(total.planned)}</Table.Td>
              <Table.Td>{length(total.late)}</Table.Td>
              <Table.Td>{length(total.overtime)}</Table.Td>
              <Table.Td>{count(total.daysAbsent)}</Table.Td>
              <Table.Td>{count(total.missingIn + total.missingOut)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
