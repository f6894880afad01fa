import { Button, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HoursTable } from '../hours/hours-table.tsx'
import { useLeaveText } from './leave-text.ts'
import type { LeaveOf } from './leaves.ts'

/** Who is on leave when. */
export function LeaveTable(props: {
  leaves: readonly LeaveOf[]
  onRemove: (leave: LeaveOf) => void
}) {
  const { t } = useTranslation()
  const leaveText = useLeaveText()
  const columns = ['leave.employee', 'leave.days', 'leave.kind', 'leave.remove'] as const
  return (
    <HoursTable hasActs label={t('leave.list')} columns={columns.map((column) => t(column))}>
      <Table.Tbody>
        {props.leaves.map(({ employee, leave }) => (
          <Table.Tr key={leave.id}>
            <Table.Th scope="row">
              <bdi>{employee.name}</bdi>
            </Table.Th>
            <Table.Td>{leaveText(leave)}</Table.Td>
            <Table.Td>{t(`timesheets.leave.${leave.kind}`)}</Table.Td>
            <Table.Td>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('leave.removeThis', {
                  name: employee.name,
                  days: leaveText(leave),
                })}
                onClick={() => props.onRemove({ employee, leave })}
              >
                {t('leave.remove')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </HoursTable>
  )
}
