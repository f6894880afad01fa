import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AttendanceRecord, RecordKind } from '../shared/contract.ts'
import { InIcon, OutIcon, PauseIcon } from '../shared/icons.tsx'
import { useTimes } from '../shared/times.ts'
import { dayAt } from './period.ts'
import styles from './records-page.module.css'

const symbols = {
  in: InIcon,
  out: OutIcon,
  'break-start': PauseIcon,
  'break-end': InIcon,
} as const satisfies Record<RecordKind, unknown>

/** Records as they come, newest first, under the days of the time zone. */
export function RecordsTable(props: { records: readonly AttendanceRecord[]; timeZone: string }) {
  const { t } = useTranslation()
  const { timeWithSeconds, day } = useTimes()
  const days = Map.groupBy(props.records, ({ at }) => dayAt(Date.parse(at), props.timeZone))
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('records.time')}</Table.Th>
          <Table.Th scope="col">{t('records.employee')}</Table.Th>
          <Table.Th scope="col">{t('records.kind')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {[...days].map(([date, records]) => (
        <Table.Tbody key={date}>
          <Table.Tr>
            <th className={styles.day} scope="rowgroup" colSpan={3}>
              {day(records[0]?.at ?? date)}
            </th>
          </Table.Tr>
          {records.map((record) => (
            <Row key={record.id} record={record} time={timeWithSeconds(record.at)} />
          ))}
        </Table.Tbody>
      ))}
    </Table>
  )
}

function Row({ record, time }: { record: AttendanceRecord; time: string }) {
  const { t } = useTranslation()
  const Symbol = symbols[record.kind]
  return (
    <Table.Tr>
      <Table.Td className={styles.time}>{time}</Table.Td>
      <Table.Td className={styles.name}>
        {record.employee ? (
          <bdi>{record.employee.name}</bdi>
        ) : (
          <Text component="span" c="dimmed" fs="italic">
            {t('records.deletedEmployee')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <span className={styles.kind} data-kind={record.kind}>
          <Symbol size={16} />
          {t(`records.kinds.${record.kind}`)}
        </span>
      </Table.Td>
    </Table.Tr>
  )
}
