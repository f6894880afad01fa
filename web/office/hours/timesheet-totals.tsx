import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Timesheet } from '../../shared/contract.ts'
import { useHours } from './hour-texts.ts'
import { HoursTable } from './hours-table.tsx'
import styles from './timesheets-page.module.css'

/** What each employee worked in all; their name leads to their days. */
export function TimesheetTotals(props: {
  timesheets: readonly Timesheet[]
  onEmployee: (id: string) => void
}) {
  const { t } = useTranslation()
  const { length, count } = useHours()
  const columns = [
    t('records.employee'),
    t('timesheets.worked'),
    t('timesheets.planned'),
    t('timesheets.late'),
    t('timesheets.overtime'),
    t('timesheets.daysAbsent'),
    t('timesheets.toCheck'),
  ]
  return (
    <HoursTable label={t('timesheets.totals')} columns={columns}>
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
    </HoursTable>
  )
}
